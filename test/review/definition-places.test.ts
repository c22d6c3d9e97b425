/** Lines of definitions are told as this process sees them, so that these tests share it with no others. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionPlaces } from '../../lib/cli/definition-places.ts';
import { type Finding, finding, type Subject } from '../../lib/review/finding.ts';
import type { PlaceOf } from '../../lib/review/forms/options.ts';

/** The repository, from where places are told, and a project in it. */
const root = join(import.meta.dirname, '../..');
const folder = join(root, 'lib/template');

const about = (subject: Omit<Subject, 'place'>): Finding =>
  finding({
    kind: 'files-changed',
    subject: { ...subject, place: { file: 'a/b.json', line: 7 } },
    sentence: 'Changed.',
  });

/** The line, from 1, on which a text stands in a file of the project. */
function lineOf(file: string, text: string): number {
  return (
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}

describe('what a project defines is told at its definition:', () => {
  let placeOf: PlaceOf;
  beforeAll(async () => {
    placeOf = await definitionPlaces({ name: 'diff', folder }, { folder: 'dist', root });
  });

  it.each([
    ['an alert', { what: 'alert', name: 'HostMemoryLow', id: 'critical' }, 'lib/template/alerts/hosts.ts', 'alert({'],
    [
      'a dashboard',
      { what: 'dashboard', name: 'Hosts', id: 'hosts' },
      'lib/template/dashboards/hosts.ts',
      'dashboard({',
    ],
    [
      'a variable, at its dashboard',
      { what: 'variable', name: 'host', dashboard: 'hosts' },
      'lib/template/dashboards/hosts.ts',
      'dashboard({',
    ],
  ] as const)('%s', (_, subject, file, text) => {
    expect(placeOf(about(subject))).toEqual({ file, line: lineOf(file, text) });
  });

  it.each([
    ['an alert that is gone', { what: 'alert', name: 'Gone' }],
    ['a panel that is gone', { what: 'panel', name: 'Gone', id: '1', dashboard: 'hosts' }],
    ['a dashboard of another tool', { what: 'dashboard', name: 'Other', id: 'other' }],
    ['a service, which has no definition', { what: 'service', name: 'loki' }],
  ] as const)('%s is told in the compared file', (_, subject) => {
    expect(placeOf(about(subject))).toEqual({ file: 'lib/template/dist/a/b.json', line: 7 });
  });

  it('what is about no file has no place', () => {
    const sentence = 'All is new.';
    const all = finding({ kind: 'all-new', subject: { what: 'file', name: 'dist', place: { file: '.' } }, sentence });
    expect(placeOf(all)).toBeUndefined();
  });
});

describe('a folder without definitions', () => {
  const empty = mkdtempSync(join(tmpdir(), 'places-'));
  afterAll(() => rmSync(empty, { recursive: true, force: true }));

  it('has the places of its files', async () => {
    const placeOf = await definitionPlaces({ name: 'diff', folder: empty }, { folder: 'dist', root: empty });
    expect(placeOf(about({ what: 'alert', name: 'HostMemoryLow' }))).toEqual({ file: 'dist/a/b.json', line: 7 });
  });
});
