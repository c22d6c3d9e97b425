/** A panel drawn from data that is given, as the preview has it: also with moments without a value. */
import { describe, expect, test } from 'vitest';
import { panel, query } from '../../test/support/grafana-panels.ts';
import { elements, textOf } from '../../test/support/svg.ts';
import { lookOf } from '../model/look/look.ts';
import type { ResolvedPanel } from '../model/resolved.ts';
import type { OptionsByKind } from '../panels/kinds.ts';
import { NOW } from '../sample/time.ts';
import type { Drawing, PanelData, PanelLine } from './drawing.ts';
import { dataPanel, drawPanel } from './panel.ts';
import { drawInside, FROM_DATA, type KindFromData } from './panels/kinds.ts';
import { themes } from './theme.ts';

const { NaN: NONE } = Number;
const place = { width: 400, height: 200, theme: 'dark', range: { from: NOW - 3_600_000, to: NOW } } as const;

const FIELD: PanelLine['field'] = {
  display: 'none',
  names: [],
  steps: [{ from: -Infinity, colour: 'green' }],
  factor: 1,
  empty: { text: 'No data', colour: 'text' },
};
const LEVELS = { ...FIELD, steps: [...FIELD.steps, { from: 5, colour: 'red' }] };

function line(values: readonly number[], more: Partial<PanelLine> = {}): PanelLine {
  return {
    query: 'A',
    name: 'one',
    labels: {},
    values,
    field: FIELD,
    colour: '#73BF69',
    override: {},
    ...more,
  };
}

function svg<K extends KindFromData>(kind: K, options: OptionsByKind[K], data: PanelData): string {
  return drawPanel({ kind, id: 7, options: lookOf(panel(kind, options)).options }, data, place);
}

const texts = (of: string): readonly string[] =>
  elements(of)
    .filter(({ name }) => name === 'text')
    .map(textOf);
const paths = (of: string, fill: string | undefined): number =>
  elements(of).filter(({ attributes }) => attributes.fill === fill).length;

const GAPS = [1, NONE, 3, NONE];
const kinds = Object.keys(FROM_DATA) as readonly KindFromData[];

describe.each(kinds)('%s', (kind) => {
  const buckets = { bounds: [1, Infinity], counts: [GAPS, [NONE, NONE, 2, 5]], display: 's' };

  test.each([
    { title: 'with gaps', data: { lines: [line(GAPS)], buckets } },
    {
      title: 'without any value',
      data: { lines: [line([NONE, NONE])], buckets: { ...buckets, counts: [[NONE], [NONE]] } },
    },
    { title: 'without a line', data: { lines: [] } },
    { title: 'with values that are not finite', data: { lines: [line([Infinity, 1])], buckets } },
  ])('is drawn $title', ({ data }) => {
    const drawn = svg(kind, {} as OptionsByKind[typeof kind], data);
    expect(elements(drawn).at(0)?.attributes).toMatchObject({ role: 'img', width: '400', height: '200' });
    expect(drawn).not.toMatch(/NaN|undefined|-∞|Infinity(?!")/);
  });

  test('tells nothing but text of what it is given', () => {
    const drawn = svg(kind, {} as OptionsByKind[typeof kind], {
      lines: [line([1, 2], { name: '"><script>alert(1)</script>' })],
    });
    expect(drawn).not.toContain('<script');
  });
});

test('what is drawn is named by its newest values', () => {
  const drawn = svg('gauge', {}, { lines: [line([1, 42, NONE]), line([NONE], { name: 'two' })] });
  expect(elements(drawn)[0]?.attributes['aria-label']).toBe('one: 42, two: No data');
  expect(texts(drawn)).toContain('No data');
});

test('without a value a gauge has its track alone', () => {
  expect(paths(svg('gauge', {}, { lines: [line([NONE])] }), themes.dark.named.green)).toBe(0);
  expect(paths(svg('gauge', {}, { lines: [line([1])] }), themes.dark.named.green)).toBe(2);
});

test('where there is no state, a timeline has a gap', () => {
  const states = (values: readonly number[]): string | undefined =>
    elements(svg('state-timeline', {}, { lines: [line(values)] })).find(({ attributes }) => attributes['fill-opacity'])
      ?.attributes.d;
  expect(states([1, 1, 1, 1])?.match(/M/g)).toHaveLength(1);
  expect(states([1, NONE, NONE, 1])?.match(/M/g)).toHaveLength(2);
  expect(states([NONE, NONE])).toBeUndefined();
});

test('the columns of a row stand beside each other, or on one another where they are stacked', () => {
  const lines = [line([3]), line([5], { name: 'two', colour: '#F2CC0C' })].map((each) => ({
    ...each,
    category: 'row',
  }));
  const starts = (options: OptionsByKind['barchart']): readonly (string | undefined)[] =>
    elements(svg('barchart', options, { lines }))
      .filter(({ attributes }) => attributes['fill-opacity'] === '.8')
      .map(({ attributes }) => /^M(\S+)/.exec(attributes.d ?? '')?.[1]);
  expect(new Set(starts({})).size).toBe(2);
  expect(new Set(starts({ stack: 'normal' })).size).toBe(1);
  expect(texts(svg('barchart', {}, { lines }))).toContain('row');
});

test('only kinds that are drawn from options and data can be taken', () => {
  expect(dataPanel(panel('gauge', { max: 3 }, { id: 7, queries: [query('a')] }))).toEqual({
    kind: 'gauge',
    id: 7,
    options: { calculation: 'lastNotNull', max: 3 },
  });
  expect(dataPanel(panel('timeseries', {}))).toBeUndefined();
});

test('a dial ends as high as it begins, and a value at its end fills it', () => {
  const [marks, track, bar] = elements(svg('gauge', { min: 0, max: 10 }, { lines: [line([10], { field: LEVELS })] }))
    .filter(({ name }) => name === 'path')
    .slice(1)
    .map(({ attributes }) => attributes.d ?? '');
  expect([marks, track, bar].every(Boolean)).toBe(true);
  expect(bar).toBe(track);
  const [, startY, endY] = /^M\S+ (\S+?)A.* 0 1 1 \S+ (\S+?)L/.exec(track ?? '') ?? [];
  expect(endY).toBe(startY);
});

test('a value at the border of two buckets belongs to the upper one', () => {
  const drawn = svg('histogram', { bucketSize: 1 }, { lines: [line([1, 1, 1, 2, 2.5])] });
  const heights = (elements(drawn).find(({ attributes }) => attributes['fill-opacity'] === '.8')?.attributes.d ?? '')
    .split('M')
    .slice(1)
    .map((part) => Number(/v(-?[\d.]+)/.exec(part)?.[1]));
  expect(heights).toHaveLength(2);
  expect((heights[0] ?? 0) / (heights[1] ?? 1)).toBeCloseTo(1.5, 1);
});

test.each([
  { showValue: 'auto', written: [] },
  { showValue: 'always', written: ['A state wit…'] },
  { showValue: 'never', written: [] },
] as const)('a state whose name has no room, values shown $showValue: $written', ({ showValue, written }) => {
  const names = [{ of: 1, text: 'A state with a long name' }];
  const values = [1, NONE, NONE, NONE];
  const drawn = svg('state-timeline', { showValue }, { lines: [line(values, { field: { ...FIELD, names } })] });
  expect(texts(drawn).filter((text) => text.startsWith('A state'))).toEqual(written);
});

describe('inside a panel', () => {
  const box = { x: 0, y: 0, width: 400, height: 200 };
  const context = { theme: themes.dark, range: place.range };
  const written = (drawing: Drawing): readonly string[] => texts(`<svg>${drawing.lines.join('')}</svg>`);

  test.each([
    { show: 'auto', lines: ['one'], names: [] },
    { show: 'auto', lines: ['one', 'two'], names: ['one', 'two'] },
    { show: 'value', lines: ['one', 'two'], names: [] },
    { show: 'value and name', lines: ['one'], names: ['one'] },
  ] as const)('a stat of $lines, shown $show, names $names', ({ show, lines, names }) => {
    const data = { lines: lines.map((name) => line([1], { name })) };
    const found = written(drawInside(panel('stat', { show }), data, box, context));
    expect(found.filter((text) => text !== '1')).toEqual(names);
  });

  test('a bar gauge colours its values by their level, where there are levels', () => {
    const thresholds = { direction: 'from', at: { warning: 4, critical: 5 } } as const;
    const fills = (more: Partial<ResolvedPanel<'bargauge'>>): readonly (string | undefined)[] => {
      const data = { lines: [line([7], { field: LEVELS })] };
      const { lines } = drawInside(panel('bargauge', {}, more), data, box, context);
      const found = elements(`<svg>${lines.join('')}</svg>`).filter(({ name }) => name === 'text');
      return found.filter((text) => textOf(text) === '7').map(({ attributes }) => attributes.fill);
    };
    expect(fills({ thresholds })).toEqual([themes.dark.named.red]);
    expect(fills({})).toEqual([themes.dark.text]);
  });

  test.each([
    { order: 'newest first', times: ['11:59:59.000', '11:59:58.000'] },
    { order: 'oldest first', times: ['11:59:58.000', '11:59:59.000'] },
  ] as const)('log lines, $order', ({ order, times }) => {
    const logs = [1000, 2000].map((before) => ({ before, level: 'info', text: 'text', labels: {} }) as const);
    const found = written(drawInside(panel('logs', { order }), { lines: [], logs }, box, context));
    expect(found.filter((text) => text.startsWith('2026')).map((text) => text.slice(11))).toEqual(times);
  });
});
