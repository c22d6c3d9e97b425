/** One query of a panel: a signal, the labels it is split by, and what its lines are called. */

import type { WindowNode } from '../promql/node.ts';
import { type WindowLike, windowNode } from '../promql/window.ts';
import type { Unit } from '../units/unit.ts';
import type { Level } from './field.ts';
import type { AnySignal, IsRecorded, Signal } from './signal.ts';
import { type LabelHoles, labelHoles, plainText, type Text } from './text.ts';

/** A query of a panel; `U` is the unit that it shares with the panel's other lines. */
export interface Line<out U extends Unit = Unit> {
  readonly key: string;
  readonly signal: AnySignal;
  readonly unit: U;
  readonly by: readonly string[];
  readonly legend: Text;
  /** The range of its rates; where none is given the panel's kind decides. */
  readonly over?: WindowNode;
}

/** How a panel reads a signal. */
export interface LineOptions<K extends string> {
  /** The labels that the lines are split by; only labels of the signal's split. */
  readonly by?: readonly K[];
  /** What a line is called: `(l) => text`${l.service}``. Left out, its labels, or the signal's name. */
  readonly legend?: (labels: LabelHoles<NoInfer<K>>) => Text;
  /** The range of its rates: `dashboardRange` for a total over what the dashboard shows. */
  readonly over?: WindowLike;
  /** Names the line within its panel, where one signal is shown twice. */
  readonly key?: string;
}

/**
 * A line of a panel that shows several signals.
 *
 * @example timeseriesOf({ title: 'Arrival against drain', lines: [show(votesAccepted), show(votesStored)] })
 */
export function show<S extends string, U extends Unit, R extends IsRecorded, const K extends S = never>(
  signal: Signal<S, U, Level, R>,
  options: LineOptions<K> = {},
): Line<U> {
  const { by = [], legend, over, key } = options;
  return Object.freeze({
    key: key ?? [signal.id, ...by].join('-by-'),
    signal,
    unit: signal.unit,
    by: Object.freeze([...by]),
    legend: legend === undefined ? defaultLegend(signal, by) : legend(labelHoles(by)),
    ...(over === undefined ? {} : { over: windowNode(over) }),
  });
}

function defaultLegend(signal: AnySignal, by: readonly string[]): Text {
  if (by.length === 0) return plainText(signal.name);
  const holes = by.map((label) => ({ hole: 'label', label }) as const);
  return Object.freeze({ pieces: Object.freeze(holes.flatMap((hole, index) => (index === 0 ? [hole] : [' ', hole]))) });
}
