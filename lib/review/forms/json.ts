/**
 * The report as JSON, and back. One schema stands behind both, and behind the JSON Schema of the documentation. What
 * comes back may have been written by a stranger: nothing is believed that the schema does not say.
 */
import * as v from 'valibot';
import type { Finding } from '../finding.ts';
import { KINDS, type Kind, RANKS } from '../kinds.ts';
import type { PanelPictures, PictureCut } from '../pictures.ts';
import type { Report } from '../review.ts';
import { countOf, summaryText } from '../summary.ts';
import type { Commits } from './options.ts';

/** The format that this version writes and reads. */
const VERSION = 1;

/** No name and no sentence is longer; no expression either. */
const TEXT = v.pipe(v.string(), v.maxLength(100_000));
const NAME = v.pipe(v.string(), v.maxLength(10_000));
const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0));

const PLACE = v.strictObject({
  file: v.pipe(NAME, v.description('Below the folder that was compared.')),
  inside: v.exactOptional(v.pipe(NAME, v.description('The part of a file that wraps others: the key of a ConfigMap.'))),
  line: v.exactOptional(v.pipe(COUNT, v.description('From 1.'))),
});

const SUBJECT = v.strictObject({
  what: v.picklist([
    'dashboard',
    'panel',
    'variable',
    'alert',
    'recording rule',
    'rule group',
    'objective',
    'signal',
    'metric',
    'route',
    'target',
    'service',
    'file',
  ]),
  name: NAME,
  part: v.exactOptional(v.pipe(NAME, v.description('Which part of it: a row of a dashboard.'))),
  within: v.exactOptional(v.pipe(NAME, v.description('What it is part of: the dashboard of a panel.'))),
  place: PLACE,
  id: v.exactOptional(v.pipe(NAME, v.description('The id of a panel, the uid of a dashboard.'))),
  dashboard: v.exactOptional(v.pipe(NAME, v.description('The uid of a panel’s dashboard.'))),
});

const DETAIL = v.strictObject({ what: NAME, before: v.exactOptional(TEXT), after: v.exactOptional(TEXT) });

const TOUCHED = v.strictObject({
  what: v.picklist(['panel', 'alert', 'recording rule', 'objective', 'runbook', 'dashboard']),
  name: NAME,
  file: NAME,
  via: v.pipe(v.array(NAME), v.description('The recording rules in between, the nearest to the reader first.')),
});

const KIND_NAMES = Object.keys(KINDS).filter((name): name is Kind => name in KINDS);

const FINDING = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/), v.description('The same in every run; acknowledgements name it.')),
  rank: v.picklist(RANKS),
  kind: v.picklist(KIND_NAMES),
  subject: SUBJECT,
  sentence: TEXT,
  details: v.array(DETAIL),
  touches: v.array(TOUCHED),
  origin: v.picklist(['change', 'upgrade']),
  count: v.pipe(COUNT, v.description('How many places it stands for.')),
  acknowledged: v.exactOptional(
    v.pipe(
      v.strictObject({ id: NAME, reason: NAME, until: v.exactOptional(NAME) }),
      v.description('Who knows of it, and until when: without a day, a commit of the change says it.'),
    ),
  ),
  alsoIn: v.pipe(v.array(NAME), v.description('Other files that say the same.')),
});

/** Addresses are made of these paths: none of them leads out of its folder. */
const FOLDER = v.pipe(NAME, v.regex(/^(?:(?!\.{1,2}(?:\/|$))[^/\\]+(?:\/(?!\.{1,2}(?:\/|$))[^/\\]+)*)?$/));
const PICTURE_FILE = v.pipe(NAME, v.regex(/^(?:(?!\.{1,2}\/)[^/\\]+\/)*[^/\\]+\.svg$/));
const SIZE = v.pipe(v.number(), v.minValue(1), v.maxValue(100_000), v.description('In pixels.'));

const CUT = v.strictObject({
  file: v.pipe(PICTURE_FILE, v.description('The picture of the dashboard, below the folder that was compared.')),
  width: SIZE,
  height: SIZE,
  view: v.pipe(NAME, v.description('What shows the panel alone: `<file>#<view>`.')),
});

const PICTURE = v.strictObject({
  dashboard: v.pipe(NAME, v.description('The uid of the dashboard.')),
  panel: v.pipe(NAME, v.description('The id of the panel.')),
  title: NAME,
  before: v.exactOptional(v.pipe(CUT, v.description('Nothing of a new panel.'))),
  after: v.exactOptional(v.pipe(CUT, v.description('Nothing of a panel that is gone.'))),
  differing: v.pipe(COUNT, v.description('How many elements only one of the two has.')),
});

const COMMIT = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/));

const COMMITS = v.strictObject({
  folder: v.pipe(FOLDER, v.description('Below the repository’s own folder; empty for all of it.')),
  before: COMMIT,
  after: COMMIT,
});

/** What `--format json` writes. */
export const REPORT_SCHEMA = v.strictObject({
  version: v.literal(VERSION),
  summary: v.pipe(v.string(), v.description('The first line of every form.')),
  counts: v.strictObject({ danger: COUNT, alert: COUNT, panel: COUNT, other: COUNT, noise: COUNT }),
  from: NAME,
  to: NAME,
  changedFiles: COUNT,
  notes: v.exactOptional(v.pipe(v.array(TEXT), v.description('What is to be said beside the findings.'))),
  findings: v.pipe(v.array(FINDING), v.description('The worst first.')),
  pictures: v.exactOptional(v.pipe(v.array(PICTURE), v.description('Panels that are drawn differently.'))),
  commits: v.exactOptional(v.pipe(COMMITS, v.description('Where the pictures of both sides are committed.'))),
});

/** What a file of `--format json` holds. */
export interface WrittenReport {
  readonly report: Report;
  readonly pictures?: readonly PanelPictures<PictureCut>[];
  readonly commits?: Commits;
}

/** The report with its counts and where its pictures lie, as indented JSON. */
export function jsonText(report: Report, { pictures = [], commits }: Omit<WrittenReport, 'report'> = {}): string {
  const counts = Object.fromEntries(RANKS.map((rank) => [rank, countOf(report.findings, rank)]));
  const { from, to, changedFiles, notes, findings } = report;
  const head = { version: VERSION, summary: summaryText(report), counts, from, to, changedFiles };
  const written = {
    ...head,
    ...(notes !== undefined && { notes }),
    findings,
    ...(pictures.length > 0 && { pictures: pictures.map(cutsOf) }),
    ...(pictures.length > 0 && commits !== undefined && { commits }),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

/** The drawings themselves lie in the commits. */
function cutsOf({ before, after, ...each }: PanelPictures<PictureCut>): PanelPictures<PictureCut> {
  return { ...each, ...(before && { before: cutOf(before) }), ...(after && { after: cutOf(after) }) };
}

const cutOf = ({ file, width, height, view }: PictureCut): PictureCut => ({ file, width, height, view });

/** A report that was read, or what is wrong with it in one sentence. */
export type ReadReport = WrittenReport | { readonly fault: string };

/**
 * A report out of JSON. Ranks are given anew by the kinds, and the summary is counted anew.
 *
 * @example reportOf('no JSON') // { fault: 'Invalid type: Expected Object but received undefined' }
 */
export function reportOf(text: string): ReadReport {
  const parsed = v.safeParse(REPORT_SCHEMA, jsonOf(text));
  if (!parsed.success) return { fault: issueText(parsed.issues[0]) };
  const { from, to, changedFiles, notes, findings, pictures, commits } = parsed.output;
  const told = findings.map((each): Finding => ({ ...each, rank: KINDS[each.kind].rank }));
  const report = { from, to, changedFiles, ...(notes !== undefined && { notes }), findings: told };
  return { report, ...(pictures !== undefined && { pictures }), ...(commits !== undefined && { commits }) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function issueText(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path === null ? issue.message : `${path}: ${issue.message}`;
}
