/**
 * How Alloy reads the logs of containers: whose, with which labels, what is masked, and what is counted in them. All
 * expressions are RE2, Go's.
 * Source: https://grafana.com/docs/alloy/latest/reference/components/loki/
 */
import type { DurationText } from '../../units/duration.ts';

/** Text that must not reach the store: what a group of the expression matches is replaced. */
export interface Mask {
  readonly expression: string;
  readonly replacement: string;
  /** Whose secret it is. */
  readonly reason: string;
}

/** Lines that the expression matches have this level; of several, the last one counts. */
export interface LevelRule {
  readonly level: string;
  readonly expression: string;
}

/** Lines of one service as a metric of Alloy. Named groups of the expression become labels. */
interface CountedLines {
  /** The metric's whole name: `log_http_requests_total`. */
  readonly name: `${string}_${string}`;
  readonly help: string;
}

/** A counter of lines. */
export interface LineCounter extends CountedLines {
  readonly kind: 'counter';
}

/** A histogram of what a group matches: a number of seconds, or one with its unit, as `1500us`. */
export interface LineHistogram extends CountedLines {
  readonly kind: 'histogram';
  /** The group; lines where it matches nothing are not counted. */
  readonly of: string;
  /** The upper bounds of its buckets, in seconds. */
  readonly bounds: readonly number[];
}

/** What is measured in the lines of a service. */
export interface Measured {
  readonly service: string;
  /** Lines that it does not match are not counted. */
  readonly expression: string;
  /** Groups that become labels of the metrics, and of nothing else. */
  readonly labels: readonly string[];
  readonly metrics: readonly (LineCounter | LineHistogram)[];
}

/** Whose lines are read, and what is done to them on their way. */
export interface LogCollection {
  /** Docker's address: `tcp://docker-proxy:2375`. */
  readonly docker: string;
  /** Where lines are pushed: `http://loki:3100/loki/api/v1/push`. */
  readonly push: string;
  /** Only containers of this Compose project. */
  readonly project: string;
  /** How often new containers are looked for. */
  readonly refresh: DurationText;
  readonly masks: readonly Mask[];
  /** The level of lines that no rule matches. */
  readonly level: string;
  readonly levels: readonly LevelRule[];
  readonly measured: readonly Measured[];
  /**
   * After how long without a line a series of a metric is dropped, to begin at zero with the next one: a night without
   * requests is no reason.
   */
  readonly idle: DurationText;
}

/** The labels that Alloy sets on each stream: those of its container and of the line, and the level. */
export const SHIPPED_LABELS = ['project', 'service', 'container', 'stream', 'level'] as const;
