/** Round values along an axis, far enough apart to be read. */
import { type Bounds, exact } from './bounds.ts';

const DECIMAL = [1, 2, 2.5, 5, 10];
/** Display units that count in powers of 1024: round values are powers of two. */
const BINARY: ReadonlySet<string> = new Set(['bytes', 'binBps']);

/** The smallest round step that is no smaller than `min`. */
function roundStep(min: number, display: string): number {
  if (BINARY.has(display)) return 2 ** Math.max(0, Math.ceil(Math.log2(exact(min))));
  const unit = 10 ** Math.floor(Math.log10(min));
  return exact(unit * (DECIMAL.find((factor) => exact(factor * unit) >= exact(min)) ?? 10));
}

const MIN_SPACE = 13;

export interface Ticks {
  readonly step: number;
  readonly values: readonly number[];
}

interface Room {
  /** The length of the axis, and the smallest distance between two ticks. */
  readonly length: number;
  readonly space: number;
  readonly display: string;
}

/**
 * The ticks of a linear axis.
 *
 * @example ticks([0, 2], { length: 185, space: 30, display: 'none' }) // { step: 0.5, values: [0, 0.5, 1, 1.5, 2] }
 */
export function ticks([min, max]: Bounds, { length, space, display }: Room): Ticks {
  const step = roundStep(((max - min) * space) / Math.max(length, space), display);
  const first = Math.ceil(exact(min / step));
  const count = Math.floor(exact(max / step)) - first + 1;
  const values = Array.from({ length: Math.max(0, count) }, (_, index) => exact((first + index) * step));
  // On an axis that is lower than two lines of text, one tick is all there is room for.
  return { step, values: (step / (max - min)) * length < MIN_SPACE ? values.slice(0, 1) : values };
}

/** The ticks of a logarithmic axis: powers of its base, some of them left out where they are many. */
export function logTicks([min, max]: Bounds, base: 2 | 10, { length, space }: Omit<Room, 'display'>): Ticks {
  const log = (value: number): number => Math.round(Math.log(value) / Math.log(base));
  const [low, high] = [log(min), log(max)];
  const every = Math.max(1, Math.ceil(((high - low) * space) / Math.max(length, space)));
  const powers = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  return { step: 0, values: powers.filter((power) => (power - low) % every === 0).map((power) => base ** power) };
}

/** The distance between ticks in pixels: a low graph has them closer, so that it has more than one or two. */
export function tickSpace(length: number): number {
  return length <= 150 ? 15 : 30;
}
