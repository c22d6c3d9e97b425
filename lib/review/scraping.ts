/** Whom Prometheus scrapes, how often, under which labels, and whom it tells. */
import { recordsOf } from '../read/records.ts';
import type { JobRecord, RelabelRecord, ScrapingRecord } from '../read/server-records.ts';
import { type Detail, differingSettings, saysAll } from './detail.ts';
import { type Finding, finding, type Subject, type Touched } from './finding.ts';
import type { Kind } from './kinds.ts';
import { groupedBy, matched, type Pair } from './match.ts';
import { touchedByJob } from './metric-readers.ts';
import type { Readers, Sides } from './readers.ts';
import { targetFindings } from './targets.ts';
import { counted, listed, short } from './words.ts';

/** What changed in the configurations of Prometheus. */
export function scrapingFindings({ before, after }: Sides, readers: Readers): readonly Finding[] {
  const { pairs, added, removed } = matched(recordsOf(before, 'scraping'), recordsOf(after, 'scraping'), [
    ({ place }) => JSON.stringify([place.file, place.inside]),
    ({ jobs }) => jobs.map(({ name }) => name).join() || undefined,
  ]);
  return [
    ...added.map((each) => ofFile(each, 'is new')),
    ...removed.map((each) => ofFile(each, 'is removed')),
    ...pairs.flatMap((pair) => [...jobFindings(pair, readers), ...intervals(pair), ...ofServer(pair)]),
  ];
}

function ofFile({ place, jobs }: ScrapingRecord, what: string): Finding {
  const sentence = `The configuration of Prometheus with ${counted(jobs.length, 'job')} ${what}.`;
  return finding({ kind: 'scraping-settings', subject: { what: 'file', name: place.file, place }, sentence });
}

const subjectOf = ({ name, place }: JobRecord): Subject => ({ what: 'target', name, place });

function jobFindings({ before, after }: Pair<ScrapingRecord>, readers: Readers): readonly Finding[] {
  const { pairs, added, removed } = matched(before.jobs, after.jobs, [
    ({ name }) => name,
    ({ targets }) => (targets.size === 0 ? undefined : [...targets.keys()].join()),
  ]);
  const said = (kind: Kind, job: JobRecord, says: string, touches: readonly Touched[] = []): Finding =>
    finding({ kind, subject: subjectOf(job), sentence: `The job ${short(job.name)} ${says}.`, touches });
  return [
    ...removed.map((job) =>
      said('job-removed', job, `is removed: ${whom(job)} no longer scraped`, touchedByJob(job.name, readers)),
    ),
    ...added.map((job) => said('job-added', job, `is new: ${whom(job)} scraped ${paceOf(job)}`)),
    ...pairs.flatMap((pair) => [
      ...(pair.before.name === pair.after.name
        ? []
        : [
            said(
              'job-renamed',
              pair.after,
              `was ${short(pair.before.name)}: its series have another label job`,
              touchedByJob(pair.before.name, readers),
            ),
          ]),
      ...targetFindings(pair),
      ...relabelling(pair),
      ...settings(pair),
    ]),
  ];
}

function whom({ targets }: JobRecord): string {
  const addresses = listed([...targets.keys()].map((each) => short(each)));
  if (targets.size === 0) return 'what it looks up is';
  return `${addresses} ${targets.size === 1 ? 'is' : 'are'}`;
}

/** A monitor of Kubernetes need not say it. */
const paceOf = ({ interval }: JobRecord): string => (interval === '' ? 'as often as by default' : `every ${interval}`);

/** One sentence for all jobs that are scraped at another pace: most follow what holds of all. */
function intervals({ before, after }: Pair<ScrapingRecord>): readonly Finding[] {
  const { pairs } = matched(before.jobs, after.jobs, [({ name }) => name]);
  const changed = pairs.filter(({ before: was, after: is }) => was.interval !== is.interval);
  const groups = groupedBy(
    changed,
    ({ before: was, after: is }) => `${paceOf(is)} instead of ${paceOf(was).replace(/^every /, '')}`,
  );
  return [...groups].flatMap(([says, all]) => {
    const [first] = all;
    if (first === undefined) return [];
    const names = listed(all.map(({ after: { name } }) => short(name)));
    const sentence = `${all.length === 1 ? 'The job' : 'The jobs'} ${names} ${all.length === 1 ? 'is' : 'are'} scraped ${says}.`;
    return [finding({ kind: 'job-interval', subject: subjectOf(first.after), sentence })];
  });
}

function relabelling({ before, after }: Pair<JobRecord>): readonly Finding[] {
  const kinds = [
    ['relabelling', 'Targets', before.relabelling, after.relabelling],
    ['metric relabelling', 'Series', before.metricRelabelling, after.metricRelabelling],
  ] as const;
  return kinds.flatMap(([what, of, was, is]) => {
    const gone = was.filter(({ text }) => !is.some((each) => each.text === text));
    const come = is.filter(({ text }) => !was.some((each) => each.text === text));
    const name = short(after.name);
    const said = (kind: Kind, sentence: string): Finding =>
      finding({ kind, subject: { ...subjectOf(after), part: what }, sentence });
    const drops = come.filter(({ action }) => DROPS.has(action));
    const words = [
      ...come.filter((each) => !drops.includes(each)).map(stepText),
      ...gone.map((each) => `no longer ${stepText(each)}`),
    ];
    const isReordered = gone.length + come.length === 0 && was.some(({ text }, at) => is[at]?.text !== text);
    return [
      ...(drops.length === 0
        ? []
        : [said('job-drops', `${of} of the job ${name} are left out: ${listed(drops.map(stepText))}.`)]),
      ...(words.length === 0 ? [] : [said('job-relabelling', `The ${what} of the job ${name}: ${listed(words)}.`)]),
      ...(isReordered
        ? [said('job-relabelling', `The ${what} of the job ${name} has its steps in another order.`)]
        : []),
    ];
  });
}

const DROPS = new Set(['drop', 'keep', 'labeldrop', 'labelkeep', 'dropequal', 'keepequal']);

function stepText({ action, from, regex, target, replacement }: RelabelRecord): string {
  const by = `${short(from)} =~ '${short(regex, 60)}'`;
  if (action === 'labeldrop' || action === 'labelkeep') return `${action} of labels like '${short(regex, 60)}'`;
  if (action === 'drop' || action === 'keep') return `${action} where ${by}`;
  if (action !== 'replace') return `${short(action)} of ${short(from)} to ${short(target || replacement)}`;
  return `${short(target)} is '${short(replacement, 60)}'${from === '' ? '' : ` where ${by}`}`;
}

function settings({ before, after }: Pair<JobRecord>): readonly Finding[] {
  const timeout = (job: JobRecord): [string, string] => ['scrape_timeout', job.timeout];
  const [was, is] = [before, after].map((job) => new Map([...job.rest, timeout(job)]));
  const details = was === undefined || is === undefined ? [] : differingSettings(was, is);
  return details.length === 0
    ? []
    : [ofSettings('job-settings', subjectOf(after), `The job ${short(after.name)}`, details)];
}

function ofSettings(kind: Kind, subject: Subject, name: string, details: readonly Detail[]): Finding {
  return finding({ kind, subject, sentence: `${name}: ${saysAll(details)}.`, details });
}

/** What holds of the server as a whole. */
function ofServer({ before, after }: Pair<ScrapingRecord>): readonly Finding[] {
  const subject = { what: 'file', name: after.place.file, place: after.place } as const;
  const lost = (was: readonly string[], is: readonly string[]): readonly string[] =>
    was.filter((each) => !is.includes(each));
  const [noRules, newRules] = [lost(before.ruleFiles, after.ruleFiles), lost(after.ruleFiles, before.ruleFiles)];
  const [untold, told] = [
    lost(before.alertmanagers, after.alertmanagers),
    lost(after.alertmanagers, before.alertmanagers),
  ];
  const names = (all: readonly string[]): string => listed(all.map((each) => short(each)));
  const evaluated = (record: ScrapingRecord): [string, string] => ['evaluation_interval', record.evaluated];
  const details = differingSettings(
    new Map([...before.rest, evaluated(before)]),
    new Map([...after.rest, evaluated(after)]),
  );
  return [
    ...(noRules.length === 0
      ? []
      : [
          finding({
            kind: 'rules-not-loaded',
            subject,
            sentence: `Prometheus no longer loads rules from ${names(noRules)}${newRules.length === 0 ? '' : `, but from ${names(newRules)}`}.`,
          }),
        ]),
    ...(noRules.length === 0 && newRules.length > 0
      ? [
          finding({
            kind: 'scraping-settings',
            subject,
            sentence: `Prometheus loads rules from ${names(newRules)} too.`,
          }),
        ]
      : []),
    ...(untold.length === 0
      ? []
      : [
          finding({
            kind: 'alertmanager-lost',
            subject,
            sentence: `Prometheus no longer tells the Alertmanager at ${names(untold)}${told.length === 0 ? '' : `, but that at ${names(told)}`}${after.alertmanagers.length === 0 ? ': it tells nobody' : ''}.`,
          }),
        ]),
    ...(untold.length === 0 && told.length > 0
      ? [
          finding({
            kind: 'scraping-settings',
            subject: { ...subject, part: 'alertmanagers' },
            sentence: `Prometheus tells the Alertmanager at ${names(told)} too.`,
          }),
        ]
      : []),
    ...(details.length === 0
      ? []
      : [ofSettings('scraping-settings', { ...subject, part: 'settings' }, 'Prometheus', details)]),
  ];
}
