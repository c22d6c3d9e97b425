/** A kind of panel stands in three files of one name: what it is, how a dashboard's file says it, and how it is drawn. */
import { existsSync, readdirSync } from 'node:fs';
import * as panel from 'plainsight/panels';
import { describe, expect, test } from 'vitest';
import { panelKinds } from './kinds.ts';

const at = (path: string) => new URL(`../${path}`, import.meta.url);
const FOLDERS = ['panels', 'emit/grafana/panels', 'picture/panels'] as const;

/** What the kinds of a folder share. */
const SHARED: Readonly<Record<(typeof FOLDERS)[number], readonly string[]>> = {
  panels: ['kind', 'kinds', 'options'],
  'emit/grafana/panels': ['content', 'kinds', 'parts'],
  'picture/panels': ['kinds'],
};

describe.each(FOLDERS)('lib/%s', (folder) => {
  test.each(panelKinds)('has a file for %s', (kind) => {
    expect(existsSync(at(`${folder}/${kind}.ts`))).toBe(true);
  });

  test('has nothing else but what the kinds share', () => {
    const files = readdirSync(at(folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    const expected = [...panelKinds, ...SHARED[folder]].map((name) => `${name}.ts`);
    expect(files.filter((file) => !expected.includes(file))).toEqual([]);
  });
});

test('each kind has a constructor, of its own name or of the words that its plugin shortens', () => {
  const short: Readonly<Record<string, string>> = { annolist: 'annotationslist', dashlist: 'dashboardlist' };
  const kinds = panelKinds.map((kind) => short[kind] ?? kind.replace('-', ''));
  expect(
    Object.keys(panel)
      .map((name) => name.toLowerCase())
      .sort(),
  ).toEqual(kinds.sort());
});
