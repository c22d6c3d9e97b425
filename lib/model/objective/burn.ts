/**
 * How fast an error budget may be spent before somebody is told: multiwindow, multi-burn-rate alerts.
 *
 * A burn rate is the share of errors over the share that the objective allows: at 1 the budget lasts exactly its
 * window. Each pair of windows has to agree. The long one says that enough of the budget is gone to matter, the short one
 * that it is still being spent, so that the alert ends soon after the errors do.
 *
 * Source: https://sre.google/workbook/alerting-on-slos/, "6: Multiwindow, Multi-Burn-Rate Alerts", table 5-8, whose
 * short windows are a twelfth of the long ones; the pair of a day is that of "5: Multiple Burn Rate Alerts", where 10 %
 * of the budget in a day make a ticket.
 */
import { type Duration, duration } from '../../units/duration.ts';
import type { Level } from '../field.ts';

/** Pairs of windows, and the share of the budget that the long one may spend before the alert fires. */
export const BURNS = [
  { level: 'critical', long: '1h', short: '5m', spends: 0.02 },
  { level: 'critical', long: '6h', short: '30m', spends: 0.05 },
  { level: 'warning', long: '1d', short: '2h', spends: 0.1 },
  { level: 'warning', long: '3d', short: '6h', spends: 0.1 },
] as const;

type Burn = (typeof BURNS)[number];

/** A window that burn rates are looked at over. */
export type BurnWindow = Burn['long' | 'short'];

/** The windows, the shortest first. */
export const BURN_WINDOWS: readonly BurnWindow[] = [
  ...new Set(BURNS.flatMap(({ long, short }): readonly BurnWindow[] => [long, short])),
].sort((a, b) => duration(a).ms - duration(b).ms);

/** The levels of the alerts that look at a window. */
export type LevelOver<W extends BurnWindow> = Extract<Burn, { readonly long: W } | { readonly short: W }>['level'];

/** Enough digits for every factor, and few enough to hide what binary fractions add. */
const DIGITS = 6;

/**
 * How many times faster than allowed errors come when the long window spends its share of the budget.
 *
 * @example BURNS.map((burn) => burnFactor(burn, { ms: 2_592_000_000 })) // [14.4, 6, 3, 1]
 */
export function burnFactor({ spends, long }: Pick<Burn, 'spends' | 'long'>, window: Duration): number {
  return Number(((spends * window.ms) / duration(long).ms).toPrecision(DIGITS));
}

/** The burn rates from which on a window is a concern: for each level the lowest of the alerts that look at it. */
export function limitsOver<W extends BurnWindow>(over: W, window: Duration): { readonly [L in LevelOver<W>]: number } {
  const limits: Partial<Record<Level, number>> = {};
  for (const burn of BURNS.filter(({ long, short }) => long === over || short === over)) {
    limits[burn.level] = Math.min(limits[burn.level] ?? Number.POSITIVE_INFINITY, burnFactor(burn, window));
  }
  // Each level of the window's alerts has been met, and no other.
  return Object.freeze(limits) as { readonly [L in LevelOver<W>]: number };
}
