/** Answers made of samples, in the words of a server: the page does not know the difference. */
import type { LogLine } from '../../lib/sample/neutral-lines.ts';
import type { Answer, Chosen, Labels, MatrixSeries, Span, Target } from '../protocol.ts';
import type { SampleSeries } from './loaded.ts';

export interface SampleInput extends Moments {
  readonly target: Target;
  readonly series: readonly SampleSeries[];
  readonly chosen: Chosen;
  /** Label by variable. */
  readonly filter: Labels;
  /** Of a query for log lines, in place of series. */
  readonly logs?: readonly LogLine[];
}

/** What a server would have answered, had the samples been measured. */
export function sampleAnswer({ target, series, chosen, filter, logs, ...moments }: SampleInput): Answer {
  const { to } = moments;
  if (logs !== undefined) return sampleLogs(logs, moments);
  const shown = series.filter(({ labels }) => passes(labels, chosen, filter));
  if (target.instant === true || target.queryType === 'instant') {
    return {
      resultType: 'vector',
      result: shown.map((each) => ({
        metric: each.labels,
        value: [to / 1_000, valueText(each, moments, to, between)],
      })),
    };
  }
  return {
    resultType: 'matrix',
    result: shown.map((each) => matrix(each, moments, target.format === 'heatmap' ? counted : between)),
  };
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
function matrix(series: SampleSeries, moments: Moments, at: ValueAt): MatrixSeries {
  const { from, to, step } = moments;
  const count = Math.max(1, Math.floor((to - from) / step));
  const times = Array.from({ length: count + 1 }, (_, index) => from + index * step);
  return {
    metric: series.labels,
    values: times.map((time) => [time / 1_000, valueText(series, moments, time, at)] as const),
  };
}

function valueText({ values, dateFactor }: SampleSeries, moments: Moments, time: number, at: ValueAt): string {
  const value = at(values, shareAt(moments, time));
  if (dateFactor === undefined) return numberText(value);
  const newest = moments.anchor?.to ?? moments.to;
  return numberText(((newest - value) / 1_000) * dateFactor);
}

/** The value of a sample at a share of its time. */
type ValueAt = (values: readonly number[], share: number) => number;

function shareAt({ from, to, anchor = { from, to } }: Moments, time: number): number {
  return there((time - anchor.from) / (anchor.to - anchor.from));
}

const between: ValueAt = (values, share) => {
  const at = Number((share * (values.length - 1)).toFixed(6));
  return values.every(isCount) ? held(values, at) : gliding(values, at);
};

/** A gap is no sign of parts: what is counted in log lines has some. */
function isCount(value: number): boolean {
  return Number.isInteger(value) || Number.isNaN(value);
}

/** The counts of a bucket hold for a column of the heatmap, each as wide as the others. */
const counted: ValueAt = (values, share) => held(values, Math.min(values.length - 1, share * values.length));

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

/** The log lines that are in sight, by stream; those of an earlier time are not invented. */
function sampleLogs(lines: readonly LogLine[], { from, to, anchor = { from, to } }: Moments): Answer {
  const streams = new Map<string, { stream: Labels; values: (readonly [string, string])[] }>();
  for (const { before, text, labels } of lines) {
    const at = anchor.to - before;
    if (at < from || at > to) continue;
    const key = JSON.stringify(labels);
    const { stream, values } = streams.get(key) ?? { stream: labels, values: [] };
    streams.set(key, { stream, values: [...values, [`${Math.round(at)}000000`, text]] });
  }
  return { resultType: 'streams', result: [...streams.values()] };
}
