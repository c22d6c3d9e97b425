/** Prometheus counts buckets cumulatively; a heatmap shows what fell into each. */
import type { MatrixSeries } from '../../protocol.ts';

/** The series of a histogram in the order of their bounds, each less the one below it. */
export function perBucket(series: readonly MatrixSeries[]): readonly MatrixSeries[] {
  const ordered = [...series].sort((a, b) => bound(a) - bound(b));
  return ordered.map((each, index) => {
    const below = new Map(ordered[index - 1]?.values ?? []);
    return {
      metric: each.metric,
      values: each.values.map(([seconds, value]) => {
        const own = Number(value) - Number(below.get(seconds) ?? 0);
        return [seconds, String(Math.max(0, own))] as const;
      }),
    };
  });
}

function bound({ metric }: MatrixSeries): number {
  return metric.le === undefined || metric.le === '+Inf' ? Number.POSITIVE_INFINITY : Number(metric.le);
}
