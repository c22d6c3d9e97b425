/** How every form lays a report out: blocks by rank, in them dashboards, in them panels, and noise as one sentence a kind. */
import type { Detail } from '../detail.ts';
import { type Finding, subjectKey, type Touched } from '../finding.ts';
import { KINDS, RANKS, type Rank } from '../kinds.ts';
import { groupedBy } from '../match.ts';
import type { Report } from '../review.ts';
import { countOf } from '../summary.ts';
import { counted, listed, quoted, short } from '../words.ts';

/** What is said of one subject: under its title, or each sentence on its own. */
export interface Told {
  /** The title when all sentences begin with it; the sentences are then without. */
  readonly title?: string;
  readonly items: readonly Item[];
}

/** One finding as it is said. */
export interface Item {
  readonly finding: Finding;
  readonly sentence: string;
  /** Expressions before and after, and texts of notifications: what the sentence cannot hold. */
  readonly details: readonly Detail[];
}

/** What is about one dashboard; or, without a name, what stands alone. */
export interface Group {
  readonly name: string;
  readonly place: string;
  readonly told: readonly Told[];
}

/** All findings of a rank. */
export interface Block {
  readonly rank: Rank;
  readonly head: string;
  readonly count: number;
  readonly groups: readonly Group[];
  /** Of noise: one sentence a kind, with the reason. */
  readonly sentences: readonly string[];
}

const HEADS: Readonly<Record<Rank, string>> = {
  danger: 'Dangers',
  alert: 'Alerts',
  panel: 'Dashboards and panels',
  other: 'Other changes',
  noise: 'Noise',
};

/** The blocks that have something in them, the worst first. */
export function outlineOf({ findings }: Pick<Report, 'findings'>): readonly Block[] {
  return RANKS.flatMap((rank) => {
    const all = findings.filter((each) => each.rank === rank);
    if (all.length === 0) return [];
    const parts = rank === 'noise' ? { groups: [], sentences: noiseOf(all) } : { groups: groupsOf(all), sentences: [] };
    return [{ rank, head: HEADS[rank], count: countOf(all, rank), ...parts }];
  });
}

/** Panels and variables stand below their dashboard; alerts and files stand alone. */
function groupsOf(findings: readonly Finding[]): readonly Group[] {
  return [...groupedBy(findings, groupKey)].map(([key, all]) => {
    const [first] = all;
    if (key === '' || first === undefined) {
      return { name: '', place: '', told: all.map((each) => ({ items: [itemOf(each)] })) };
    }
    return {
      name: nameOf(first),
      place: placeText(first),
      told: [...groupedBy(all, subjectKey).values()].map(toldOf),
    };
  });
}

function groupKey(each: Finding): string {
  const name = nameOf(each);
  return name === '' ? '' : JSON.stringify([name, each.subject.place, each.alsoIn]);
}

function nameOf({ subject }: Finding): string {
  const isWithin = subject.what === 'panel' || subject.what === 'variable';
  if (isWithin) return subject.within ?? '';
  return subject.what === 'dashboard' ? subject.name : '';
}

/** Several sentences about one panel have its title once. */
function toldOf(findings: readonly Finding[]): Told {
  const title = quoted(findings[0]?.subject.name ?? '');
  const isOne = findings.length > 1 && findings.every(({ sentence }) => sentence.startsWith(`${title}: `));
  if (!isOne) return { items: findings.map((each) => itemOf(each)) };
  return { title, items: findings.map((each) => itemOf(each, each.sentence.slice(title.length + 2))) };
}

function itemOf(each: Finding, sentence = each.sentence): Item {
  return { finding: each, sentence, details: isShown(each) ? each.details : [] };
}

/** Expressions and what people are told are worth their lines; what the sentence already says is not. */
function isShown({ kind, details, rank }: Finding): boolean {
  if (rank === 'noise' || details.length === 0) return false;
  return kind === 'alert-text' || details.every(({ what }) => /^(?:query|expression)\b/.test(what));
}

/** Where it stands, and how many files say the same. */
export function placeText({ subject: { place }, alsoIn }: Finding): string {
  const line = place.line === undefined ? '' : `:${place.line}`;
  const inside = place.inside === undefined ? '' : `#${short(place.inside)}`;
  const more = alsoIn.length === 0 ? '' : ` and ${counted(alsoIn.length, 'more file')}`;
  // What is about all files has no place.
  return `${place.file === '.' ? '' : short(place.file)}${inside}${line}${more}`;
}

/** Who answers for a finding, and until when or where; empty where nobody does. */
export function acknowledgedText({ acknowledged }: Finding): string {
  if (acknowledged === undefined) return '';
  const { until, reason } = acknowledged;
  return `acknowledged ${until === undefined ? 'in a commit' : `until ${short(until)}`}: ${short(reason)}`;
}

/** `read by panel Latency and alert OrdersSlow through job:orders:rate5m`; empty when nothing does. */
export function touchesText(touches: readonly Touched[]): string {
  if (touches.length === 0) return '';
  const names = touches.map(
    ({ what, name, via }) =>
      `${what} ${short(name)}${via.length === 0 ? '' : ` through ${listed(via.map((each) => short(each)))}`}`,
  );
  return `read by ${listed(names)}`;
}

/** One sentence a kind, with the reason why it is noise. */
function noiseOf(findings: readonly Finding[]): readonly string[] {
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const all = findings.filter((each) => each.kind === kind);
    const more = all.length > 1 ? ` ${all.length - 1} more like it.` : '';
    return `${all[0]?.sentence ?? ''}${more} ${KINDS[kind].reason}`;
  });
}
