/** Invented data for every query of a model: the same that its pictures are drawn from. */
import type { ResolvedModel, ResolvedQuery } from '../../lib/model/resolved.ts';
import { sampleBuckets } from '../../lib/sample/buckets.ts';
import { exampleStreams } from '../../lib/sample/log-lines.ts';
import { sampleSeries } from '../../lib/sample/series.ts';
import { type KnownJobs, knownJobs, type Labels } from '../../lib/sample/target-labels.ts';
import { NOW } from '../../lib/sample/time.ts';
import { refIdAt } from './describe-panel.ts';
import type { SampleSeries, SampleStream, Samples } from './loaded.ts';

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

/** Counts by bucket, cumulative as Prometheus counts them. */
function bucketSeries(query: ResolvedQuery): readonly SampleSeries[] {
  const { bounds, counts } = sampleBuckets(query);
  let below: readonly number[] = [];
  return bounds.map((bound, bucket) => {
    below = (counts[bucket] ?? []).map((count, moment) => Number((count + (below[moment] ?? 0)).toFixed(3)));
    return { labels: { le: bound === Number.POSITIVE_INFINITY ? '+Inf' : String(bound) }, values: below };
  });
}

/** The streams that log lines may stand in: one for each service that is scraped. */
export function streamsOf(model: ResolvedModel): readonly Labels[] {
  const targets = [...knownJobs(model.jobs).values()].flatMap((job) => job.targets);
  const services = new Set(targets.flatMap(({ service }) => (service === undefined ? [] : [service])));
  return [...services].sort().map((service) => ({ service }));
}

const HOUR = 3_600_000;

/** The lines that the streams of a model's logs panels declare, of the hour that is shown. */
export function linesOf(model: ResolvedModel): readonly SampleStream[] {
  const panels = model.dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels));
  const declared = new Set(panels.flatMap(({ logs }) => logs?.node.examples ?? []));
  return exampleStreams([...declared]).map(({ labels, lines }) => ({
    labels,
    lines: lines
      .map(({ at, text }) => ({ before: NOW - Number(at / 1_000_000n), text }))
      .filter(({ before }) => before <= HOUR),
  }));
}
