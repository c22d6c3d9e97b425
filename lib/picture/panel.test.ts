/** A panel drawn from data that is given, as the preview has it: also with moments without a value. */
import { describe, expect, test } from 'vitest';
import { panel, query } from '../../test/support/grafana-panels.ts';
import { elements, textOf } from '../../test/support/svg.ts';
import { lookOf } from '../model/look/look.ts';
import type { OptionsByKind } from '../panels/kinds.ts';
import { NOW } from '../sample/time.ts';
import type { PanelData, PanelLine } from './drawing.ts';
import { dataPanel, drawPanel } from './panel.ts';
import { FROM_DATA, type KindFromData } from './panels/kinds.ts';
import { themes } from './theme.ts';

const { NaN: NONE } = Number;
const place = { width: 400, height: 200, theme: 'dark', range: { from: NOW - 3_600_000, to: NOW } } as const;

function line(values: readonly number[], more: Partial<PanelLine> = {}): PanelLine {
  const field = { display: 'none', names: [], steps: [{ from: -Infinity, colour: 'green' }], factor: 1 };
  const empty = { text: 'No data', colour: 'text' };
  return {
    query: 'A',
    name: 'one',
    labels: {},
    values,
    field: { ...field, empty },
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
