/** Thresholds as Grafana's coloured steps. The same colour stands for the same level everywhere. */
import type { Level, Thresholds } from '../../../model/field.ts';
import type { ThresholdStep, ThresholdsConfig } from '../schema.ts';

export const FINE = 'green';
export const COLOUR_OF: Readonly<Record<Level, string>> = { warning: 'orange', critical: 'red' };

/** The same below all levels, where a colour would say nothing. */
const NONE = 'transparent';

interface RegionOptions {
  /** The colour of what no threshold concerns. */
  readonly fine?: string;
  /** The colour where there are no thresholds. */
  readonly neutral?: string;
  /** What the thresholds are multiplied by. */
  readonly factor?: number;
}

/**
 * Regions of colour, lowest first: what a stat, a gauge, a table cell or a state is coloured by.
 *
 * @example
 * regions({ direction: 'above', at: { warning: 100, critical: 1000 } }) // green, orange from 100, red from 1000
 * regions({ direction: 'below', at: { warning: 0.25, critical: 0 } })   // red, orange from 0, green from 0.25
 */
export function regions(thresholds: Thresholds | undefined, options: RegionOptions = {}): ThresholdsConfig {
  const { fine = FINE, neutral = FINE, factor = 1 } = options;
  if (thresholds === undefined) return absolute([base(neutral)]);
  const limits = byValue(thresholds, factor);
  return absolute(thresholds.direction === 'above' ? upwards(limits, fine) : downwards(limits, fine));
}

/**
 * One line per level, in the level's colour. Grafana draws a line in the colour of the step that begins there, so that
 * regions of a measurement that is bad when low would come out one level off.
 */
export function limitLines(thresholds: Thresholds | undefined, factor = 1): ThresholdsConfig {
  if (thresholds === undefined) return absolute([base(FINE)]);
  // A line at 0 is the axis itself.
  const lines = byValue(thresholds, factor)
    .filter(({ value }) => value !== 0)
    .map(({ level, value }) => ({ color: COLOUR_OF[level], value }));
  return absolute([base(NONE), ...lines]);
}

/** Regions for the background of a graph: what is fine has no colour. */
export function limitAreas(thresholds: Thresholds | undefined, factor = 1): ThresholdsConfig {
  return regions(thresholds, { fine: NONE, factor });
}

/** The level that a value has reached, if any. */
export function levelOf(value: number, { direction, at }: Thresholds): Level | undefined {
  const reached = (limit: number | undefined): boolean =>
    limit !== undefined && (direction === 'above' ? value > limit : value < limit);
  const limits: Partial<Record<Level, number>> = at;
  if (reached(limits.critical)) return 'critical';
  return reached(limits.warning) ? 'warning' : undefined;
}

interface Limit {
  readonly level: Level;
  readonly value: number;
}

function byValue({ at }: Thresholds, factor: number): readonly Limit[] {
  // A signal may have one level alone, which the widest type forgets.
  const limits = Object.entries(at) as [Level, number][];
  return limits.map(([level, value]) => ({ level, value: value * factor })).sort((a, b) => a.value - b.value);
}

/** Grafana's steps begin at their value, an alert fires above it. Where nothing is normal, that makes a difference. */
const ABOVE_NOTHING = 0.001;

function upwards(limits: readonly Limit[], fine: string): readonly ThresholdStep[] {
  const steps = limits.map(({ level, value }) => ({
    color: COLOUR_OF[level],
    value: value === 0 ? ABOVE_NOTHING : value,
  }));
  return [base(fine), ...steps];
}

/** Below the lowest limit stands that limit's colour; from each limit on, the colour of the next one. */
function downwards(limits: readonly Limit[], fine: string): readonly ThresholdStep[] {
  const colours = [...limits.map(({ level }) => COLOUR_OF[level]), fine];
  return colours.map((color, step) => ({ color, value: limits[step - 1]?.value ?? null }));
}

function base(color: string): ThresholdStep {
  return { color, value: null };
}

function absolute(steps: readonly ThresholdStep[]): ThresholdsConfig {
  return { mode: 'absolute', steps: [...steps] };
}
