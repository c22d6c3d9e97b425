/** A number with its unit: the unit is written smaller, as it matters less. */

import { plain, textWidth } from '../text/measure.ts';
import { textElement } from './element.ts';
import { baseline, label, withPart } from './label.ts';

export interface ValueText {
  readonly text: string;
  readonly suffix: string;
}

interface ValueLook {
  readonly x: number;
  /** The middle of the digits. */
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly room: number;
}

/** The font size of the unit beside digits of a font size. */
function suffixSize(size: number): number {
  if (size < 20) return size * 0.9;
  return size < 26 ? size * 0.8 : size * 0.6;
}

/** The width of digits and unit, in the widest font. */
export function valueWidth({ text, suffix }: ValueText, size: number): number {
  return textWidth(plain(text), size) + gap(suffix, size) + textWidth(plain(suffix), suffixSize(size));
}

/** The distance between digits and unit: written as a space, SVG viewers may drop it. */
function gap(suffix: string, size: number): number {
  return /^\s/.test(suffix) ? suffixSize(size) * 0.3 : 0;
}

/** Smaller digits cannot be read. */
const MIN_SIZE = 10;

/** The largest size in which a value fits a box. */
export function valueSize(
  value: ValueText,
  { room, height, max = Infinity }: { readonly room: number; readonly height: number; readonly max?: number },
): number {
  let [size, limit] = [MIN_SIZE, Math.max(MIN_SIZE, Math.floor(Math.min(height, max)))];
  while (size < limit) {
    const between = Math.ceil((size + limit) / 2);
    if (valueWidth(value, between) > room) limit = between - 1;
    else size = between;
  }
  return size;
}

/** The drawing of a value with its unit in smaller letters; in one size, and shortened, where there is no room for both. */
export function valueLabel(value: ValueText, look: ValueLook): readonly string[] {
  const { x, y, size, fill, anchor, room } = look;
  if (value.suffix === '' || valueWidth(value, size) > room) {
    return label(value.text + value.suffix, { x, y, size, fill, weight: 500, room, ...(anchor && { anchor }) });
  }
  const attributes = {
    x,
    y: baseline(y, size),
    'font-size': size,
    'font-weight': 500,
    fill,
    'text-anchor': anchor === 'start' ? undefined : anchor,
  };
  const digits = textElement('text', attributes, plain(value.text));
  const dx = gap(value.suffix, size);
  const unitLook = { dx: dx === 0 ? undefined : dx, 'font-size': suffixSize(size) };
  const unit = textElement('tspan', unitLook, plain(value.suffix));
  return [withPart(digits, unit)];
}
