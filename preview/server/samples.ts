/** Invented data for every query of a model: the same series that its pictures are drawn from. */

import type { ResolvedModel, ResolvedQuery } from '../../lib/model/resolved.ts';
import type { Node } from '../../lib/promql/node.ts';
import { children } from '../../lib/promql/walk.ts';
import { random, seedOf } from '../../lib/sample/random.ts';
import { sampleSeries } from '../../lib/sample/series.ts';
import { type KnownJobs, knownJobs } from '../../lib/sample/target-labels.ts';
import { refIdAt } from './describe-panel.ts';
import type { SampleSeries, Samples } from './loaded.ts';

/** By dashboard and panel. */
export function samplesOf(model: ResolvedModel): Samples {
  const jobs = knownJobs(model.jobs);
  return Object.fromEntries(
    model.dashboards.flatMap(({ uid, rows }) =>
      rows.flatMap(({ panels }) =>
        panels.map((panel) => [
          `${uid}/${panel.id}`,
          Object.fromEntries(panel.queries.map((query, index) => [refIdAt(index), seriesOf(query, jobs)])),
        ]),
      ),
    ),
  );
}

function seriesOf(query: ResolvedQuery, jobs: KnownJobs): readonly SampleSeries[] {
  return query.format === 'heatmap' ? bucketSeries(query) : sampleSeries(query, jobs).map(rounded);
}

/** Digits that nobody sees would only make messages long. */
function rounded({ labels, values }: SampleSeries): SampleSeries {
  return { labels, values: values.map((value) => Number(value.toPrecision(6))) };
}

const MOMENTS = 61;
const USUAL_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Counts by bucket: most observations around a middle that wanders, cumulative as Prometheus counts them. */
function bucketSeries(query: ResolvedQuery): readonly SampleSeries[] {
  const bounds = boundsOf(query.node) ?? USUAL_BOUNDS;
  const seed = seedOf(query.signal.id);
  const moments = Array.from({ length: MOMENTS }, (_, moment) => countsAt(moment, bounds.length + 1, seed));
  return [...bounds.map(String), '+Inf'].map((le, bucket) => ({
    labels: { le },
    values: moments.map((counts) =>
      Number(
        counts
          .slice(0, bucket + 1)
          .reduce((sum, count) => sum + count, 0)
          .toFixed(3),
      ),
    ),
  }));
}

function countsAt(moment: number, buckets: number, seed: number): readonly number[] {
  const middle = buckets * (0.42 + 0.1 * Math.sin(moment / 9));
  return Array.from({ length: buckets }, (_, bucket) => {
    const share = Math.exp(-((bucket - middle) ** 2) / 3);
    return share < 0.01 ? 0 : 40 * share * (0.75 + 0.5 * random(seed, moment * buckets + bucket));
  });
}

/** The bounds of the first histogram that an expression reads. */
function boundsOf(node: Node): readonly number[] | undefined {
  if (node.kind === 'selector' && node.facts?.bounds !== undefined) return node.facts.bounds;
  return children(node)
    .map(boundsOf)
    .find((bounds) => bounds !== undefined);
}
