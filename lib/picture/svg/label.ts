/** Text in a picture. */
import { type Face, isUncertain, plain, shortened, textWidth } from '../text/measure.ts';
import { type Attributes, textElement } from './element.ts';

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
}

/** What pictures are written in where nothing else is said. */
export const USUAL_SIZE = 12;

/** Ends in sans-serif as every font of a picture does, though no reader comes that far. */
const MONO = 'Roboto Mono, Menlo, monospace, sans-serif';

/** Capitals and digits reach about this far above their baseline. */
export const HALF_HEIGHT = 0.36;

/** One line of text; nothing where there is no room for any of it. */
export function label(text: string, look: LabelLook): readonly string[] {
  const { x, y, size = USUAL_SIZE, fill, anchor, weight, face = 'text', room } = look;
  const shown = room === undefined ? plain(text) : shortened(text, { size, room, face });
  if (shown === '') return [];
  const attributes: Attributes = {
    x,
    y: y + size * HALF_HEIGHT,
    'font-size': size === USUAL_SIZE ? undefined : size,
    'font-family': face === 'mono' ? MONO : undefined,
    'font-weight': weight,
    fill,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    ...ownLength(shown, size, face),
  };
  return [textElement('text', attributes, shown)];
}

/** A text whose width is not certain is given one. */
function ownLength(text: string, size: number, face: Face): Attributes {
  return isUncertain(text) ? { textLength: textWidth(text, size, face), lengthAdjust: 'spacingAndGlyphs' } : {};
}
