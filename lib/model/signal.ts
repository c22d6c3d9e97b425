/**
 * A signal is a named measurement: an expression with its unit, its words and its thresholds. A panel and an alert about
 * the same thing read the same signal.
 *
 * It is data, but for its query, which each reader asks again with the window and the labels that this reader chose.
 */
import { type LabelSet, labelSet } from '../promql/expr.ts';
import { type Duration, type DurationText, duration } from '../units/duration.ts';
import type { Unit } from '../units/unit.ts';
import type { Level, Thresholds } from './field.ts';
import { withOrigin } from './problem.ts';
import {
  type BucketQuery,
  type BucketSources,
  type Query,
  type Source,
  type Sources,
  sourcesOf,
} from './signal-query.ts';

/** How a signal's history is kept: a recording rule with its explicit name, since dashboards and history hang on it. */
export interface Recording {
  /** `level:metric:operations`, as `job:orders_waiting:max`. */
  readonly as: string;
  readonly group: string;
  readonly every: Duration;
  /** The window that the rule's own rates use. */
  readonly over: Duration;
}

/** What an empty answer means: nothing happened, nobody knows, or there is nothing to ask. */
export type WhenEmpty = 'zero' | 'no data' | 'not applicable';

/** How a series moves over the time shown. */
export type SampleShape = 'wobbling' | 'steady' | 'rising' | 'falling' | 'rare';

/** What values look like where nobody measured any, in pictures and previews, where the expression does not tell it. */
export interface Sample {
  /** Where the values mostly lie, in the signal's own unit. */
  readonly between: readonly [number, number];
  readonly shape?: SampleShape;
  /** Where the values of single series lie, by label and value: `{ state: { idle: [8, 12] } }`. */
  readonly of?: Readonly<Record<string, Readonly<Record<string, readonly [number, number] | ComputedSample>>>>;
  /** Values of labels that no scrape has shown. */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Values that follow from those of other signals, so that panels agree: a ratio is its parts divided, a whole the sum of
 * its parts. Each signal is read for the series' own labels, as far as it has them.
 */
export interface ComputedSample {
  readonly from: readonly AnySignal[];
  /** The value at a moment, from the values of `from` at that moment, in order. */
  readonly as: (...values: readonly number[]) => number;
  readonly labels?: Readonly<Record<string, readonly string[]>>;
}

/** Any signal, its labels and unit unknown to the compiler. */
export interface AnySignal {
  readonly kind: 'signal' | 'distribution';
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly unit: Unit;
  /** The finest split that the signal allows. */
  readonly split: { readonly names: readonly string[] };
  readonly levels: readonly Level[];
  readonly thresholds?: Thresholds;
  readonly whenEmpty: WhenEmpty;
  /** What is written where there is no value. */
  readonly emptyText: string;
  readonly sample?: Sample | ComputedSample;
  readonly recording?: Recording;
  /** Settings that say what is so anyway. */
  readonly repeats: readonly string[];
  /** By profile; the empty name stands for every profile. */
  readonly sources: Readonly<Record<string, Source>>;
}

/** A signal with its labels `S`, unit `U`, levels `Lv`, and whether its history is recorded. */
export interface Signal<in out S extends string, out U extends Unit, out Lv extends Level, out R extends IsRecorded>
  extends AnySignal {
  readonly kind: 'signal';
  readonly unit: U;
  readonly split: LabelSet<S>;
  readonly levels: readonly Lv[];
  readonly history: R;
}

export type IsRecorded = 'recorded' | 'not recorded';

/** Whether a definition says `recorded`. */
export type HistoryOf<R> = R extends RecordingInput ? 'recorded' : 'not recorded';

/** `level:metric:operations`: the convention for the names of recorded series. */
export type RecordedName = `${string}:${string}:${string}`;

type Limits<Lv extends Level> = { readonly [K in Lv]: number };

/**
 * The limits, `from` which value on or `below` which value the measurement is a concern, and where the numbers come from.
 * A value at the limit is a concern `from` it, and none `below` it: rules have `>=` and `<`.
 */
export type ThresholdsInput<Lv extends Level> = (
  | { readonly from: Limits<Lv>; readonly below?: never }
  | { readonly below: Limits<Lv>; readonly from?: never }
) & { readonly reason?: string };

/** The recorded series of a signal: its name, its group of rules, and how often it is evaluated, over how long. */
export interface RecordingInput {
  readonly as: RecordedName;
  readonly group: string;
  readonly every: DurationText;
  readonly over?: DurationText;
}

/** What `signal()` takes. */
export interface SignalInput<
  S extends string,
  U extends Unit,
  Lv extends Level,
  R extends RecordingInput | undefined,
  P extends string = never,
> {
  /** Kebab-case and unique: panels are found by it. */
  readonly id: string;
  readonly name: string;
  /** What it means, and what to do when it is off. */
  readonly description: string;
  readonly unit: U;
  /** The finest split that the query allows; the query hands `by`, some or all of these, to each of its aggregations. */
  readonly labels?: readonly S[];
  readonly query: [P] extends [never] ? Query<S, U> : Sources<S, U, P>;
  readonly whenEmpty: WhenEmpty;
  /** What is written where there is no value, where the usual words say too little: 'No limit set'. */
  readonly emptyText?: string;
  readonly thresholds?: ThresholdsInput<Lv>;
  readonly recorded?: R;
  /** What its values look like in a picture, where the expression does not tell. */
  readonly sample?: Sample | ComputedSample;
}

const EMPTY_TEXT: Readonly<Record<WhenEmpty, string>> = { zero: '0', 'no data': 'No data', 'not applicable': '–' };

/**
 * A signal: a named measurement that panels and alerts share. Its query is asked again by each reader, with the window
 * and the labels that this reader chose. Labels: `by` is some or all of `labels`. Unit: the query's own.
 *
 * @throws TypeError when the query's labels or unit at run time are not what the types promised.
 * @example
 * export const ordersWaiting = signal({
 *   id: 'orders-waiting',
 *   name: 'Orders waiting',
 *   description: 'Orders in the list that the worker has not taken yet.',
 *   unit: unit.count('orders'),
 *   labels: ['service'],
 *   query: ({ by }) => countedAs('orders', max(redis_key_size.where({ key: 'orders' }), { by })),
 *   thresholds: { from: { warning: 100, critical: 1000 } },
 *   whenEmpty: 'no data',
 * });
 * // max(redis_key_size{job="redis",key="orders"})
 */
export function signal<
  U extends Unit,
  const S extends string = never,
  const Lv extends Level = never,
  const R extends RecordingInput | undefined = undefined,
  P extends string = never,
>(input: SignalInput<S, U, Lv, R, P>): Signal<S, U, Lv, HistoryOf<R>> {
  const { id, name, description, unit, labels = [], query, whenEmpty, recorded, sample } = input;
  const limits = input.thresholds === undefined ? undefined : thresholdsOf(input.thresholds);
  const made = {
    kind: 'signal' as const,
    id,
    name,
    description,
    unit,
    split: labelSet(labels),
    // The keys of the thresholds are the levels; Object.keys() forgets that.
    levels: Object.freeze(Object.keys(limits?.at ?? {}) as Lv[]),
    whenEmpty,
    emptyText: input.emptyText ?? EMPTY_TEXT[whenEmpty],
    repeats: input.emptyText === EMPTY_TEXT[whenEmpty] ? ['emptyText'] : [],
    sources: sourcesOf(query, { id, unit, labels, besides: [] }),
    // HistoryOf<R> is exactly whether `recorded` was given.
    history: (recorded === undefined ? 'not recorded' : 'recorded') as HistoryOf<R>,
    ...(limits === undefined ? {} : { thresholds: limits }),
    ...(recorded === undefined ? {} : { recording: recording(recorded) }),
    ...(sample === undefined ? {} : { sample }),
  };
  return withOrigin(Object.freeze(made), signal);
}

/** How values are distributed: buckets over time, each with its bound in the label `le`. Only a heatmap can show them. */
export interface Distribution<in out S extends string, out U extends Unit> extends AnySignal {
  readonly kind: 'distribution';
  readonly unit: U;
  readonly split: LabelSet<S>;
}

/** What `distribution()` takes. */
export interface DistributionInput<S extends string, U extends Unit, P extends string = never> {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** What the histogram observed. */
  readonly unit: U;
  readonly labels?: readonly S[];
  readonly query: [P] extends [never] ? BucketQuery<S, U> : BucketSources<S, U, P>;
  /** Buckets of many series over a day are slow to read: a recording rule adds them up beforehand. */
  readonly recorded?: RecordingInput;
}

/**
 * How values are distributed, for heatmaps. Unit: what the histogram observed. Labels: as a signal's, and `le`.
 *
 * @example
 * export const latency = distribution({
 *   id: 'latency',
 *   name: 'Latency',
 *   description: 'How many requests took how long.',
 *   unit: unit.seconds,
 *   query: ({ window, by }) => sum(buckets(http_request_duration_seconds, window), { by: [...by, 'le'] }),
 * });
 * // sum by (le) (rate(http_request_duration_seconds_bucket{job="shop"}[$__rate_interval]))
 */
export function distribution<U extends Unit, const S extends string = never, P extends string = never>(
  input: DistributionInput<S, U, P>,
): Distribution<S, U> {
  const { id, name, description, unit, labels = [], query, recorded } = input;
  const made = {
    kind: 'distribution',
    id,
    name,
    description,
    unit,
    split: labelSet(labels),
    levels: [],
    whenEmpty: 'no data',
    emptyText: EMPTY_TEXT['no data'],
    repeats: [],
    sources: sourcesOf<S>(query, { id, unit, labels, besides: ['le'] }),
    ...(recorded === undefined ? {} : { recording: recording(recorded) }),
  } as const;
  return withOrigin(Object.freeze(made), distribution);
}

/** The labels of a signal's finest split, and the bound of each bucket where it yields buckets. */
export function labelsOf({ kind, split }: Pick<AnySignal, 'kind' | 'split'>): readonly string[] {
  return kind === 'signal' ? split.names : labelSet([...split.names, 'le']).names;
}

/** The thresholds as their readers want them. For this room. */
export function thresholdsOf<Lv extends Level>(input: ThresholdsInput<Lv>): Thresholds {
  const direction = input.from === undefined ? 'below' : 'from';
  const at: Partial<Record<Level, number>> = { ...(input.from ?? input.below) };
  // Only the levels that were given are present; readers ask `levels` first.
  return Object.freeze({
    direction,
    at: Object.freeze(at) as Thresholds['at'],
    ...(input.reason === undefined ? {} : { reason: input.reason }),
  });
}

function recording({ as, group, every, over = '5m' }: RecordingInput): Recording {
  return Object.freeze({ as, group, every: duration(every), over: duration(over) });
}
