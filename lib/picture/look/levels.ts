/** Thresholds as colours. The same colour stands for the same level everywhere. */
import type { Level, Thresholds } from '../../model/field.ts';

/** A name of Grafana's palette; `lib/picture/theme.ts` knows what it looks like. */
export type ColourName = string;

const FINE: ColourName = 'green';
const COLOUR_OF: Readonly<Record<Level, ColourName>> = { warning: 'orange', critical: 'red' };

/** The same below all levels, where a colour would say nothing. */
export const TRANSPARENT: ColourName = 'transparent';

/** From a value on, a colour; the lowest step begins at minus infinity. */
export interface Step {
  readonly from: number;
  readonly colour: ColourName;
}

export interface RegionOptions {
  /** The colour of what no threshold concerns. */
  readonly fine?: ColourName;
  /** The colour where there are no thresholds. */
  readonly neutral?: ColourName;
  /** What the thresholds are multiplied by to stand beside the numbers shown. */
  readonly factor?: number;
}

/**
 * Regions of colour, lowest first.
 *
 * @example regions({ direction: 'below', at: { warning: 0.25, critical: 0 } }) // red, orange from 0, green from 0.25
 */
export function regions(thresholds: Thresholds | undefined, options: RegionOptions = {}): readonly Step[] {
  const { fine = FINE, neutral = FINE, factor = 1 } = options;
  if (thresholds === undefined) return [{ from: -Infinity, colour: neutral }];
  const limits = byValue(thresholds, factor);
  if (thresholds.direction === 'above') return [{ from: -Infinity, colour: fine }, ...limits.map(aboveNothing)];
  const colours = [...limits.map(({ colour }) => colour), fine];
  return colours.map((colour, step) => ({ from: limits[step - 1]?.from ?? -Infinity, colour }));
}

/** A region begins at its value, a level above it. Where nothing is normal, that makes a difference. */
function aboveNothing({ from, colour }: Step): Step {
  return { from: from === 0 ? 0.001 : from, colour };
}

/** One line for each level, in the level's colour; one at 0 would be the axis itself. */
export function limitLines(thresholds: Thresholds | undefined, factor = 1): readonly Step[] {
  return thresholds === undefined ? [] : byValue(thresholds, factor).filter(({ from }) => from !== 0);
}

/** The colour at a value. */
export function colourAt(steps: readonly Step[], value: number): ColourName {
  return steps.findLast(({ from }) => value >= from)?.colour ?? TRANSPARENT;
}

/** The level that a value has reached, if any. */
export function levelOf(value: number, { direction, at }: Thresholds): Level | undefined {
  // A signal may have one level alone, which the widest type forgets.
  const limits: Partial<Record<Level, number>> = at;
  const reached = (limit: number | undefined): boolean =>
    limit !== undefined && (direction === 'above' ? value > limit : value < limit);
  if (reached(limits.critical)) return 'critical';
  return reached(limits.warning) ? 'warning' : undefined;
}

/** The colour of a level, or of what has reached none. */
export function levelColour(level: Level | undefined): ColourName {
  return level === undefined ? FINE : COLOUR_OF[level];
}

function byValue({ at }: Thresholds, factor: number): readonly Step[] {
  const limits = Object.entries(at) as [Level, number][];
  return limits
    .map(([level, value]) => ({ from: value * factor, colour: COLOUR_OF[level] }))
    .sort((a, b) => a.from - b.from);
}
