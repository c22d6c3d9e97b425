import { expect, test } from 'vitest';
import { definitionListed, registryProblems } from './registry.ts';

const shop = { default: { uid: 'shop' } };
const queue = { default: { uid: 'queue' }, helper: 1 };
const files = [
  { file: 'dashboards/shop.ts', module: shop },
  { file: 'dashboards/queue.ts', module: queue },
];

test.each([
  ['definitions', [shop.default, queue.default]],
  ['modules', [shop, queue]],
])('a registry that lists all %s has no problems', (_, lists) => {
  expect(registryProblems({ file: 'dashboards/index.ts', lists }, files)).toEqual([]);
});

test('a file that hands on what a listed file defines has no problems', () => {
  const both = [...files, { file: 'dashboards/all.ts', module: { shop: shop.default, queue: queue.default } }];
  expect(registryProblems({ file: 'dashboards/index.ts', lists: [shop, queue] }, both)).toEqual([]);
});

test('a file that is not listed is a problem', () => {
  const found = registryProblems({ file: 'dashboards/index.ts', lists: [shop.default] }, files);
  const { where, ...words } = definitionListed.example;
  expect(found).toEqual([{ where: { what: where, file: where }, rule: 'definition-listed', ...words }]);
});

test('a file that exports nothing is a problem', () => {
  const empty = [{ file: 'dashboards/empty.ts', module: {} }];
  expect(registryProblems({ file: 'dashboards/index.ts', lists: [] }, empty)).toHaveLength(1);
});
