/** Text that fits: how wide it is in the widest font, and how it is shortened where there is too little room. */
import { characterWidth, knownWidth, MONO_WIDTH } from './widths.ts';

/** What a text is written in: letters of different widths, or all of the same. */
export type Face = 'text' | 'mono';

/** White space as a reader shows it: one space for many. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The width of a text in the widest font, in the unit of its font's size.
 *
 * @example Math.round(textWidth('Up', 10)) // 14
 */
export function textWidth(text: string, size: number, face: Face = 'text'): number {
  if (face === 'mono' && !isUncertain(text)) return [...text].length * MONO_WIDTH * size;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * size;
}

/** True for a text with characters that the table of widths lacks. */
export function isUncertain(text: string): boolean {
  return [...text].some((character) => knownWidth(character) === undefined);
}

const MORE = '…';
/** Tolerance for sums of widths. */
const ROUNDING = 0.01;

interface Room {
  readonly size: number;
  readonly room: number;
  readonly face?: Face;
}

/**
 * As much of a text as there is room for.
 *
 * @example shortened('Orders accepted', { size: 12, room: 60 }) // 'Orders…'
 */
export function shortened(text: string, { size, room, face }: Room): string {
  const shown = plain(text);
  if (textWidth(shown, size, face) <= room + ROUNDING) return shown;
  let kept = '';
  for (const character of shown) {
    if (textWidth(kept + character + MORE, size, face) > room) break;
    kept += character;
  }
  return kept === '' ? '' : kept.trimEnd() + MORE;
}

/** Words over several lines; a word that is longer than a line is shortened. */
export function wrapped(text: string, { size, room, face }: Room): readonly string[] {
  const lines: string[] = [];
  for (const word of plain(text).split(' ')) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && textWidth(longer, size, face) <= room) lines[lines.length - 1] = longer;
    else lines.push(shortened(word, { size, room, ...(face === undefined ? {} : { face }) }));
  }
  return lines;
}

/** The largest font size, up to `max`, in which a text fits a box. */
export function largestSize(
  text: string,
  { room, height, max = Infinity }: { readonly room: number; readonly height: number; readonly max?: number },
): number {
  const byWidth = text === '' ? Infinity : room / textWidth(text, 1);
  return Math.max(1, Math.floor(Math.min(byWidth, height, max) * 2) / 2);
}
