/** How servers of the deployment are set up that have a configuration file of their own: Loki, and blackbox_exporter. */
import type { DurationText } from '../../units/duration.ts';

/**
 * How Loki keeps logs. It has no limit of size: what it takes in is bounded by a rate, and what it keeps by time.
 * Source: https://grafana.com/docs/loki/latest/configure/
 */
export interface LogStore {
  /** After how long a line is deleted. */
  readonly retention: DurationText;
  /**
   * The most text that it takes in over that time, in gigabytes before compression: what comes faster, on average, is
   * refused, and `loki_discarded_samples_total` counts it.
   */
  readonly gigabytes: number;
  /** How much may come at once, in megabytes. */
  readonly burstMegabytes: number;
  /** Where it listens. */
  readonly port: number;
  /** Where alerts about logs go. */
  readonly alertmanager: `${string}:${number}`;
  /** How often those are evaluated. */
  readonly evaluationInterval: DurationText;
}

/**
 * What blackbox_exporter can be asked: a page that must answer, or a port that must take a connection.
 * Source: https://github.com/prometheus/blackbox_exporter/blob/master/CONFIGURATION.md
 */
export type ProbeModule =
  | {
      readonly kind: 'http';
      readonly timeout: DurationText;
      /** Codes that are fine; 200 to 299 unless told. */
      readonly status?: readonly number[];
    }
  | { readonly kind: 'tcp'; readonly timeout: DurationText };
