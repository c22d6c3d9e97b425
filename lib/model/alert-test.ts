/** The tests of an alert: the series and lines that are given, and what it says of them, or that it stays silent. */
import type { MetricFacts } from '../catalogue/metric.ts';
import type { SelectorNode } from '../promql/node.ts';
import { type Duration, type DurationText, duration } from '../units/duration.ts';
import type { GivenLines } from './alert-lines.ts';
import type { Level } from './field.ts';

/** `critical` pages, `warning` makes a ticket, `info` is only shown. */
export type Severity = Level | 'info' | 'none';

/** One input series of a test, in promtool's notation of values. */
export interface GivenSeries {
  readonly metric: MetricFacts;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly values: string;
}

/** What is given, and when the alert is looked at. */
interface Situation {
  /** Series, lines, or both for an alert that one profile reads from metrics and another from lines. */
  readonly given: readonly (GivenSeries | GivenLines)[];
  /** The step between the given values; a minute where nothing is said. */
  readonly every?: DurationText;
  readonly at: DurationText;
  /** What the alert's other severities say in that situation. */
  readonly also?: AlsoFiring;
}

/** A firing alert: the labels that come from its expression, and its description as promtool renders it. */
export interface Firing<L extends string = string> {
  readonly labels: { readonly [K in L]: string };
  readonly says: string;
}

/** What the same alert says in other severities. */
export type AlsoFiring = { readonly [S in Severity]?: Firing };

/** A test in which the alert fires. */
export interface Fires<L extends string> extends Situation, Firing<L> {}

/** A test in which the alert stays silent, and the situation that it must not take for the fault. */
export interface Silent extends Situation {
  readonly reason: string;
}

/** Several ways to fire where several things set it off. */
export interface AlertTestInput<L extends string> {
  readonly fires: Fires<L> | readonly Fires<L>[];
  readonly silent: readonly Silent[];
}

type Timed<T extends Situation> = Omit<T, 'given' | 'every' | 'at'> & {
  readonly given: readonly GivenSeries[];
  /** Left out where the test gives none. */
  readonly lines?: readonly GivenLines[];
  readonly every: Duration;
  readonly at: Duration;
};

export type FiringTest = Timed<Fires<string>>;
export type SilentTest = Timed<Silent>;

export interface AlertTest {
  readonly fires: readonly FiringTest[];
  readonly silent: readonly SilentTest[];
}

/** The tests of an alert with their durations read. */
export function alertTest({ fires, silent }: AlertTestInput<string>): AlertTest {
  return Object.freeze({
    fires: Object.freeze([fires].flat().map(timed)),
    silent: Object.freeze(silent.map(timed)),
  });
}

/** The step between given values where a test says none. */
const USUAL_STEP = '1m';

/** Whether a test says the step that it would have anyway. */
export function saysUsualStep({ fires, silent }: AlertTestInput<string>): boolean {
  return [fires, silent].flat().some(({ every }) => every === USUAL_STEP);
}

function timed<T extends Situation>(test: T): Timed<T> {
  const { every = USUAL_STEP, at, given, ...rest } = test;
  const lines = given.filter(isLines);
  return {
    ...rest,
    given: given.filter(isSeries),
    ...(lines.length === 0 ? {} : { lines }),
    every: duration(every),
    at: duration(at),
  };
}

function isLines(given: GivenSeries | GivenLines): given is GivenLines {
  return 'kind' in given;
}

function isSeries(given: GivenSeries | GivenLines): given is GivenSeries {
  return !isLines(given);
}

interface Given<L extends string> {
  readonly facts: MetricFacts;
  readonly node: SelectorNode;
  readonly labels: { readonly names: readonly L[] };
}

/** Labels that a test may leave out: the job is the metric's, the instance an example. */
type Filled = 'job' | 'instance';

/**
 * An input series of a test, in promtool's notation: `'200+20x40'` starts at 200 and grows by 20, forty times.
 *
 * @example series(redis_key_size, { db: 'db0', key: 'orders', service: 'redis' }, '200+20x40')
 */
export function series<L extends string>(
  of: Given<L>,
  labels: { readonly [K in Exclude<L, Filled>]: string } & { readonly [K in L & Filled]?: string },
  values: string,
  options: { readonly part?: '_bucket' | '_sum' | '_count'; readonly le?: string } = {},
): GivenSeries {
  const { facts, node } = of;
  const stated: { readonly job?: string } = labels;
  const [job, ...others] = stated.job === undefined ? facts.source.target.jobs : [stated.job];
  if (others.length > 0) {
    throw new TypeError(`series(${node.metric}): say which job is meant: ${[job, ...others].join(', ')}.`);
  }
  const target = facts.source.target.labels.length === 0 ? {} : { instance: `${job}:1`, job: job ?? '' };
  const le = options.le === undefined ? {} : { le: options.le };
  const all: Readonly<Record<string, string>> = { ...target, ...labels, ...le };
  return Object.freeze({
    metric: facts,
    name: `${node.metric}${options.part ?? ''}`,
    labels: Object.freeze(all),
    values,
  });
}
