/** Invented data for every query of a model: the same that its pictures are drawn from. */
import type { LogStream } from '../../lib/logql/evaluate/line.ts';
import { print as logText } from '../../lib/logql/print.ts';
import { queryDisplay, shownFactor } from '../../lib/model/look/display.ts';
import type { ResolvedModel, ResolvedPanel, ResolvedQuery, SignalWords } from '../../lib/model/resolved.ts';
import { print } from '../../lib/promql/print.ts';
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
          Object.fromEntries(panel.queries.map((query, index) => [refIdAt(index), shownSeries(panel, query, jobs)])),
        ]),
      ),
    ),
  );
}

function shownSeries(panel: ResolvedPanel, query: ResolvedQuery, jobs: KnownJobs): readonly SampleSeries[] {
  const series = seriesOf(query, jobs);
  if (query.unit.of !== 'timestamp') return series;
  const dateFactor = shownFactor(query.unit, queryDisplay(panel, query));
  return series.map(({ labels, values }) => ({ labels, values: values.map(beforeNow), dateFactor }));
}

/** Seconds since 1970 as milliseconds before the moment of all samples. */
function beforeNow(seconds: number): number {
  return NOW - Math.round(seconds * 1_000);
}

/** By signal, which stays the same as long as nothing of its definition changes; then by what is asked of it. */
const known = new WeakMap<SignalWords, WeakMap<KnownJobs, Map<string, readonly SampleSeries[]>>>();

/** The same query has the same series: of thousands, a save changes a few, and a profile asks what another asked. */
function seriesOf(query: ResolvedQuery, jobs: KnownJobs): readonly SampleSeries[] {
  const bySignal = known.get(query.signal) ?? new WeakMap<KnownJobs, Map<string, readonly SampleSeries[]>>();
  const byQuestion = bySignal.get(jobs) ?? new Map<string, readonly SampleSeries[]>();
  known.set(query.signal, bySignal.set(jobs, byQuestion));
  const question = questionOf(query);
  const found = byQuestion.get(question) ?? invented(query, jobs);
  byQuestion.set(question, found);
  return found;
}

function questionOf(query: ResolvedQuery): string {
  const { unit, labels, format, language } = query;
  return JSON.stringify([
    language,
    language === 'promql' ? print(query.node) : logText(query.node),
    unit,
    labels,
    format,
  ]);
}

function invented(query: ResolvedQuery, jobs: KnownJobs): readonly SampleSeries[] {
  if (query.format === 'heatmap') return bucketSeries(query);
  const series = sampleSeries(query, jobs);
  return query.unit.of === 'timestamp' ? series : series.map(rounded);
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
  const declared = new Set(
    panels.flatMap(({ logs }) => (logs?.node.examples === undefined ? [] : [logs.node.examples])),
  );
  return [...declared].flatMap(exampleStreams).map(sent);
}

/** By stream, which stays the same as long as its declaration does: there are thousands of lines. */
const written = new WeakMap<LogStream, SampleStream>();

function sent(stream: LogStream): SampleStream {
  const found = written.get(stream) ?? inMilliseconds(stream);
  written.set(stream, found);
  return found;
}

function inMilliseconds({ labels, lines }: LogStream): SampleStream {
  const before = lines.map(({ at, text }) => ({ before: NOW - Number(at / 1_000_000n), text }));
  return { labels, lines: before.filter(({ before }) => before <= HOUR) };
}
