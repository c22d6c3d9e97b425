/**
 * Loki's aggregations, and what each takes.
 * Source: https://grafana.com/docs/loki/latest/query/metric_queries/
 */

interface RangeAggregation {
  /** Whether it reads a label's values or counts lines. */
  readonly unwrap: 'needed' | 'refused' | 'possible';
  /** Whether `by` and `without` may stand behind it. */
  readonly grouping: boolean;
  readonly parameter: 'quantile' | 'none';
}

const COUNTS: RangeAggregation = { unwrap: 'refused', grouping: false, parameter: 'none' };
const READS: RangeAggregation = { unwrap: 'needed', grouping: true, parameter: 'none' };

/** Aggregations over the lines of a range. */
export const RANGE_AGGREGATIONS: Readonly<Record<string, RangeAggregation>> = {
  rate: { unwrap: 'possible', grouping: false, parameter: 'none' },
  count_over_time: COUNTS,
  bytes_rate: COUNTS,
  bytes_over_time: COUNTS,
  absent_over_time: { unwrap: 'possible', grouping: false, parameter: 'none' },
  rate_counter: { unwrap: 'needed', grouping: false, parameter: 'none' },
  sum_over_time: { unwrap: 'needed', grouping: false, parameter: 'none' },
  avg_over_time: READS,
  min_over_time: READS,
  max_over_time: READS,
  first_over_time: READS,
  last_over_time: READS,
  stddev_over_time: READS,
  stdvar_over_time: READS,
  quantile_over_time: { unwrap: 'needed', grouping: true, parameter: 'quantile' },
};

interface Aggregation {
  readonly grouping: boolean;
  readonly parameter: 'count' | 'none';
}

const PLAIN: Aggregation = { grouping: true, parameter: 'none' };

/** Aggregations over series. */
export const AGGREGATIONS: Readonly<Record<string, Aggregation>> = {
  sum: PLAIN,
  avg: PLAIN,
  min: PLAIN,
  max: PLAIN,
  count: PLAIN,
  stddev: PLAIN,
  stdvar: PLAIN,
  topk: { grouping: true, parameter: 'count' },
  bottomk: { grouping: true, parameter: 'count' },
  sort: { grouping: false, parameter: 'none' },
  sort_desc: { grouping: false, parameter: 'none' },
};
