/** One query of a panel: a signal, the labels it is split by, and what its series are called. */
import type { WindowNode } from '../promql/node.ts';
import { rateInterval, type WindowLike, windowNode } from '../promql/window.ts';
import type { Unit } from '../units/unit.ts';
import { isAlike } from './alike.ts';
import type { Level, Thresholds } from './field.ts';
import type { AnySignal, IsRecorded, Signal } from './signal.ts';
import { type LabelHoles, labelHoles, plainText, type Text } from './text.ts';

/** A query of a panel; `U` is the unit that it shares with the panel's other queries. */
export interface PanelQuery<out U extends Unit = Unit> {
  /** Names the query within its panel: overrides and columns find it by its key. */
  readonly key: string;
  readonly signal: AnySignal;
  readonly unit: U;
  readonly by: readonly string[];
  readonly legend: Text;
  /** The range of its rates; where none is given the panel's kind decides. */
  readonly over?: WindowNode;
  /** Options that say what would be so without them. `lib/check` reports them. */
  readonly repeats: readonly string[];
}

/** What stands among a panel's `queries`: `query(signal, { … })`, or a signal as it is. */
export type Queryable<U extends Unit = Unit> =
  | PanelQuery<U>
  | (AnySignal & { readonly unit: U; readonly history: IsRecorded });

/** How a panel reads a signal. */
export interface QueryOptions<K extends string> {
  /** The labels that it is split by; only labels of the signal's split. */
  readonly by?: readonly K[];
  /** What a series is called: `(l) => text`${l.service}``. Left out, its labels, or the signal's name. */
  readonly legend?: (labels: LabelHoles<NoInfer<K>>) => Text;
  /** The range of its rates: `dashboardRange` for a total over what the dashboard shows. */
  readonly over?: WindowLike;
  /** Names the query within its panel, where one signal is shown twice. */
  readonly key?: string;
}

/**
 * A query of a panel that shows several signals.
 *
 * @example
 * panel.timeseries({
 *   key: 'orders',
 *   title: 'Orders',
 *   description: 'Orders that arrive, and requests of each service beside them.',
 *   queries: [latencyP95, query(latencyP95, { by: ['service'], legend: (l) => text`p95 of ${l.service}` })],
 * });
 */
export function query<S extends string, U extends Unit, R extends IsRecorded, const K extends S = never>(
  signal: Signal<S, U, Level, R>,
  options: QueryOptions<K> = {},
): PanelQuery<U> {
  const { by = [], over } = options;
  const defaults = { key: [signal.id, ...by].join('-by-'), legend: legendOfLabels(signal, by) };
  const { key = defaults.key } = options;
  const legend = options.legend?.(labelHoles(by)) ?? defaults.legend;
  const window = over && windowNode(over);
  const said = { key: options.key, legend: options.legend && legend, over: window };
  return Object.freeze({
    key,
    signal,
    unit: signal.unit,
    by: Object.freeze([...by]),
    legend,
    ...(window && { over: window }),
    repeats: repeated(said, { ...defaults, over: rateInterval.node }),
  });
}

/** The query that stands among a panel's `queries`. */
export function queryOf<U extends Unit>(of: Queryable<U>): PanelQuery<U> {
  if ('signal' in of) return of;
  const legend = legendOfLabels(of, []);
  return Object.freeze({ key: of.id, signal: of, unit: of.unit, by: [], legend, repeats: [] });
}

/** The values of the labels beside each other; without labels the signal's name. */
export function legendOfLabels(signal: AnySignal, by: readonly string[]): Text {
  if (by.length === 0) return plainText(signal.name);
  const key = JSON.stringify(by);
  const legend = legends.get(key) ?? valuesOf(by);
  legends.set(key, legend);
  return legend;
}

/** By labels: nearly all panels of a system are split by the same few. */
const legends = new Map<string, Text>();

function valuesOf(labels: readonly string[]): Text {
  const holes = labels.map((label) => ({ hole: 'label', label }) as const);
  return Object.freeze({ pieces: Object.freeze(holes.flatMap((hole, index) => (index === 0 ? [hole] : [' ', hole]))) });
}

/** The names of those settings that say what stands in `defaults`. */
export function repeated(said: object, defaults: object): readonly string[] {
  return Object.entries(said).flatMap(([name, value]) => (isAlike(Reflect.get(defaults, name), value) ? [name] : []));
}

/** The thresholds of signals that all have the same. */
export function sharedThresholds(
  queries: readonly { readonly signal: Partial<Pick<AnySignal, 'thresholds'>> }[],
): Thresholds | undefined {
  const [first, ...others] = queries.map(({ signal }) => signal.thresholds);
  return others.every((each) => isAlike(each, first)) ? first : undefined;
}
