/** Queries whose answer is numbers, at any number of moments over the same lines. */

import { compileRegexp } from '../../promql/regexp/compile.ts';
import type { LogLabelReplaceNode, LogNode, LogRangeNode, RangeAggregateNode } from '../node.ts';
import { aggregate, type Sample, type Vector } from './aggregate.ts';
import { binary, type Value } from './binary.ts';
import type { LogStream } from './line.ts';
import { atOnce } from './needed.ts';
import { OVER_TIME } from './over-time.ts';
import { firstAfter, MS_AS_NS, refuseErrors, SECONDS_AS_NS, type Series, seriesOf } from './series.ts';

/** Moments are nanoseconds from `base`, the first and the last that will be asked for. */
export interface Moments {
  readonly base: bigint;
  readonly first: number;
  readonly last: number;
}

/** What a query answers at a moment. */
export type Ask = (at: number) => Value;

/** Makes a query ready: lines are read once, however many moments are asked for. */
export function ask(node: LogNode, streams: readonly LogStream[], moments: Moments): Ask {
  switch (node.kind) {
    case 'number':
      return () => node.value;
    case 'vector':
      return () => [{ labels: new Map(), value: node.value }];
    case 'range aggregate':
      return askRange(node, streams, moments);
    case 'aggregate': {
      const range = atOnce(node);
      if (range !== undefined) return askRange(range, streams, moments);
      const of = ask(node.of, streams, moments);
      return (at) => aggregate(node, samplesOf(of(at)));
    }
    case 'binary': {
      const [left, right] = [ask(node.left, streams, moments), ask(node.right, streams, moments)];
      return (at) => binary(node, left(at), right(at));
    }
    case 'label replace': {
      const of = ask(node.of, streams, moments);
      const replace = labelReplacer(node);
      return (at) => samplesOf(of(at)).map(({ labels, value }) => ({ labels: replace(labels), value }));
    }
    case 'raw':
      // The query is read anew before it is asked.
      throw new TypeError('raw text has to be parsed first.');
  }
}

/** A number as a sample without labels. */
export function samplesOf(value: Value): Vector {
  return typeof value === 'number' ? [{ labels: new Map(), value }] : value;
}

function windowOf({ window, offset }: LogRangeNode): { readonly length: number; readonly back: number } {
  if (window.kind === 'variable') throw new TypeError(`the window ${window.name} is not filled in.`);
  return { length: window.duration.ms * MS_AS_NS, back: (offset?.ms ?? 0) * MS_AS_NS };
}

function askRange(node: RangeAggregateNode, streams: readonly LogStream[], moments: Moments): Ask {
  const { length, back } = windowOf(node.of);
  const { base, first, last } = moments;
  const all = seriesOf(node, streams, { base, after: first - back - length, upTo: last - back });
  const isAbsent = node.operator === 'absent_over_time';
  return (at) => {
    const found = all.flatMap((series) => over(node, series, at - back, length));
    if (!isAbsent) return found;
    return found.length > 0 ? [] : [{ labels: namedLabels(node.of), value: 1 }];
  };
}

/** A window has the moment at its end, and not that at its beginning. */
function over(node: RangeAggregateNode, series: Series, to: number, length: number): readonly Sample[] {
  const from = firstAfter(series.times, to - length);
  const behind = firstAfter(series.times, to);
  if (from === behind) return [];
  refuseErrors(series, from);
  const { operator, parameter = Number.NaN } = node;
  const reduce = OVER_TIME[operator];
  const window = { values: series.values, from, to: behind, seconds: length / SECONDS_AS_NS, parameter };
  return [{ labels: series.labels, value: reduce === undefined ? 1 : reduce(window) }];
}

/** What is missing is named by the labels that its selector asks for by value, and by no two values. */
function namedLabels({ lines: { streams } }: LogRangeNode): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { label, operator, value } of streams) {
    const isOne = operator === '=' && streams.filter((other) => other.label === label).length === 1;
    if (isOne) labels.set(label, typeof value === 'string' ? value : value.variable);
  }
  return labels;
}

type Change = (labels: ReadonlyMap<string, string>) => ReadonlyMap<string, string>;

/** `label_replace()`: labels without a match stay as they are; an empty text removes the label. */
function labelReplacer({ to, replacement, from, regexp }: LogLabelReplaceNode): Change {
  const compiled = compileRegexp(regexp, { whole: true });
  if (!compiled.ok) throw new TypeError(`${regexp}: ${compiled.fault}`);
  const { exec, names } = compiled.regexp;
  return (labels) => {
    const groups = exec(labels.get(from) ?? '');
    if (groups === undefined) return labels;
    const text = replacement.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
      const name = braced ?? bare;
      if (name === undefined) return whole.slice(1);
      return groups[/^\d+$/.test(name) ? Number(name) : (names.get(name) ?? -1)] ?? '';
    });
    const changed = new Map(labels);
    if (text === '') changed.delete(to);
    else changed.set(to, text);
    return changed;
  };
}
