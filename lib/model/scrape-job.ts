/** A scrape job: which addresses Prometheus asks, and which labels their series get. */
import type { Target } from '../catalogue/metric.ts';
import type { JobLabels } from '../promql/result/series.ts';
import { type Duration, type DurationText, duration } from '../units/duration.ts';
import type { Discovery, HttpClient } from './discovery.ts';
import { type Relabel, writtenBy } from './relabel.ts';
import { isRemoved } from './relabelled.ts';

/** Addresses that share labels. */
export interface StaticTargets {
  readonly targets: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
}

/** A job of `scrape_configs`, as `scrapeJob()` makes it. */
export interface ScrapeJob extends HttpClient {
  readonly job: string;
  readonly target: Target;
  readonly static: readonly StaticTargets[];
  readonly discovery: readonly Discovery[];
  readonly scheme?: 'https';
  readonly honorLabels?: true;
  readonly honorTimestamps?: false;
  readonly relabel: readonly Relabel[];
  readonly metricRelabel: readonly Relabel[];
  readonly path?: string;
  readonly params?: Readonly<Record<string, readonly string[]>>;
  readonly every?: Duration;
  readonly timeout?: Duration;
  readonly sampleLimit?: number;
  readonly labelValueLengthLimit?: number;
  readonly trackTimestampsStaleness?: true;
  /** What the job is for, as a comment in the file. */
  readonly purpose: string;
  /** The profiles in which its targets expose nothing of their own, and why. */
  readonly exposesNothing: Readonly<Record<string, string>>;
}

/** Where a job finds its targets, and how it speaks to them. */
export interface TargetPlaces extends HttpClient {
  /** Addresses that are written down. */
  readonly static?: readonly StaticTargets[];
  readonly discovery?: readonly Discovery[];
  /** HTTP unless told. */
  readonly scheme?: 'https';
  readonly relabel?: readonly Relabel[];
}

/** What `scrapeJob()` takes: what the job is for, where its targets are, and how they are asked. */
export interface ScrapeJobOptions extends TargetPlaces {
  /** The job's name, where several jobs scrape the target; else it is the target's. */
  readonly job?: string;
  readonly purpose: string;
  readonly metricRelabel?: readonly Relabel[];
  readonly path?: string;
  readonly params?: Readonly<Record<string, readonly string[]>>;
  readonly every?: DurationText;
  readonly timeout?: DurationText;
  readonly sampleLimit?: number;
  readonly labelValueLengthLimit?: number;
  readonly trackTimestampsStaleness?: true;
  /** Labels of the exposition go before those of the target: for what has collected the series of others. */
  readonly honorLabels?: true;
  /** `false` takes the time of the scrape instead of the one that the exposition tells. */
  readonly honorTimestamps?: false;
  /**
   * The profiles in which its targets are asked and expose nothing, each with the reason: there nothing may read their
   * metrics. Whether they can be reached is known in any profile.
   */
  readonly exposesNothing?: Readonly<Record<string, string>>;
}

/**
 * The job that scrapes a target.
 *
 * @example scrapeJob(redis, { purpose: 'Redis', static: [{ targets: ['redis-exporter:9121'], labels: { service: 'redis' } }] })
 */
export function scrapeJob(target: Target, options: ScrapeJobOptions): ScrapeJob {
  const { every, timeout, static: written = [], discovery = [], relabel = [], metricRelabel = [], ...rest } = options;
  const { exposesNothing = {} } = options;
  return Object.freeze({
    ...rest,
    job: options.job ?? target.job,
    target,
    static: written,
    discovery,
    relabel,
    metricRelabel,
    exposesNothing,
    ...(every === undefined ? {} : { every: duration(every) }),
    ...(timeout === undefined ? {} : { timeout: duration(timeout) }),
  });
}

/** The labels that a job adds to every series, with the values of those that are the same for all its targets. */
export function jobLabels(scrape: ScrapeJob): JobLabels {
  const { job, target, static: groups, discovery, relabel, metricRelabel, honorLabels } = scrape;
  const removes = (label: string): boolean => metricRelabel.some((step) => isRemoved(step, label));
  if (honorLabels) return Object.freeze({ names: target.labels, fixed: new Map(), removes });
  const written = new Set([...relabel, ...metricRelabel].map(writtenBy));
  const fixed = new Map<string, string>();
  for (const name of ['job', ...target.labels].filter((label) => !written.has(label))) {
    const value = name === 'job' ? job : discovery.length > 0 ? undefined : onlyValue(groups, name);
    if (value !== undefined) fixed.set(name, value);
  }
  return Object.freeze({ names: target.labels, fixed, removes });
}

function onlyValue(groups: readonly StaticTargets[], label: string): string | undefined {
  const [value, ...more] = new Set(groups.map(({ labels }) => labels?.[label]));
  return more.length === 0 ? value : undefined;
}
