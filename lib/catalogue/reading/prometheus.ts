/**
 * Reads the metrics of one job out of a running Prometheus. It knows kinds and help texts by family and the series by
 * their labels; target labels are taken off again, so that the result is what the exporter said.
 * API: https://prometheus.io/docs/prometheus/latest/querying/api/
 */

import { done, failed, type Outcome } from '../../units/problem.ts';
import { type ExposedKind, exposedKinds, type Family, type Sample } from '../exposition/family.ts';
import { shownAddress } from './address.ts';
import type { Request } from './http.ts';
import { askPrometheus } from './prometheus-api.ts';
import { type Reading, unreadable } from './reading.ts';
import { isFields, isLabels, listOf } from './shape.ts';

/** Which series of which Prometheus. */
export interface PrometheusSource {
  /** Its address, as in a browser. */
  readonly url: string;
  /** A series selector, such as `{job="redis"}`. */
  readonly selector: string;
}

type Series = Readonly<Record<string, string>>;
type Facts = { readonly type: string; readonly help: string; readonly unit: string };
type TargetFacts = Facts & { readonly metric: string };
type Metadata = ReadonlyMap<string, Facts>;
type Targets = { readonly activeTargets: readonly { readonly labels: Series }[] };
type Growing = Family & { readonly samples: Sample[] };

/** Series that Prometheus makes itself, or that rules make. */
const NOT_EXPOSED = /^(?:up|ALERTS|ALERTS_FOR_STATE|scrape_[a-z_]+)$|:/;
const SUFFIX = /_(?:bucket|sum|count|total|created|gsum|gcount|info)$/;
const HOUR_MS = 3_600_000;

/** More targets of one exporter describe its metrics no better. */
const MOST_TARGETS = 20;

/** The families that a selector finds, as Prometheus remembers the last hour: kinds, help and labels, no values. */
export async function readFromPrometheus(source: PrometheusSource, request: Request = {}): Promise<Outcome<Reading>> {
  const { url, selector } = source;
  const start = new Date(Date.now() - HOUR_MS).toISOString();
  const build = await askPrometheus({ url, path: 'status/buildinfo', ...request }, (data) =>
    isFields(data) ? data : undefined,
  );
  if (!build.ok) return build;
  const series = await askPrometheus(
    { url, path: 'series', query: { 'match[]': selector, start }, ...request },
    (data) => listOf(data, isLabels),
  );
  if (!series.ok) return series;
  const targets = await askPrometheus({ url, path: 'targets', query: { state: 'active' }, ...request }, targetsIn);
  if (!targets.ok) return targets;
  const metadata = await metadataOf(url, series.value, request);
  if (!metadata.ok) return metadata;
  const families = familiesOf(series.value, metadata.value, targetLabels(series.value, targets.value));
  const from = `${shownAddress(url)} ${selector}`;
  if (families.length > 0) return done({ from, format: 'openmetrics', families });
  return unreadable(from, 'no series in the last hour', 'the series of a job', await jobsThere(url, request));
}

/** What the targets of these series say of them; two exporters may give one name different meanings. */
async function metadataOf(url: string, series: readonly Series[], request: Request): Promise<Outcome<Metadata>> {
  const selectors = new Set(series.map(({ job = '', instance = '' }) => targetSelector(job, instance)));
  const answers = await Promise.all(
    [...selectors]
      .slice(0, MOST_TARGETS)
      .map((target) =>
        askPrometheus({ url, path: 'targets/metadata', query: { match_target: target }, ...request }, (data) =>
          listOf(data, isFacts),
        ),
      ),
  );
  const problems = answers.flatMap((answer) => (answer.ok ? [] : answer.problems));
  if (problems.length > 0) return failed(...problems);
  const facts = answers.flatMap((answer) => (answer.ok ? answer.value : []));
  return done(new Map(facts.map(({ metric, ...rest }) => [metric, rest])));
}

function targetSelector(job: string, instance: string): string {
  return `{job=${JSON.stringify(job)},instance=${JSON.stringify(instance)}}`;
}

async function jobsThere(url: string, request: Request): Promise<string> {
  const jobs = await askPrometheus({ url, path: 'label/job/values', ...request }, (data) => listOf(data, isText));
  if (!jobs.ok || jobs.value.length === 0) return 'Check the selector, and that Prometheus scrapes the job.';
  return `Check the selector; the jobs there are ${jobs.value.join(', ')}.`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isFacts(value: unknown): value is TargetFacts {
  return isFields(value) && [value.metric, value.type, value.help, value.unit ?? ''].every(isText);
}

function targetsIn(data: unknown): Targets | undefined {
  if (!isFields(data)) return undefined;
  const activeTargets = listOf(data.activeTargets, hasLabels);
  return activeTargets && { activeTargets };
}

function hasLabels(value: unknown): value is { readonly labels: Series } {
  return isFields(value) && isLabels(value.labels);
}

/** What relabelling added to the targets of these series; without targets, the two labels that every series has. */
function targetLabels(series: readonly Series[], { activeTargets }: Targets): ReadonlySet<string> {
  const jobs = new Set(series.map(({ job }) => job));
  const added = activeTargets.filter(({ labels }) => jobs.has(labels.job)).flatMap(({ labels }) => Object.keys(labels));
  return new Set(['instance', 'job', ...added]);
}

function familiesOf(series: readonly Series[], metadata: Metadata, added: ReadonlySet<string>): readonly Family[] {
  const families = new Map<string, Growing>();
  for (const { __name__: name = '', ...labels } of series) {
    if (NOT_EXPOSED.test(name)) continue;
    const own = Object.entries(labels).filter(([label]) => !added.has(label));
    const family = growing(families, familyName(name, metadata), metadata);
    family.samples.push({ name, labels: new Map(own), value: Number.NaN });
  }
  return [...families.values()];
}

/** A series belongs to the family of its name, or of its name less a suffix where the metadata know such a family. */
function familyName(series: string, metadata: Metadata): string {
  return [series, series.replace(SUFFIX, '')].find((name) => metadata.has(name)) ?? series;
}

function growing(families: Map<string, Growing>, name: string, metadata: Metadata): Growing {
  const known = families.get(name);
  if (known !== undefined) return known;
  const { type = 'unknown', help = '', unit = '' } = metadata.get(name) ?? {};
  const family: Growing = { name, kind: kindOf(type), help, ...(unit !== '' && { unit }), samples: [] };
  families.set(name, family);
  return family;
}

function kindOf(type: string): ExposedKind {
  return exposedKinds.find((kind) => kind === type) ?? 'untyped';
}
