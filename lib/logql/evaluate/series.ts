/** The samples that a range aggregation works on: one for each line that passes, by the labels that are left. */
import type { Grouping } from '../../promql/node.ts';
import type { RangeAggregateNode, Unwrap } from '../node.ts';
import { readBytes, readGoDuration, readGoNumber } from '../texts/quantity.ts';
import { Unanswerable } from './answer.ts';
import { condition } from './conditions.ts';
import { ERROR, type Line, type LogStream } from './line.ts';
import { neededLabels } from './needed.ts';
import { pass, selected } from './pipeline.ts';

/** Nanoseconds within a query are numbers, counted from a time of its own: exact over three months. */
export const MS_AS_NS = 1_000_000;
export const SECONDS_AS_NS = 1_000_000_000;

/** Values over time. Times are nanoseconds from a time of the caller's, and ascend. */
export interface Series {
  readonly labels: ReadonlyMap<string, string>;
  readonly times: number[];
  readonly values: number[];
}

/** The times that are read: after the first, up to the second. */
export interface Reach {
  readonly base: bigint;
  readonly after: number;
  readonly upTo: number;
}

/** All samples of a range, its offset left out of account: times are those of the lines. */
export function seriesOf(node: RangeAggregateNode, streams: readonly LogStream[], reach: Reach): readonly Series[] {
  const { base } = reach;
  const { lines, unwrap } = node.of;
  const into = collector(node.grouping, unwrap?.label);
  if (unwrap === undefined && lines.stages.length === 0 && !isOfBytes(node.operator)) {
    // Every line counts, and whole streams share their labels: nothing has to be asked of a line but its time.
    for (const stream of selected(lines, streams)) {
      const times = timesOf(stream.lines, base).filter((time) => isWithin(time, reach));
      if (times.length > 0) into.addAll(stream.labels, times);
    }
    return into.series().map(inOrder);
  }
  const sampleOf = unwrap === undefined ? counting(node.operator) : unwrapping(unwrap);
  const within = (all: LogStream['lines']): LogStream['lines'] => {
    const times = timesOf(all, base);
    return all.filter((_, index) => isWithin(times[index] ?? Number.NaN, reach));
  };
  pass(lines, streams, { within, needed: neededLabels(node) }, (line, at) => {
    const value = sampleOf(line);
    if (value !== undefined) into.add(line, Number(at - base), value);
  });
  return into.series().map(inOrder);
}

function isWithin(time: number, { after, upTo }: Reach): boolean {
  return time > after && time <= upTo;
}

/** Many queries count the same lines from the same time on: the panels of a dashboard show the same hours. */
const known = new WeakMap<LogStream['lines'], { readonly base: bigint; readonly times: Float64Array }>();

/** When lines were written, in nanoseconds from `base`. */
function timesOf(lines: LogStream['lines'], base: bigint): Float64Array {
  const found = known.get(lines);
  if (found?.base === base) return found.times;
  const times = Float64Array.from(lines, ({ at }) => Number(at - base));
  known.set(lines, { base, times });
  return times;
}

type SampleOf = (line: Line) => number | undefined;

const encoder = new TextEncoder();
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters of one byte.
const ONE_BYTE_EACH = /^[\x00-\x7f]*$/;

function isOfBytes(operator: string): boolean {
  return operator === 'bytes_rate' || operator === 'bytes_over_time';
}

function counting(operator: string): SampleOf {
  if (!isOfBytes(operator)) return () => 1;
  return ({ text }) => (ONE_BYTE_EACH.test(text) ? text.length : encoder.encode(text).length);
}

function seconds(text: string): number | undefined {
  const ms = readGoDuration(text);
  return ms === undefined ? undefined : ms / 1000;
}

const CONVERSIONS = { duration: seconds, duration_seconds: seconds, bytes: readBytes } as const;

/** A line without the label has no sample; one whose label cannot be read has an error, which a filter may drop. */
function unwrapping({ label, conversion, filters }: Unwrap): SampleOf {
  const read = conversion === undefined ? readGoNumber : CONVERSIONS[conversion];
  const conditions = filters.map(condition);
  return ({ labels }) => {
    const text = labels.get(label) ?? '';
    if (text === '') return undefined;
    const value = read(text);
    if (value === undefined) labels.fail('SampleExtractionErr', `${label}=${text} is no ${conversion ?? 'number'}`);
    return conditions.every((holds) => holds(labels)) ? (value ?? 0) : undefined;
  };
}

interface Collector {
  readonly add: (line: Line, at: number, value: number) => void;
  /** Ones, at these times, of lines that have these labels. */
  readonly addAll: (labels: ReadonlyMap<string, string>, times: Float64Array) => void;
  readonly series: () => Series[];
}

function collector(grouping: Grouping | undefined, unwrapped: string | undefined): Collector {
  const all = new Map<string, Series>();
  /** Lines whose stages set no label share their stream's: most queries group these alone. */
  const known = new Map<ReadonlyMap<string, string>, Series>();
  const of = ({ labels: { all: labels, hasError } }: Line): Series =>
    withLabels(hasError ? labels : keptLabels(labels, grouping, unwrapped));
  const withLabels = (kept: ReadonlyMap<string, string>): Series => {
    const key = keyOf(kept);
    let series = all.get(key);
    if (series === undefined) {
      series = { labels: kept, times: [], values: [] };
      all.set(key, series);
    }
    return series;
  };
  const find = (line: Line): Series => {
    if (line.labels.isChanged) return of(line);
    let series = known.get(line.labels.all);
    if (series === undefined) {
      series = of(line);
      known.set(line.labels.all, series);
    }
    return series;
  };
  return {
    add: (line, at, value) => {
      const { times, values } = find(line);
      times.push(at);
      values.push(value);
    },
    addAll: (labels, added) => {
      const { times, values } = withLabels(keptLabels(labels, grouping, unwrapped));
      for (const time of added) {
        times.push(time);
        values.push(1);
      }
    },
    series: () => [...all.values()],
  };
}

/** The labels that a grouping leaves. */
export function keptLabels(
  labels: ReadonlyMap<string, string>,
  grouping: Grouping | undefined,
  dropped?: string,
): ReadonlyMap<string, string> {
  if (grouping?.kind === 'by') {
    const kept = new Map<string, string>();
    for (const name of grouping.labels) {
      const value = labels.get(name);
      if (value !== undefined) kept.set(name, value);
    }
    return kept;
  }
  if (grouping === undefined && (dropped === undefined || !labels.has(dropped))) return labels;
  const kept = new Map(labels);
  for (const name of grouping?.labels ?? []) kept.delete(name);
  if (dropped !== undefined) kept.delete(dropped);
  return kept;
}

/** The same text for the same labels, in whatever order they were set; an empty one is none. */
export function keyOf(labels: ReadonlyMap<string, string>): string {
  const names: string[] = [];
  for (const [name, value] of labels) if (value !== '') names.push(`${name}\u0001${value}`);
  return names.sort().join('\u0002');
}

/** Lines of several streams in one series come stream by stream. */
function inOrder(series: Series): Series {
  const { times, values } = series;
  if (times.every((time, i) => i === 0 || time >= (times[i - 1] ?? 0))) return series;
  // Of counted lines the times are all there is, and numbers alone are sorted many times as fast.
  if (values.every((value) => value === 1)) return { ...series, times: [...Float64Array.from(times).sort()] };
  const order = times.map((_, i) => i).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  return { ...series, times: order.map((i) => times[i] ?? 0), values: order.map((i) => values[i] ?? 0) };
}

/** Loki answers no numbers at all where a line could not be read. */
export function refuseErrors({ labels, times }: Series, first: number): void {
  const error = labels.get(ERROR);
  if (error === undefined) return;
  const after = Math.round((times[first] ?? 0) / SECONDS_AS_NS);
  throw new Unanswerable({
    found: `a line that ended in ${ERROR}="${error}", ${Math.abs(after)} s ${after < 0 ? 'before' : 'after'} the time asked for`,
    allowed: 'lines that every stage can read',
    remedy: `leave those out that it cannot: | ${ERROR}=""`,
  });
}

/** The first place in ascending times that lies after `time`. */
export function firstAfter(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
