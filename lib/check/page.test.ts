import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coverage } from './covered.ts';
import { checksPage } from './page.ts';
import { foundByResolving } from './resolving.ts';
import { rules } from './rules/index.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const ids = rules.map(({ id }) => id);

test('docs/checks.md is what `npm run docs` writes', () => {
  expect(read('../../docs/checks.md')).toBe(checksPage());
});

test('every rule has a file, a test and an entry, all of one name', () => {
  const files = readdirSync(new URL('rules/', import.meta.url));
  const named = (ending: RegExp) => files.filter((file) => ending.test(file)).map((file) => file.replace(ending, ''));
  expect(named(/(?<!\.test)\.ts$/).filter((name) => name !== 'index')).toEqual([...ids].sort());
  expect(named(/\.test\.ts$/)).toEqual([...ids].sort());
});

test('what stands for the rules of other tools is there', () => {
  expect(coverage.flatMap(({ by }) => by).filter((id) => !ids.includes(id))).toEqual([]);
  expect(coverage.filter(({ by, how }) => by.length === 0 && how === undefined)).toEqual([]);
});

test('all rules of the other tools are in the table', () => {
  const count = (tool: string) => coverage.filter((each) => each.tool === tool).length;
  expect([count('dashboard-linter'), count('mixtool'), count('pint')]).toEqual([17, 9, 35]);
});

test('what resolving finds is documented', () => {
  const folder = new URL('../model/', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const found = sources.flatMap((file) =>
    [...read(`../model/${file}`).matchAll(/^\s+rule: '([\w-]+)'/gm)].map(([, id]) => id),
  );
  expect([...new Set(found)].sort()).toEqual(foundByResolving.map(({ id }) => id).sort());
});
