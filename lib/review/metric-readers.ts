/**
 * Who reads a metric of one exporter: a query that is held to another job by its selectors reads a metric of the same
 * name that is somebody else's.
 */

import type { Node, SelectorNode } from '../promql/node.ts';
import { selectors } from '../promql/walk.ts';
import { parsedPromql } from '../read/parsed-query.ts';
import type { MetricRecord } from '../read/records.ts';
import type { Touched } from './finding.ts';
import { type Readers, type Reading, readsName, touchedBy } from './readers.ts';

/** A panel or a rule that reads a metric. */
export interface Use {
  readonly reading: Reading;
  /** Its queries that do. */
  readonly texts: readonly string[];
  /** Those of them that can be parsed. */
  readonly trees: readonly Node[];
  /** What selects the metric in them. */
  readonly selectors: readonly SelectorNode[];
}

/** Panels and rules that read one of the metric's series. */
export function usesOf({ series }: MetricRecord, readers: Readers): readonly Use[] {
  const names = new Set(series);
  const readings = series.flatMap((name) => readers.direct(name));
  const found = new Map(readings.map((reading) => [keyOf(reading), reading] as const));
  return [...found.values()].map((reading) => {
    const texts = textsOf(reading).filter((text) => series.some((name) => readsName(text, name)));
    const trees = texts.flatMap((text) => {
      const parsed = parsedPromql(text);
      return parsed.ok ? [parsed.node] : [];
    });
    return { reading, texts, trees, selectors: trees.flatMap(selectors).filter(({ metric }) => names.has(metric)) };
  });
}

function textsOf(reading: Reading): readonly string[] {
  return reading.what === 'rule' ? [reading.rule.expr] : reading.panel.queries.map(({ text }) => text);
}

function keyOf(reading: Reading): string {
  if (reading.what === 'panel') return JSON.stringify([reading.dashboard.place.file, reading.panel.id]);
  const { place, group, index } = reading.rule;
  return JSON.stringify([place.file, place.inside, group, index]);
}

/** The job that a selector is held to; undefined for any. */
function jobOf({ matchers }: SelectorNode): string | undefined {
  const value = matchers.find(({ label, operator }) => label === 'job' && operator === '=')?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Metrics of its own process that a client library adds to every exporter: they tell nothing of which it is. */
const OF_CLIENT_LIBRARIES = /^(?:process|go|promhttp|python|nodejs|jvm|dotnet|scrape)_/;

/** The jobs that metrics are asked of, with how many metrics of the exporter's own each of them is asked for. */
export function jobsAsked(uses: Iterable<readonly Use[]>): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const ofMetric of uses) {
    const jobs = new Set(ofMetric.flatMap((use) => use.selectors.filter(isOwn).flatMap((each) => jobOf(each) ?? [])));
    for (const job of jobs) shares.set(job, (shares.get(job) ?? 0) + 1 / jobs.size);
  }
  return shares;
}

/** The job that an exporter is scraped as, where nobody says it: the one that most of its metrics are asked of. */
export function likelyJobs(asked: ReadonlyMap<string, number>): ReadonlySet<string> | undefined {
  const [most] = [...asked].sort(([, a], [, b]) => b - a);
  return most === undefined ? undefined : new Set([most[0]]);
}

const isOwn = ({ metric }: SelectorNode): boolean => !OF_CLIENT_LIBRARIES.test(metric);

/** Whether a use may be of one of these jobs: a query that names none, or cannot be parsed, may be of any. */
export function isOfJob({ selectors: all }: Use, jobs: ReadonlySet<string> | undefined): boolean {
  if (jobs === undefined || all.length === 0) return true;
  return all.some((each) => {
    const job = jobOf(each);
    return job === undefined || jobs.has(job);
  });
}

/** Who is touched: those who read it, whoever reads what they record, and the runbooks that name it. */
export function touchedOf({ series }: MetricRecord, uses: readonly Use[], readers: Readers): readonly Touched[] {
  const runbooks = series.flatMap((name) => readers.all(name).filter(({ what }) => what === 'runbook'));
  return [
    ...onward(
      uses.map(({ reading }) => reading),
      readers,
    ),
    ...new Map(runbooks.map((each) => [each.name, each])).values(),
  ];
}

/** Who asks for the series of a job by its name, and whoever reads what they record. */
export function touchedByJob(job: string, readers: Readers): readonly Touched[] {
  const matcher = `job=${JSON.stringify(job)}`;
  return onward(
    readers.direct(job).filter((reading) => textsOf(reading).some((text) => text.includes(matcher))),
    readers,
  );
}

/** Readings, and who reads what they record; each once, the nearest way. */
function onward(readings: readonly Reading[], readers: Readers): readonly Touched[] {
  const direct = readings.map((reading) => touchedBy(reading, []));
  const further = direct.flatMap((rule) => {
    if (rule.what !== 'recording rule') return [];
    return readers.all(rule.name).map((each) => Object.freeze({ ...each, via: [...each.via, rule.name] }));
  });
  const found = new Map<string, Touched>();
  for (const each of [...direct, ...further]) {
    const key = `${each.what} ${each.name}`;
    if (!found.has(key)) found.set(key, each);
  }
  return [...found.values()];
}
