/** Text in a picture. */
import { type Face, isUncertain, plain, shortened, textWidth } from '../text/measure.ts';
import { type Attributes, group, type Lines, textElement } from './element.ts';

export interface LabelLook {
  readonly x: number;
  /** The middle of the letters. */
  readonly y: number;
  readonly size?: number;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: 500 | 700;
  readonly face?: Face;
  /** Text that is longer is shortened. */
  readonly room?: number;
  /** The text is as long as this in any font. */
  readonly length?: number;
  /** Smaller text on the same line, right after it. */
  readonly after?: { readonly text: string; readonly fill: string };
}

/** The size of text that has no size of its own. */
export const USUAL_SIZE = 12;

/** `monospace` is always there; sans-serif ends every list of fonts in a picture. */
const MONO = 'Roboto Mono, Menlo, monospace, sans-serif';

/** Half the height of capitals and digits above their baseline, as a share of the font's size. */
const HALF_HEIGHT = 0.36;

/** The baseline of a text whose letters have their middle at `y`. */
export function baseline(y: number, size: number): number {
  return Math.round(y + size * HALF_HEIGHT);
}

/** One line of text; nothing where there is no room for any of it. */
export function label(text: string, look: LabelLook): Lines {
  const { x, y, size = USUAL_SIZE, fill, anchor, weight, face = 'text', room, length, after } = look;
  const shown = room === undefined ? plain(text) : shortened(text, { size, room, face });
  if (shown === '') return [];
  const attributes: Attributes = {
    x,
    y: baseline(y, size),
    'font-size': size === USUAL_SIZE ? undefined : size,
    'font-family': face === 'mono' ? MONO : undefined,
    'font-weight': weight,
    fill,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    ...(length === undefined ? ownLength(shown, size, face) : { textLength: length }),
  };
  const line = textElement('text', attributes, shown);
  if (after === undefined) return [line];
  const small = { dx: AFTER, 'font-size': USUAL_SIZE, 'font-weight': 400, fill: after.fill };
  return [withPart(line, textElement('tspan', small, plain(after.text)))];
}

/** The gap between a text and the smaller one after it. */
const AFTER = 12;

/** A text element with another element added at its end. */
export function withPart(line: string, part: string): string {
  return line.replace(/<\/text>$/, () => `${part}</text>`);
}

interface Beside {
  readonly text: string;
  readonly x?: number;
  readonly y?: number;
}

/** Texts of one look in one group, as the ticks of an axis are: what they share is said once. */
export function labels(texts: readonly Beside[], { x, y, anchor, fill }: Omit<LabelLook, 'room' | 'after'>): Lines {
  const shared: Attributes = {
    transform: `translate(${Math.round(x)} ${baseline(y, USUAL_SIZE)})`,
    fill,
    'text-anchor': anchor === 'start' ? undefined : anchor,
  };
  return group(shared, texts.map(labelIn));
}

function labelIn({ text, x, y }: Beside): string {
  const shown = plain(text);
  const place = { x: x === undefined ? undefined : Math.round(x), y: y === undefined ? undefined : Math.round(y) };
  return textElement('text', { ...place, ...ownLength(shown, USUAL_SIZE, 'text') }, shown);
}

/** A text with characters that the table of widths lacks is given its width. */
function ownLength(text: string, size: number, face: Face): Attributes {
  return isUncertain(text) ? { textLength: textWidth(text, size, face), lengthAdjust: 'spacingAndGlyphs' } : {};
}
