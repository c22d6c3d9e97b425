/** The panels of an objective: what is left of its budget, and how fast that is spent. */

import type { Colour } from '../../panels/options.ts';
import type { DurationText } from '../../units/duration.ts';
import type { Unit } from '../../units/unit.ts';
import type { Panel } from '../panel.ts';
import { query } from '../panel-query.ts';
import { stat, timeseries } from '../panels.ts';
import { withOrigin } from '../problem.ts';
import type { Signal } from '../signal.ts';
import type { Text } from '../text.ts';
import { BURNS, type BurnWindow, burnFactor } from './burn.ts';
import type { Objective } from './objective.ts';
import type { Times } from './signals.ts';

/** One short window and the long ones, with a colour each that is none of a level: all windows would hide each other. */
const SHOWN = [
  { over: '5m', colour: 'text' },
  { over: '1h', colour: 'blue' },
  { over: '6h', colour: 'purple' },
  { over: '3d', colour: '#a9714b' },
] as const satisfies readonly { readonly over: BurnWindow; readonly colour: Colour }[];

/**
 * A line of a row: the error budget that is left, and the burn rates over time, split by the objective's labels.
 *
 * @example row('Orders are taken', [objectiveLine(ordersTaken)]).lines.map((line) => line.map(({ key }) => key))
 * // [['order-availability-budget-left', 'order-availability-burn-rates']]
 */
export function objectiveLine<S extends string, U extends Unit>(of: Objective<S, U>): readonly Panel[] {
  const { id, name, labels: by, budgetLeft, window } = of;
  const queries = SHOWN.map(({ over }) => {
    const rate: Signal<S, Times, 'warning' | 'critical', 'not recorded'> = of.burnRate[over];
    return query(rate, { by, legend: (labels) => legendOf(Object.values(labels), over) });
  });
  const critical = Math.max(...BURNS.map((burn) => burnFactor(burn, window)));
  const left = stat(budgetLeft, { by, key: `${id}-budget-left`, title: `${name}: budget left`, decimals: 1, width: 6 });
  const rates = timeseries({
    key: `${id}-burn-rates`,
    title: `${name}: burn rates`,
    description: `How many times faster than allowed the error budget is spent: at 1 it lasts exactly its window. ${of.description}`,
    queries,
    thresholds: { from: { warning: 1, critical }, reason: 'at 1 the budget is spent as fast as it is given' },
    overrides: SHOWN.map(({ over, colour }) => ({ query: of.burnRate[over], colour })),
    colours: {},
    min: 0,
  });
  return [withOrigin(left, objectiveLine), withOrigin(rates, objectiveLine)];
}

/** The labels' values, and the window. */
function legendOf(holes: readonly Text['pieces'][number][], over: DurationText): Text {
  const before = holes.flatMap((hole) => [hole, ' ']);
  return { pieces: Object.freeze([...before, `over ${over}`]) };
}
