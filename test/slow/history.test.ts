/**
 * The report on every change that this repository's own dist/ went through: real dashboards, rules and routes, as they
 * grew. The newest come first; what there is no time for is skipped and said. A shallow clone has fewer of them.
 */
import { execFileSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { type Repository, repositoryOf, revisionSide } from '../../lib/read/git.ts';
import type { Side } from '../../lib/read/side.ts';
import type { Finding } from '../../lib/review/finding.ts';
import { annotations } from '../../lib/review/forms/annotations.ts';
import { htmlReport } from '../../lib/review/forms/html.ts';
import { jsonText, reportOf } from '../../lib/review/forms/json.ts';
import { markdownReport } from '../../lib/review/forms/markdown.ts';
import { sarifText } from '../../lib/review/forms/sarif.ts';
import { terminalText } from '../../lib/review/forms/terminal.ts';
import { KINDS } from '../../lib/review/kinds.ts';
import { changedPictures } from '../../lib/review/pictures.ts';
import { type Report, review } from '../../lib/review/review.ts';
import { root } from '../../scripts/project.ts';

/** Of processor time, in microseconds: two minutes, less what one pair may still take. By the clock a busy machine would skip more. */
const MOST_TIME = 100_000_000;
const isOver = (): boolean => {
  const { user, system } = process.cpuUsage();
  return user + system > MOST_TIME;
};

const found = repositoryOf(root);
const repository = found.ok ? found.value : undefined;

function git(...args: readonly string[]): string {
  return execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' }).trim();
}

/** Commits that changed dist/ and have one parent that this clone has, the newest first. */
function changes(): readonly string[] {
  if (repository === undefined) return [];
  const lines = git('log', '--format=%H %P', '--', 'dist').split('\n');
  const here = new Set(git('rev-list', 'HEAD').split('\n'));
  return lines.flatMap((line) => {
    const [commit = '', ...parents] = line.split(' ');
    return parents.length === 1 && here.has(parents[0] ?? '') ? [commit] : [];
  });
}

const all = changes();
if (repository === undefined) process.stderr.write('history: no Git repository, so that nothing is compared.\n');
else if (git('rev-parse', '--is-shallow-repository') === 'true') {
  process.stderr.write(
    `history: a shallow clone has ${all.length} changes; \`git fetch --unshallow\` gets the rest.\n`,
  );
}

const sideAt = (home: Repository, revision: string): Side => revisionSide(home, git('rev-parse', revision), 'dist');

/** What came and what went are the same things, told from the other end. */
const MIRRORED = Object.keys(KINDS)
  .filter((kind) => kind.endsWith('-added') && kind.replace(/added$/, 'removed') in KINDS)
  .map((kind) => kind.replace(/-added$/, ''))
  // Of labels it is told who is hurt, of inhibitions the sentence itself, and of a query its panel as it is called now.
  .filter((stem) => !['metric-label', 'inhibition', 'query'].includes(stem));

function subjects({ findings }: Report, end: 'added' | 'removed'): readonly string[] {
  const kinds = new Set(MIRRORED.map((stem) => `${stem}-${end}`));
  const told = findings.filter(({ kind }) => kinds.has(kind));
  return told.map(({ kind, subject }) => `${kind.replace(/-\w+$/, '')} ${subject.what} ${subject.name}`).sort();
}

const PARSED = /\.(?:json|ya?ml)$/;
/** Files made from the rest: whatever changed in them is told elsewhere. */
const DERIVED = /(?:^|\/)(?:model\.json|README\.md|index\.html|pictures\/.*\.svg)$/;

/** Files that differ in what a parser reads; of others, in their bytes. */
function differing(before: Side, after: Side): readonly string[] {
  const paths = [...new Set([...before.hashes.keys(), ...after.hashes.keys()])];
  const changed = paths.filter((path) => before.hashes.get(path) !== after.hashes.get(path) && !DERIVED.test(path));
  const [was, is] = [before.read(changed), after.read(changed)];
  return changed.filter((path) => !isDeepStrictEqual(meaningOf(path, was.get(path)), meaningOf(path, is.get(path))));
}

function meaningOf(path: string, text: string | undefined): unknown {
  if (text === undefined || !PARSED.test(path)) return text;
  return path.endsWith('.json') ? JSON.parse(text) : parseAllDocuments(text).map((each) => each.toJS());
}

const isSaidOf = (path: string, { subject, alsoIn }: Finding): boolean =>
  subject.place.file === path || alsoIn.includes(path);

describe('the report on', () => {
  it.for(all)('%s', { timeout: 60_000 }, (commit, { skip }) => {
    if (repository === undefined || isOver()) return skip('no time is left');
    const [before, after] = [sideAt(repository, `${commit}~1`), sideAt(repository, commit)];
    const [report, back] = [review(before, after), review(after, before)];
    for (const { findings } of [report, back]) {
      for (const { kind, rank, sentence } of findings) {
        expect(KINDS[kind].rank).toBe(rank);
        expect(sentence).toMatch(/^\S.*[.)]$/u);
      }
    }
    if (before.hashes.size > 0) {
      expect(subjects(back, 'removed')).toEqual(subjects(report, 'added'));
      expect(subjects(back, 'added')).toEqual(subjects(report, 'removed'));
    }
    // A change is never nothing, and more than noise where a parser reads something else that nobody calls noise.
    expect(report.findings.length).toBeGreaterThan(0);
    const others = differing(before, after);
    const isNoise = report.findings.every(({ rank }) => rank === 'noise');
    if (others.length === 0) expect(isNoise).toBe(true);
    if (isNoise) expect(others.filter((path) => !report.findings.some((each) => isSaidOf(path, each)))).toEqual([]);
    const pictures = changedPictures(before, after);
    const commits = { folder: 'dist', before: 'a'.repeat(40), after: 'b'.repeat(40) };
    const markdown = markdownReport(report, { pictures, commits, repository: 'shop/monitoring' });
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(240_000);
    expect(annotations(report, {}).match(/^::/gm)?.length ?? 0).toBeLessThanOrEqual(20);
    expect(terminalText(report, { colours: false })).not.toMatch(/undefined|\[object|NaN/);
    expect(htmlReport(report, { pictures })).toMatch(/<\/html>\n?$/);
    expect(JSON.parse(sarifText(report, {}))).toMatchObject({ version: '2.1.0' });
    expect(reportOf(jsonText(report, { pictures, commits }))).toMatchObject({
      report: JSON.parse(JSON.stringify(report)),
    });
  });

  it.skipIf(repository === undefined)('no change at all is empty', () => {
    if (repository === undefined) return;
    const side = sideAt(repository, 'HEAD');
    expect(review(side, side)).toMatchObject({ findings: [], changedFiles: 0 });
  });
});
