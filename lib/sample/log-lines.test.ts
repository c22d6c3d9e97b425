/** What pictures show of streams that declare what their lines look like. */
import { count, countOverTime, pattern, rate, stream, sum, variable } from 'plainsight/logql';
import { expect, test } from 'vitest';
import type { LinesNode } from '../logql/node.ts';
import { exampleStreams, sampleLogLines } from './log-lines.ts';
import { countedSeries } from './log-series.ts';
import { NOW } from './time.ts';

const shop = stream({
  labels: ['service', 'level'],
  only: { project: 'shop' },
  examples: [
    {
      labels: { service: 'shop', level: 'info' },
      every: '10s',
      text: (at) => `${at.toISOString().slice(11, 19)} GET / 200`,
    },
    { labels: { service: 'shop', level: 'warning' }, every: '60s', text: 'GET /cart 404' },
    { labels: { service: 'worker', level: 'error' }, every: '5m', text: 'queue is gone' },
  ],
});
const undeclared = stream({ labels: ['service'], only: { project: 'shop' } });

const texts = ({ node }: { readonly node: LinesNode }): readonly string[] =>
  sampleLogLines(7, { node }).map(({ text }) => text);

test('the lines of an hour, newest first, with the moment in them', () => {
  const lines = sampleLogLines(7, shop);
  expect(lines.length).toBeGreaterThan(300);
  expect(lines).toEqual(sampleLogLines(8, shop));
  expect(lines.map(({ before }) => before)).toEqual(lines.map(({ before }) => before).toSorted((a, b) => a - b));
  expect(lines.every(({ before }) => before > 0 && before <= 3_600_000)).toBe(true);
  const newest = lines.find(({ level }) => level === 'info');
  expect(newest?.text).toBe(`${new Date(NOW - (newest?.before ?? 0)).toISOString().slice(11, 19)} GET / 200`);
  expect(newest?.labels).toMatchObject({ project: 'shop', service: 'shop', level: 'info' });
});

test.each([
  ['a label', shop.where({ service: 'worker' }), ['queue is gone']],
  ['a text', shop.contains('404'), ['GET /cart 404']],
  [
    'what a viewer may choose',
    shop.where({ level: variable('level'), service: 'worker' }).contains(variable('text')),
    ['queue is gone'],
  ],
  [
    'a stage that rewrites',
    shop.contains('404').lineFormat((_, line) => ({ type: 'template', text: `> {{${line.action}}}` })),
    ['> GET /cart 404'],
  ],
])('what the query finds, by %s', (_, lines, found) => {
  expect([...new Set(texts(lines))]).toEqual(found);
});

test('neutral lines, where streams declare none', () => {
  expect(texts(undeclared)[0]).toContain('msg=');
});

test('an example is written as often as it says, and not like a clock', () => {
  const [often] = exampleStreams(shop.node.examples ?? []);
  const times = (often?.lines ?? []).map(({ at }) => Number(at / 1_000_000n));
  expect(times.length / 540).toBeGreaterThan(0.85);
  expect(times.length / 540).toBeLessThan(1.15);
  expect(new Set(times.map((time, index) => time - (times[index - 1] ?? 0))).size).toBeGreaterThan(400);
});

const perSecond = (of: ReturnType<typeof countedSeries>): readonly (readonly [unknown, number])[] | undefined =>
  of?.map(({ labels, values }) => [labels, values.reduce((a, b) => a + b, 0) / values.length]);

test('series are counted in the lines', () => {
  const byService = perSecond(countedSeries(sum(rate(shop, '5m'), { by: ['service'] })));
  expect(byService?.map(([labels]) => labels)).toEqual([{ service: 'shop' }, { service: 'worker' }]);
  expect(byService?.[0]?.[1]).toBeCloseTo(1 / 10 + 1 / 60, 1);
});

test('of what is read out of the lines', () => {
  const paths = shop.contains('GET').parse(pattern('GET <path> <status>', { status: 'number' }));
  const missing = countedSeries(sum(countOverTime(paths.filter({ status: 404 }), '1h'), { by: ['path'] }));
  expect(missing?.map(({ labels }) => labels)).toEqual([{ path: '/cart' }]);
  expect(missing?.[0]?.values).toHaveLength(49);
  expect(missing?.[0]?.values.at(-1)).toBeGreaterThan(45);
});

test('a moment without a line has no value, and nothing is counted where nothing is declared', () => {
  const rare = countedSeries(count(rate(shop.where({ service: 'worker' }), '1m')));
  expect(new Set(rare?.[0]?.values)).toEqual(new Set([Number.NaN, 1]));
  expect(countedSeries(sum(rate(undeclared, '5m')))).toBeUndefined();
});
