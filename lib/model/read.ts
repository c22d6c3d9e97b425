/**
 * Reading signals in an alert's expression: the value, the value beyond a threshold, or the recorded history. What is
 * read is only named here; `resolve()` asks the query of the chosen profile.
 */

import { NO_TARGET, source } from '../catalogue/metric.ts';
import { binaryNode } from '../promql/arithmetic.ts';
import { type Expr, expr, type Refusal, scalarOf } from '../promql/expr.ts';
import { type Gauge, gauge } from '../promql/metric.ts';
import type { Node, ReferenceNode, SelectorNode } from '../promql/node.ts';
import { selectors, visit } from '../promql/walk.ts';
import { type WindowLike, windowNode } from '../promql/window.ts';
import type { Unit } from '../units/unit.ts';
import { type Level, levels } from './field.ts';
import { type AnySignal, type IsRecorded, labelsOf, type Signal } from './signal.ts';

/** How an alert reads a signal: split by which labels, and over which window its rates go. */
export interface Reading<K extends string> {
  readonly by?: readonly K[];
  /** Five minutes where nothing is said: long enough for four scrapes at a minute. */
  readonly over?: WindowLike;
}

function reference(signal: AnySignal, { by = [], over = '5m' }: Reading<string>): ReferenceNode {
  return Object.freeze({
    kind: 'reference',
    to: signal.id,
    by: Object.freeze([...by]),
    window: windowNode(over),
  });
}

/**
 * The value of a signal.
 *
 * @example value(requests, { by: ['service'] }) // sum by (service) (rate(http_requests_total{job="shop"}[5m]))
 */
export function value<S extends string, U extends Unit, R extends IsRecorded, const K extends S = never>(
  of: Signal<S, U, Level, R>,
  reading: Reading<K> = {},
): Expr<NoInfer<K>, U> {
  return expr<K, U>(reference(of, reading), reading.by ?? [], of.unit);
}

/**
 * The value of a signal where it breaches a threshold: it has reached the limit (`from`), or is less than it (`below`).
 * Only a level that the signal has compiles.
 *
 * @example breaches(ordersWaiting, 'warning', { by: ['job'] }) // job:orders_waiting:max >= 100
 */
export function breaches<
  S extends string,
  U extends Unit,
  Lv extends Level,
  R extends IsRecorded,
  const K extends S = never,
>(of: Signal<S, U, Lv, R>, level: NoInfer<Lv>, reading: Reading<K> = {}): Expr<NoInfer<K>, U> {
  const limit = of.thresholds?.at[level];
  if (limit === undefined) throw new TypeError(`breaches(): signal ${of.id} has no level '${level}'.`);
  const operator = of.thresholds?.direction === 'below' ? '<' : '>=';
  const compared = expr<K, U>(reference(of, reading), reading.by ?? [], of.unit);
  const threshold = scalarOf({ kind: 'number', value: limit, threshold: { signal: of.id, level } }, of.unit);
  return expr<K, U>(binaryNode(operator, compared, threshold), reading.by ?? [], of.unit);
}

/** The levels whose thresholds an expression compares signals with, each once. */
export function breachedLevels(node: Node): readonly Level[] {
  const found = new Set<string>();
  visit(node, (seen) => {
    if (seen.kind === 'number' && seen.threshold !== undefined) found.add(seen.threshold.level);
  });
  return levels.filter((level) => found.has(level));
}

type NeedsHistory<R> = R extends 'recorded'
  ? unknown
  : Refusal<'this signal keeps no history: give it recorded: { as, group, every }'>;

/**
 * The recorded history of a signal, as a metric: what `deriv()`, `predictLinear()` and the `*OverTime()` functions need.
 *
 * @example deriv(recorded(ordersWaiting), '10m') // deriv(job:orders_waiting:max[10m])
 */
export function recorded<S extends string, U extends Unit, R extends IsRecorded>(
  of: Signal<S, U, Level, R> & NeedsHistory<R>,
): Gauge<S, U, never> {
  return recordedSeries<S, U>(of);
}

/** Each reader of a signal asks for it, and what is found out about one tree holds for all of them. */
const nodes = new WeakMap<AnySignal, SelectorNode>();

/** The selector of the series that a signal's recording rule writes: the same object each time. */
export function recordedNode(of: AnySignal): SelectorNode {
  const node = nodes.get(of) ?? recordedSeries(of).node;
  nodes.set(of, node);
  return node;
}

/** The series that a signal's recording rule writes: the caller knows that there is one. */
function recordedSeries<S extends string, U extends Unit>(of: AnySignal & { readonly unit: U }): Gauge<S, U, never> {
  if (of.recording === undefined) throw new TypeError(`recorded(): signal ${of.id} is not recorded.`);
  // A recorded series has exactly the labels of the signal's split, and no target's.
  const labels = Object.fromEntries(labelsOf(of).map((label) => [label, []])) as unknown as Record<
    S,
    readonly string[]
  >;
  // It belongs to no scrape job: its rule drops `job` and `instance` unless the split names them.
  return gauge(source(NO_TARGET, { version: '' }), {
    name: of.recording.as,
    help: of.description,
    unit: of.unit,
    labels,
    series: 1,
    ...bounds(of),
  });
}

/** A recorded distribution has the buckets of the histogram that it was recorded from. */
function bounds({ kind, sources }: AnySignal): { readonly bounds?: readonly number[] } {
  if (kind === 'signal') return {};
  const nodes = Object.values(sources).flatMap((found) =>
    'finest' in found && found.finest.language === 'promql' ? [found.finest.node] : [],
  );
  return { bounds: nodes.flatMap(selectors).find(({ facts }) => facts?.bounds !== undefined)?.facts?.bounds ?? [] };
}
