/**
 * LogQL answered over lines at hand, as Loki answers it: for tests, samples, pictures and previews. It keeps no lines
 * and is no log store. What it cannot answer as Loki would is a problem, never another answer.
 */

import type { Duration } from '../../units/duration.ts';
import type { LinesNode, LogNode, LogQueryNode } from '../node.ts';
import { print } from '../print.ts';
import { isOrdered, type Sample } from './aggregate.ts';
import { type Answer, answerOf, type Filled, prepared } from './answer.ts';
import type { Labels, Line, LogStream } from './line.ts';
import { ask, samplesOf } from './metric.ts';
import { pass } from './pipeline.ts';
import { keyOf, MS_AS_NS } from './series.ts';

/** A line that a query lets pass, as its stages left it. */
export interface FoundLine {
  /** In nanoseconds since 1970. */
  readonly at: bigint;
  readonly text: string;
  readonly labels: Labels;
}

/** A number, with the labels of what it is about. */
export interface FoundSample {
  readonly labels: Labels;
  readonly value: number;
}

/** Numbers over time, with the labels of what they are about. */
export interface FoundSeries {
  readonly labels: Labels;
  readonly points: readonly { readonly at: bigint; readonly value: number }[];
}

/**
 * The lines that a query finds, the oldest first. Lines are asked for from a time on, and before another; with a `limit`
 * they are the newest ones.
 *
 * @example
 * const lines = [{ at: 1n, text: 'level=warn took=2s' }, { at: 2n, text: 'level=info took=1s' }];
 * const took = { kind: 'duration', label: 'took', operator: '>', value: '1s' } as const;
 * const found = evaluateLogs(
 *   {
 *     kind: 'lines',
 *     streams: [{ label: 'service', operator: '=', value: 'api' }],
 *     stages: [{ kind: 'logfmt', fields: [] }, { kind: 'label filter', condition: took }],
 *   },
 *   [{ labels: { service: 'api' }, lines }],
 *   { from: 0n, to: 10n },
 * );
 * found.ok && found.lines.map(({ labels }) => labels.level) // ['warn']
 */
export function evaluateLogs(
  query: LinesNode,
  streams: readonly LogStream[],
  { from, to, limit, variables }: Filled & { readonly from: bigint; readonly to: bigint; readonly limit?: number },
): Answer<{ readonly lines: readonly FoundLine[] }> {
  const ready = prepared(query, variables);
  if (!ready.ok) return ready;
  const { node } = ready;
  if (node.kind !== 'lines') throw new TypeError(`${print(node)} answers numbers: evaluateInstant(), evaluateRange().`);
  return answerOf(() => {
    const found: { readonly at: bigint; readonly line: Line }[] = [];
    const within = (lines: LogStream['lines']) => lines.filter(({ at }) => at >= from && at < to);
    pass(node, streams, { within }, (line, at) => found.push({ at, line }));
    found.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
    const lines = found.slice(limit === undefined ? 0 : Math.max(0, found.length - limit));
    return {
      lines: Object.freeze(
        lines.map(({ at, line: { text, labels } }) => Object.freeze({ at, text, labels: labelsOf(labels.all) })),
      ),
    };
  });
}

/**
 * What a query answers at one time. Samples are in the order of their labels, unless the query orders them.
 *
 * @example
 * const counted = evaluateInstant(
 *   { kind: 'binary', operator: '*', left: { kind: 'vector', value: 2 }, right: { kind: 'number', value: 3 } },
 *   [],
 *   { at: 0n },
 * );
 * counted.ok && counted.samples // [{ labels: {}, value: 6 }]
 */
export function evaluateInstant(
  query: LogNode,
  streams: readonly LogStream[],
  { at, variables }: Filled & { readonly at: bigint },
): Answer<{ readonly samples: readonly FoundSample[] }> {
  const ready = prepared(query, variables);
  if (!ready.ok) return ready;
  const node = numbers(ready.node);
  return answerOf(() => {
    const samples = samplesOf(ask(node, streams, { base: at, first: 0, last: 0 })(0));
    const inOrder = node.kind === 'aggregate' && isOrdered(node.operator) ? samples : byLabels(samples);
    return { samples: Object.freeze(inOrder.map(({ labels, value }) => ({ labels: labelsOf(labels), value }))) };
  });
}

/**
 * What a query answers from a time to another, both included, at every step. A series has no point where it has no
 * sample.
 *
 * @example
 * const steady = evaluateRange({ kind: 'vector', value: 1 }, [], { start: 0n, end: 60_000_000_000n, step: { ms: 30_000 } });
 * steady.ok && steady.series[0]?.points.length // 3
 */
export function evaluateRange(
  query: LogNode,
  streams: readonly LogStream[],
  { start, end, step, variables }: Filled & { readonly start: bigint; readonly end: bigint; readonly step: Duration },
): Answer<{ readonly series: readonly FoundSeries[] }> {
  const ready = prepared(query, variables);
  if (!ready.ok) return ready;
  const node = numbers(ready.node);
  const stride = BigInt(step.ms * MS_AS_NS);
  if (stride <= 0n) throw new TypeError(`evaluateRange(): a step is longer than 0, not ${step.ms} ms.`);
  return answerOf(() => {
    const at = ask(node, streams, { base: start, first: 0, last: Number(end - start) });
    const all = new Map<string, { readonly labels: Labels; readonly points: FoundSeries['points'][number][] }>();
    for (let moment = start; moment <= end; moment += stride) {
      for (const { labels, value } of samplesOf(at(Number(moment - start)))) {
        const key = keyOf(labels);
        const series = all.get(key) ?? { labels: labelsOf(labels), points: [] };
        series.points.push({ at: moment, value });
        all.set(key, series);
      }
    }
    const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, series]) => Object.freeze(series));
    return { series: Object.freeze(sorted) };
  });
}

function numbers(node: LogQueryNode): LogNode {
  if (node.kind !== 'lines') return node;
  throw new TypeError(`${print(node)} answers lines: evaluateLogs().`);
}

function byLabels(samples: readonly Sample[]): readonly Sample[] {
  const keyed = samples.map((sample) => ({ key: keyOf(sample.labels), sample }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ sample }) => sample);
}

/** Lines share the labels of their stream until a stage sets one. */
const known = new WeakMap<ReadonlyMap<string, string>, Labels>();

function labelsOf(labels: ReadonlyMap<string, string>): Labels {
  const found = known.get(labels);
  if (found !== undefined) return found;
  const sorted: Labels = Object.freeze(Object.fromEntries([...labels].sort(([a], [b]) => (a < b ? -1 : 1))));
  known.set(labels, sorted);
  return sorted;
}
