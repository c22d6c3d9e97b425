import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checksPage } from './documentation.ts';
import { coverage } from './other-tools.ts';
import { foundByResolving } from './resolve-problems.ts';
import { chapters, rules } from './rules/index.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const ids = rules.map(({ id }) => id);

test('docs/checks.md is what `npm run docs` writes', () => {
  expect(read('../../docs/checks.md')).toBe(checksPage());
});

test('the page has a way to each of its headings, and each way leads somewhere', () => {
  const page = checksPage();
  const headings = [...page.matchAll(/^###? (.+)$/gm)].map(([, title = '']) => title);
  const linked = [...page.matchAll(/\[([^\]]+)\]\(#([^)]+)\)/g)].map(([, title = '', anchor = '']) => ({
    title,
    anchor,
  }));
  const tools = new Set(['What other tools check', ...coverage.map(({ tool }) => tool)]);
  expect(headings.filter((title) => !tools.has(title) && !linked.some((each) => each.title === title))).toEqual([]);
  const anchors = new Set(headings.map((title) => title.toLowerCase().replaceAll(',', '').replaceAll(' ', '-')));
  expect(linked.filter(({ anchor }) => !anchors.has(anchor))).toEqual([]);
});

test('every file of a chapter is a rule that is registered there, under its own id, with a test beside it', () => {
  const folder = new URL('rules/', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const registered = chapters.flatMap(({ folder, rules }) => rules.map(({ id }) => `${folder}/${id}`));
  const expected = registered.flatMap((path) => [`${path}.ts`, `${path}.test.ts`]);
  expect(sources.sort()).toEqual([...expected, 'index.ts'].sort());
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
