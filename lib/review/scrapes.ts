/**
 * What an exporter's upgrade breaks: two of its answers, and who reads what is gone, has another name, another type or
 * other labels. Values are of the moment and are not compared.
 */
import { type MetricRecord, type Place, recordsOf, type ScrapeRecord } from '../read/records.ts';
import { type Finding, finding, type Touched } from './finding.ts';
import { matched, type Pair, type Sign } from './match.ts';
import { isOfJob, jobsAsked, likelyJobs, touchedOf, type Use, usesOf } from './metric-readers.ts';
import { type MetricChange, metricChanges } from './metrics.ts';
import type { Readers, Sides } from './readers.ts';
import { counted, listed, short } from './words.ts';

/**
 * What the change of scrapes means for who reads their metrics.
 *
 * @param jobs that the exporter is scraped as; the one that most of its metrics are asked of, unless told
 */
export function scrapeFindings(
  { before, after }: Sides,
  readers: Readers,
  jobs: readonly string[] = [],
): readonly Finding[] {
  const file: Sign<ScrapeRecord> = ({ place }) => place.file;
  const { pairs, added, removed } = matched(recordsOf(before, 'scrape'), recordsOf(after, 'scrape'), [file]);
  return [
    ...removed.map((scrape) => ofScrape(scrape, 'is removed')),
    ...added.map((scrape) => ofScrape(scrape, 'is new')),
    ...pairs.flatMap((pair) => upgraded(pair, readers, jobs)),
  ];
}

function ofScrape({ place, metrics }: ScrapeRecord, what: string): Finding {
  const sentence = `${short(place.file)}, the answer of an exporter with ${counted(metrics.length, 'metric')}, ${what}.`;
  return finding({ kind: 'files-changed', subject: { what: 'file', name: place.file, place }, sentence });
}

function upgraded(
  { before, after }: Pair<ScrapeRecord>,
  readers: Readers,
  named: readonly string[],
): readonly Finding[] {
  const { pairs, added, removed } = matched(before.metrics, after.metrics, [
    ({ name }) => name,
    onlySign([before.metrics, after.metrics], ({ name }) => stemOf(name)),
    onlySign([before.metrics, after.metrics], ({ type, help }) => (help === '' ? undefined : `${type} ${help}`)),
  ]);
  const uses = new Map(before.metrics.map((metric) => [metric, usesOf(metric, readers)] as const));
  const asked = jobsAsked(uses.values());
  const jobs = named.length > 0 ? new Set(named) : likelyJobs(asked);
  const told = (metric: MetricRecord, changesOf: (uses: readonly Use[]) => readonly MetricChange[]): Told => {
    // What is passed on for others, as a Pushgateway does, says itself which job it is of.
    const own = metric.labels.has('job') ? undefined : jobs;
    const changes = changesOf((uses.get(metric) ?? []).filter((use) => isOfJob(use, own)));
    const felt = changes.filter((change) => change.uses.length > 0);
    const findings = felt.map((change) => findingOf(metric, change, { place: after.place, readers }));
    return { changed: changes.length > 0, findings };
  };
  const gone = removed.map((metric) => told(metric, (own) => [{ kind: 'metric-removed', says: GONE, uses: own }]));
  const changed = pairs.map((pair) => told(pair.before, (own) => metricChanges(pair, own)));
  const counts = { new: added.length, gone: unread(gone), changed: unread(changed) };
  return [
    ...[...gone, ...changed].flatMap(({ findings }) => findings),
    ...otherJobs(asked, jobs, after),
    noiseOf(counts, after),
  ];
}

/** Who asks another job for the same metrics is not counted: whether that is right, only a person knows. */
function otherJobs(
  asked: ReadonlyMap<string, number>,
  jobs: ReadonlySet<string> | undefined,
  { place }: ScrapeRecord,
): readonly Finding[] {
  const others = [...asked.keys()].filter((job) => jobs?.has(job) === false).sort();
  if (others.length === 0 || jobs === undefined) return [];
  const names = listed([...jobs].map((job) => short(job)));
  const held = listed(others.map((job) => short(job)));
  const sentence = `${short(place.file)} is taken for the answer of the job ${names}: queries that are held to ${held} are not counted.`;
  return [finding({ kind: 'metrics-of-other-jobs', subject: { what: 'file', name: place.file, place }, sentence })];
}

const GONE = 'is no longer exposed';

/** What is told of one metric. */
interface Told {
  readonly changed: boolean;
  readonly findings: readonly Finding[];
}

const unread = (all: readonly Told[]): number =>
  all.filter(({ changed, findings }) => changed && findings.length === 0).length;

function findingOf(
  metric: MetricRecord,
  { kind, part, says, uses }: MetricChange,
  { place, readers }: { readonly place: Place; readonly readers: Readers },
): Finding {
  const touches = touchedOf(metric, uses, readers);
  const subject = { what: 'metric', name: metric.name, ...(part !== undefined && { part }), place } as const;
  return finding({ kind, subject, sentence: `${short(metric.name)} ${says}: ${readersText(touches, uses)}.`, touches });
}

/** How many there are of each sort that nobody reads. */
function noiseOf(counts: Readonly<Record<string, number>>, { place }: ScrapeRecord): Finding {
  const subject = { what: 'file', name: place.file, place } as const;
  const sorts = Object.entries(counts).filter(([, count]) => count > 0);
  const all = sorts.reduce((sum, [, count]) => sum + count, 0);
  const name = short(place.file);
  if (all === 0) {
    return finding({ kind: 'metrics-same', subject, sentence: `What else ${name} has is as it was.` });
  }
  const says = listed(sorts.map(([sort, count]) => `${count} ${sort}`));
  const sentence = `${name} has ${counted(all, 'other metric')} that ${all === 1 ? 'differs' : 'differ'}: ${says}.`;
  return finding({ kind: 'metrics-unread', subject, sentence, count: all });
}

/** A sign that only one metric on each side has: a text that many share tells nothing. */
function onlySign(sides: readonly (readonly MetricRecord[])[], sign: Sign<MetricRecord>): Sign<MetricRecord> {
  const shared = new Set<string>();
  for (const metrics of sides) {
    const seen = new Set<string>();
    for (const key of metrics.flatMap((metric) => sign(metric) ?? [])) (seen.has(key) ? shared : seen).add(key);
  }
  return (metric) => {
    const key = sign(metric);
    return key === undefined || shared.has(key) ? undefined : key;
  };
}

/** What exporters add to a name when they tidy it up. */
const ENDINGS = /_(?:total|seconds|milliseconds|ms|bytes|ratio|info|count)$/;

/** Of `pg_stat_database_active_time_seconds_total`, `pg_stat_database_active_time`. */
function stemOf(name: string): string {
  const stem = name.replace(ENDINGS, '');
  return stem === name ? name : stemOf(stem);
}

/** `2 panels and the alert OrdersLate read it`: alerts by name, since those have to be looked at. */
function readersText(touches: readonly Touched[], uses: readonly Use[]): string {
  const names = (what: Touched['what']): readonly string[] =>
    touches.filter((each) => each.what === what).map(({ name }) => short(name));
  const alerts = names('alert');
  const parts = [
    ...(alerts.length === 0 ? [] : [`the ${alerts.length === 1 ? 'alert' : 'alerts'} ${listed(alerts, 3)}`]),
    ...(['panel', 'recording rule', 'objective', 'runbook'] as const).flatMap((what) => {
      const count = names(what).length;
      return count === 0 ? [] : [counted(count, what)];
    }),
  ];
  const absent = uses.some(({ texts }) => texts.some((text) => /\babsent(?:_over_time)?\s*\(/.test(text)));
  return `${listed(parts)} read${touches.length === 1 ? 's' : ''} it${absent ? ', one of them by absent(), which is true from now on' : ''}`;
}
