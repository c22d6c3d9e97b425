/** Thresholds as colours. The same colour stands for the same level everywhere. */
import type { Level, Thresholds } from '../field.ts';

/** A name of Grafana's palette. */
export type ColourName = string;

/** What has reached no level, and what has. */
const FINE: ColourName = 'green';
const COLOUR_OF: Readonly<Record<Level, ColourName>> = { warning: 'orange', critical: 'red' };

/** The same where a colour would say nothing. */
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
 * Regions of colour, lowest first: what a stat, a gauge, a table cell or a state is coloured by.
 *
 * @example
 * regions({ direction: 'from', at: { warning: 100, critical: 1000 } })
 * // [{ from: -Infinity, colour: 'green' }, { from: 100, colour: 'orange' }, { from: 1000, colour: 'red' }]
 * regions({ direction: 'below', at: { warning: 0.25, critical: 0 } })
 * // [{ from: -Infinity, colour: 'red' }, { from: 0, colour: 'orange' }, { from: 0.25, colour: 'green' }]
 */
export function regions(thresholds: Thresholds | undefined, options: RegionOptions = {}): readonly Step[] {
  const { fine = FINE, neutral = FINE, factor = 1 } = options;
  if (thresholds === undefined) return [base(neutral)];
  const limits = byValue(thresholds, factor);
  if (thresholds.direction === 'from') return [base(fine), ...limits];
  // Below the lowest limit stands that limit's colour; from each limit on, the colour of the next one.
  const colours = [...limits.map(({ colour }) => colour), fine];
  return colours.map((colour, step) => ({ from: limits[step - 1]?.from ?? -Infinity, colour }));
}

/**
 * One line for each level, in the level's colour; one at 0 would be the axis itself. A line has the colour of the step
 * that begins there, so that regions of a measurement that is bad when low would come out one level off.
 *
 * @example
 * limitLines({ direction: 'below', at: { warning: 0.25, critical: 0.1 } })
 * // [{ from: -Infinity, colour: 'transparent' }, { from: 0.1, colour: 'red' }, { from: 0.25, colour: 'orange' }]
 */
export function limitLines(thresholds: Thresholds | undefined, factor = 1): readonly Step[] {
  if (thresholds === undefined) return [base(FINE)];
  return [base(TRANSPARENT), ...byValue(thresholds, factor).filter(({ from }) => from !== 0)];
}

/** The level whose threshold a value breaches, if any: the same values for which the rule of `breaches()` holds. */
export function levelOf(value: number, { direction, at }: Thresholds): Level | undefined {
  const reached = (limit: number | undefined): boolean =>
    limit !== undefined && (direction === 'from' ? value >= limit : value < limit);
  const limits: Partial<Record<Level, number>> = at;
  if (reached(limits.critical)) return 'critical';
  return reached(limits.warning) ? 'warning' : undefined;
}

/** The colour of a level, or of what has reached none. */
export function levelColour(level: Level | undefined): ColourName {
  return level === undefined ? FINE : COLOUR_OF[level];
}

/** The limits of a signal stand on many panels, with one factor on nearly all of them. */
const lastSteps = new WeakMap<Thresholds, { readonly factor: number; readonly steps: readonly Step[] }>();

function byValue(thresholds: Thresholds, factor: number): readonly Step[] {
  const last = lastSteps.get(thresholds);
  if (last?.factor === factor) return last.steps;
  // A signal may have one level alone, which the widest type forgets.
  const limits = Object.entries(thresholds.at) as [Level, number][];
  const steps = limits
    .map(([level, value]) => Object.freeze({ from: value * factor, colour: COLOUR_OF[level] }))
    .sort((a, b) => a.from - b.from);
  lastSteps.set(thresholds, { factor, steps: Object.freeze(steps) });
  return steps;
}

function base(colour: ColourName): Step {
  return { from: -Infinity, colour };
}
