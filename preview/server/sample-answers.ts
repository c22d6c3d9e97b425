/** Answers made of samples, in the words of a server: the page does not know the difference. */
import type { AdHocFilter, Answer, Chosen, Labels, LogStream, MatrixSeries, Span, Target } from '../protocol.ts';
import { letsThrough } from './ad-hoc.ts';
import type { SampleSeries } from './loaded.ts';

export interface SampleInput extends Moments {
  readonly target: Target;
  readonly series: readonly SampleSeries[];
  readonly chosen: Chosen;
  /** Label by variable. */
  readonly filter: Labels;
  /** Of a query for log lines: what the labels of a stream have to be. */
  readonly streams?: readonly AdHocFilter[];
}

/** What a server would have answered, had the samples been measured. */
export function sampleAnswer({ target, series, chosen, filter, streams = [], ...moments }: SampleInput): Answer {
  const { to } = moments;
  if (target.datasource?.type === 'loki') return sampleLogs(moments, streams);
  const shown = series.filter(({ labels }) => passes(labels, chosen, filter));
  if (target.instant === true) {
    return {
      resultType: 'vector',
      result: shown.map((each) => ({ metric: each.labels, value: [to / 1_000, valueAt(each, moments, to)] })),
    };
  }
  return { resultType: 'matrix', result: shown.map((each) => matrix(each, moments)) };
}

/** A series that lost the label to an aggregation passes: what it sums up cannot be told apart any more. */
function passes(labels: Labels, chosen: Chosen, filter: Labels): boolean {
  return Object.entries(filter).every(([variable, label]) => {
    const values = chosen[variable] ?? [];
    const value = labels[label];
    return values.length === 0 || value === undefined || values.includes(value);
  });
}

export interface Moments extends Span {
  /** The step that a server would be asked with. */
  readonly step: number;
  /** From the first value of a sample to the last; the time shown unless told. */
  readonly anchor?: Span;
}

/** As many points as a server would give: Grafana marks each where there are few. */
function matrix(series: SampleSeries, moments: Moments): MatrixSeries {
  const { from, to, step } = moments;
  const count = Math.max(1, Math.floor((to - from) / step));
  const times = Array.from({ length: count + 1 }, (_, index) => from + index * step);
  return {
    metric: series.labels,
    values: times.map((time) => [time / 1_000, valueAt(series, moments, time)] as const),
  };
}

function valueAt({ values }: SampleSeries, { from, to, anchor = { from, to } }: Moments, time: number): string {
  const between = values.every(Number.isInteger) ? held : gliding;
  const share = there((time - anchor.from) / (anchor.to - anchor.from));
  return numberText(between(values, Number((share * (values.length - 1)).toFixed(6))));
}

/** Before its first value and after its last a sample goes back the way it came: nothing jumps. */
function there(share: number): number {
  const turn = Math.abs(share) % 2;
  return turn > 1 ? 2 - turn : turn;
}

/** A state or a count stays what it is until the next moment. */
function held(values: readonly number[], at: number): number {
  return values[Math.floor(at)] ?? Number.NaN;
}

function gliding(values: readonly number[], at: number): number {
  const [low, high] = [held(values, at), values[Math.floor(at) + 1] ?? held(values, at)];
  return Number((low + (high - low) * (at - Math.floor(at))).toPrecision(6));
}

/** A number as Prometheus writes it. */
function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value);
}

const LINES = [
  ['vote', 'info', 'method=POST path=/ status=200 duration=0.012'],
  ['worker', 'info', "Processing vote for 'a' by '3f2c91'"],
  ['vote', 'info', 'method=GET path=/ status=200 duration=0.004'],
  ['result', 'warn', 'slow query took=1.204s'],
  ['db', 'info', 'checkpoint complete: wrote 12 buffers'],
  ['worker', 'error', 'Waiting for db: connection refused'],
] as const;

function sampleLogs({ from, to }: Span, matchers: readonly AdHocFilter[]): Answer {
  const gap = (to - from) / (LINES.length * 4 + 1);
  const result = LINES.map(([service, level, line], index): LogStream => {
    const times = [0, 1, 2, 3].map((round) => to - (round * LINES.length + index + 1) * gap);
    return { stream: { service, level }, values: times.map((ms) => [`${Math.round(ms)}000000`, line]) };
  });
  return { resultType: 'streams', result: result.filter(({ stream }) => letsThrough(matchers, stream)) };
}
