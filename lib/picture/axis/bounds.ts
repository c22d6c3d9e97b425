/**
 * Where an axis begins and ends. As Grafana's graphs do it: a tenth of the data's extent is left free on both sides,
 * down to zero where zero is near, then both ends are rounded.
 * Source: uPlot.rangeNum() with the settings of UPlotScaleBuilder in @grafana/ui 13 (described, not copied).
 */

export type Bounds = readonly [min: number, max: number];

/** The ends that a definition fixes, and those that hold while the values stay within. */
export interface Fixed {
  readonly min?: number;
  readonly max?: number;
  readonly softMin?: number;
  readonly softMax?: number;
  /** Both ends are whole numbers, for an axis that is written without decimals. */
  readonly whole?: boolean;
}

const PADDING = 0.1;
const EMPTY: Bounds = [0, 100];

/**
 * The ends of a linear axis.
 *
 * @example bounds([0.5, 1.76]) // [0.3, 1.9]
 * @example bounds([0, 1.76], { min: 0 }) // [0, 2]
 */
export function bounds([dataMin, dataMax]: Bounds, fixed: Fixed = {}): Bounds {
  const { min, max } = fixed;
  const from = min ?? dataMin;
  const to = max ?? dataMax;
  if (!Number.isFinite(from) || !Number.isFinite(to)) return EMPTY;
  const free = padded(from, to, fixed);
  const [low, high] = fixed.whole ? [Math.floor(free[0]), Math.ceil(free[1])] : free;
  const ends: Bounds = [min ?? low, max ?? high];
  return unfolded(ends);
}

function padded(min: number, max: number, { softMin, softMax }: Fixed): Bounds {
  const extent = isFlat(min, max) ? 0 : max - min;
  const size = extent || Math.max(Math.abs(min), Math.abs(max)) || 1000;
  const unit = 10 ** Math.floor(Math.log10(size)) / 10;
  const below = min - size * padding(extent, min);
  const above = max + size * padding(extent, max);
  const low = roundedTo(Math.floor, below, unit);
  const high = roundedTo(Math.ceil, above, unit);
  const begin = min >= (softMin ?? 0) && (softMin !== undefined || low <= 0) ? (softMin ?? 0) : low;
  const end = max <= (softMax ?? 0) && (softMax !== undefined || high >= 0) ? (softMax ?? 0) : high;
  return [begin, end];
}

function padding(extent: number, end: number): number {
  if (extent > 0) return PADDING;
  return end === 0 ? PADDING : 1;
}

/** True for ends that differ by no more than rounding errors. */
function isFlat(min: number, max: number): boolean {
  const size = Math.max(Math.abs(min), Math.abs(max));
  return max - min < 1e-24 || (max - min) / size < 1e-10;
}

function roundedTo(round: (value: number) => number, value: number, unit: number): number {
  return exact(round(exact(value / unit)) * unit);
}

/** Without rounding errors in the last digits. */
export function exact(value: number): number {
  return Number(value.toPrecision(12));
}

function unfolded([min, max]: Bounds): Bounds {
  if (min < max) return [min, max];
  if (min === max && min > 0) return [0, 2 * max];
  return min === max && min < 0 ? [2 * min, 0] : EMPTY;
}

/** The ends of a logarithmic axis: whole powers of its base. */
export function logBounds([dataMin, dataMax]: Bounds, base: 2 | 10, { min, max }: Fixed = {}): Bounds {
  const log = (value: number): number => Math.log(value) / Math.log(base);
  const from = positive(min) ?? positive(dataMin) ?? 1;
  const to = positive(max) ?? positive(dataMax) ?? base * from;
  const low = Math.floor(exact(log(from)));
  const high = Math.max(low + 1, Math.ceil(exact(log(to))));
  return [base ** low, base ** high];
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) && value > 0 ? value : undefined;
}
