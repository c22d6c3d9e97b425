/** What the change from one side to the other means: files into records, records into findings, the worst first. */
import type { ReadProblem } from '../read/problem.ts';
import { fileReader } from '../read/read.ts';
import { type AnyRecord, type Contents, type Place, recordsOf } from '../read/records.ts';
import type { Side } from '../read/side.ts';
import { problemLine } from '../units/problem.ts';
import { emptied, withReaders } from './blast.ts';
import { costFindings, type Measured } from './cost.ts';
import { dashboardFindings } from './dashboards.ts';
import { fileFindings } from './files.ts';
import { type Finding, finding } from './finding.ts';
import { RANKS } from './kinds.ts';
import { brokenLinks } from './links.ts';
import { groupedBy } from './match.ts';
import { modelFindings } from './models.ts';
import { type Readers, readersOf, type Sides } from './readers.ts';
import { routeFindings } from './routes.ts';
import { ruleFindings } from './rules.ts';
import { scrapeFindings } from './scrapes.ts';
import { scrapingFindings } from './scraping.ts';
import { composeFindings } from './services.ts';
import { settingsFindings } from './settings/settings.ts';
import { testFindings } from './tests.ts';
import { counted, listed, short } from './words.ts';

/** What a review says. */
export interface Report {
  /** What the sides are called. */
  readonly from: string;
  readonly to: string;
  /** The worst first; of one rank, in the order of what they are about. */
  readonly findings: readonly Finding[];
  /** What is to be said beside the findings. */
  readonly notes?: readonly string[];
  /** How many files differ, came or went. */
  readonly changedFiles: number;
}

/** One for each kind of record. */
const DIFFERS: readonly ((sides: Sides) => readonly Finding[])[] = [
  ({ before, after }) => dashboardFindings(recordsOf(before, 'dashboard'), recordsOf(after, 'dashboard')),
  ({ before, after }) => ruleFindings(recordsOf(before, 'rule'), recordsOf(after, 'rule')),
  ({ before, after }) => composeFindings(recordsOf(before, 'compose'), recordsOf(after, 'compose')),
  ({ before, after }) => modelFindings(recordsOf(before, 'model'), recordsOf(after, 'model')),
  ({ before, after }) => fileFindings(recordsOf(before, 'file'), recordsOf(after, 'file')),
];

/** What follows from a change for files that did not change themselves. */
const FOLLOWERS: readonly ((sides: Sides, readers: Readers) => readonly Finding[])[] = [
  emptied,
  brokenLinks,
  routeFindings,
  scrapingFindings,
  settingsFindings,
  testFindings,
];

/** Two sides, and what those of their files say that differ. */
export interface Comparison {
  readonly before: Side;
  readonly after: Side;
  /** The paths of files that differ, came or went. */
  readonly changed: readonly string[];
  readonly sides: Sides;
}

/** Compares two sides. */
export function review(before: Side, after: Side): Report {
  return reviewed(compared(before, after));
}

/** Reads what differs. Files with equal hashes are not read. */
export function compared(before: Side, after: Side): Comparison {
  const paths = [...new Set([...before.hashes.keys(), ...after.hashes.keys()])].sort();
  const changed = paths.filter((path) => before.hashes.get(path) !== after.hashes.get(path));
  const filesIn = fileReader();
  const sides = comparable({ before: filesIn(before.read(changed)), after: filesIn(after.read(changed)) });
  return { before, after, changed, sides };
}

/** What is known besides the files. */
export interface Known {
  /** What a server says of the queries that changed; where it says nothing, costs are estimated. */
  readonly measured?: Measured | undefined;
  /** The jobs that a scrape is of; the one that most of its metrics are asked of, unless told. */
  readonly jobs?: readonly string[] | undefined;
}

/** What the differences mean. */
export function reviewed({ before, after, changed, sides }: Comparison, { measured, jobs }: Known = {}): Report {
  if (before.hashes.size === 0 && after.hashes.size > 0) return allNew(sides, { from: before.name, to: after.name });
  const readers = readersOf(after, sides.after);
  const told = [
    ...withReaders(
      DIFFERS.flatMap((differ) => differ(sides)),
      readers,
    ),
    ...FOLLOWERS.flatMap((follow) => follow(sides, readers)),
    ...scrapeFindings(sides, readers, jobs),
    ...costFindings(sides, readers, measured),
    ...unreadableFiles(sides),
  ];
  const findings = [...told, ...rewritten(changed, told, { before, after, sides })];
  return Object.freeze({
    from: before.name,
    to: after.name,
    findings: Object.freeze(ranked(alike(findings))),
    changedFiles: changed.length,
  });
}

/** What stands in a file that is unreadable on one side is neither new nor removed: nobody knows. */
function comparable({ before, after }: Sides): Sides {
  const places = [...before.problems, ...after.problems].flatMap(({ place }) => place ?? []);
  const broken = new Set(places.map(placeKey));
  const isReadable = ({ place }: AnyRecord): boolean =>
    !broken.has(placeKey(place)) && !broken.has(placeKey({ file: place.file }));
  const readable = ({ records, problems }: Contents): Contents => ({ records: records.filter(isReadable), problems });
  return { before: readable(before), after: readable(after) };
}

const placeKey = ({ file, inside = '' }: Place): string => JSON.stringify([file, inside]);

/** Of a folder that was not there, one line is enough. */
function allNew(sides: Sides, { from, to }: Pick<Report, 'from' | 'to'>): Report {
  const rules = recordsOf(sides.after, 'rule');
  const alerts = rules.filter(({ does }) => does === 'alert').length;
  const counts: readonly (readonly [number, string])[] = [
    [recordsOf(sides.after, 'dashboard').length, 'dashboard'],
    [alerts, 'alert'],
    [rules.length - alerts, 'recording rule'],
  ];
  const parts = counts.flatMap(([count, what]) => (count === 0 ? [] : [counted(count, what)]));
  const subject = { what: 'file', name: to, place: { file: '.' } } as const;
  const sentence = `All is new, ${short(from)} has none of it: ${listed(parts) || counted(sides.after.records.length, 'file')}.`;
  const findings = [...unreadableFiles(sides), finding({ kind: 'all-new', subject, sentence })];
  const changedFiles = new Set(sides.after.records.map(({ place }) => place.file)).size;
  return Object.freeze({ from, to, findings: Object.freeze(findings), changedFiles });
}

function unreadableFiles({ before, after }: Sides): readonly Finding[] {
  const files = new Set(after.problems.map(({ where }) => where));
  const say = (problem: ReadProblem, when: string): Finding => {
    const { place = { file: problem.where } } = problem;
    const { file, inside } = place;
    const sentence = `${short(problemLine(problem), 300)} Nothing in it was compared${when}.`;
    return finding({ kind: 'file-unreadable', subject: { what: 'file', name: inside ?? file, place }, sentence });
  };
  return [
    ...after.problems.map((problem) => say(problem, '')),
    ...before.problems.filter(({ where }) => !files.has(where)).map((problem) => say(problem, ': it was so before')),
  ];
}

/** Files that differ and of which nothing was said. */
function rewritten(
  changed: readonly string[],
  told: readonly Finding[],
  { before, after, sides }: { readonly before: Side; readonly after: Side; readonly sides: Sides },
): readonly Finding[] {
  const models = new Set(recordsOf(sides.after, 'model').map(({ place }) => place.file));
  const others = [...recordsOf(sides.before, 'file'), ...recordsOf(sides.after, 'file')];
  const known = new Set([...told.map(({ subject }) => subject.place.file), ...others.map(({ place }) => place.file)]);
  const [was, is] = [sides.before, sides.after].map(({ records }) => groupedBy(records, ({ place }) => place.file));
  // Where something came or went, it is told where it is now.
  const holdsAsMuch = (path: string): boolean => was?.get(path)?.length === is?.get(path)?.length;
  const inBoth = changed.filter((path) => before.hashes.has(path) && after.hashes.has(path));
  return inBoth
    .filter((path) => !known.has(path) && holdsAsMuch(path))
    .map((path) => {
      const isModel = models.has(path);
      return finding({
        kind: isModel ? 'files-derived' : 'file-rewritten',
        subject: { what: 'file', name: path, place: { file: path } },
        sentence: isModel ? `${short(path)} follows.` : `${short(path)} is written differently and says the same.`,
      });
    });
}

/**
 * What several files have in common is told once, with the other files: another environment's, or a panel that stands
 * on several dashboards. A danger is told of each that it has an id for.
 */
function alike(findings: readonly Finding[]): readonly Finding[] {
  const groups = groupedBy(findings, (each) => {
    const { id, rank, kind, subject, sentence, details } = each;
    const same = rank === 'danger' ? id : [kind, subject.what, subject.what === 'dashboard' ? id : subject.name];
    return JSON.stringify([same, sentence, details]);
  });
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    if (others.length === 0) return [first];
    const files = new Set(others.map(({ subject }) => subject.place.file));
    files.delete(first.subject.place.file);
    return [Object.freeze({ ...first, alsoIn: Object.freeze([...files].sort()) })];
  });
}

function ranked(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) ||
      compare(a.subject.place.file, b.subject.place.file) ||
      compare(a.subject.within ?? a.subject.name, b.subject.within ?? b.subject.name),
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
