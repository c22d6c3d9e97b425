/** What the drawings share: stacks, thresholds in graphs, the room of legends, the shades of a heatmap. */
import { describe, expect, test } from 'vitest';
import { panel } from '../../../test/support/grafana-panels.ts';
import { elements } from '../../../test/support/svg.ts';
import type { Thresholds } from '../../model/field.ts';
import { lookOf } from '../../model/look/look.ts';
import { NOW } from '../../sample/time.ts';
import { count } from '../../units/unit.ts';
import { valueAxis } from '../axis/value-axis.ts';
import type { LineOverride, PanelLine } from '../drawing.ts';
import { heatmap } from '../panels/heatmap.ts';
import { textWidth } from '../text/measure.ts';
import { themes } from '../theme.ts';
import { curves } from './curves.ts';
import { placedLegend } from './legend.ts';
import { limitDrawing } from './limits.ts';

const context = { theme: themes.dark, range: { from: NOW - 3_600_000, to: NOW } };
const field = { display: 'none', names: [], steps: [], factor: 1, empty: { text: 'No data', colour: 'text' } };

function line(values: readonly number[], override: LineOverride = {}): PanelLine {
  return { query: 'A', name: 'one', labels: {}, values, field, colour: '#73BF69', override };
}

describe('curves', () => {
  const right: LineOverride = { axis: { side: 'right' } };
  const ends = (of: ReturnType<typeof curves>): readonly unknown[] => of.map(({ lower, upper }) => [lower, upper]);

  test('not stacked, each stands on zero', () => {
    expect(ends(curves([line([1, 2]), line([3, 4])], undefined))).toEqual([
      [
        [0, 0],
        [1, 2],
      ],
      [
        [0, 0],
        [3, 4],
      ],
    ]);
  });

  test('stacked, each stands on the one before of its own side', () => {
    expect(ends(curves([line([1, 2]), line([3, 4], right), line([5, 6])], 'normal'))).toEqual([
      [
        [0, 0],
        [1, 2],
      ],
      [
        [0, 0],
        [3, 4],
      ],
      [
        [1, 2],
        [6, 8],
      ],
    ]);
  });

  test('as shares, mirrored lines count with their size, and a sum of nothing has none', () => {
    expect(ends(curves([line([1, 0]), line([3, 0], { mirrored: true })], 'percent'))).toEqual([
      [
        [0, 0],
        [0.25, 0],
      ],
      [
        [0.25, 0],
        [-0.5, 0],
      ],
    ]);
  });
});

describe('thresholds in a graph', () => {
  const axis = valueAxis({ data: [2, 12], options: { min: 2, max: 12 }, field, length: 100 });
  const plot = { x: 0, y: 0, width: 100, height: 100 };
  const lines = (thresholds: Thresholds, limits: 'line' | 'dashed' | 'area' = 'line') => {
    const graph = lookOf(panel('timeseries', { limits }, { unit: count('votes'), thresholds }));
    const drawn = limitDrawing(graph, plot, axis, context);
    return elements(`<svg>${drawn.join('')}</svg>`)
      .slice(1)
      .map(({ attributes }) => attributes);
  };
  const from = (warning: number, critical: number): Thresholds => ({ direction: 'from', at: { warning, critical } });

  test.each([
    { title: 'on the axis', at: from(6, 10), ends: ['M0 60h100', 'M0 20h100'] },
    { title: 'at its ends', at: from(2, 12), ends: ['M0 100h100', 'M0 0h100'] },
    { title: 'beyond its ends', at: from(1, 13), ends: [] },
  ])('$title', ({ at, ends }) => {
    expect(lines(at).map(({ d }) => d)).toEqual(ends);
  });

  test('are dashed, or an area in the colour of each level', () => {
    expect(lines(from(6, 10), 'dashed').map((each) => each['stroke-dasharray'])).toEqual(['10 10', '10 10']);
    expect(lines(from(6, 10), 'area').map(({ y, height, fill }) => [y, height, fill])).toEqual([
      ['20', '40', themes.dark.named.orange],
      ['0', '20', themes.dark.named.red],
    ]);
  });
});

describe('a legend', () => {
  const box = { x: 0, y: 0, width: 200, height: 100 };
  const items = ['one', 'a name that is far too long to stand beside a graph of this width'].map((name) => ({
    name,
    colour: '#fff',
  }));
  const rest = (place: 'right' | 'bottom', show: 'list' | 'table' | 'none' = 'list') =>
    placedLegend({ items, columns: [] }, { show, place, calculations: [] }, box, context).rest;

  test('at the right leaves more than half of the width for the graph', () => {
    expect(rest('right').width).toBeGreaterThan(100);
    expect(rest('right').width).toBeLessThan(200 - textWidth('one', 12));
  });

  test('below leaves at least 60 % of the height for the graph', () => {
    expect(rest('bottom').height).toBeGreaterThanOrEqual(57);
    expect(rest('bottom').height).toBeLessThan(100);
  });

  test('that is not shown leaves everything', () => {
    expect(rest('right', 'none')).toEqual(box);
  });
});

test('a quarter of the most observations has the middle of the shades', () => {
  const { id, options } = lookOf(panel('heatmap', {}));
  const buckets = {
    bounds: [1, Infinity],
    counts: [
      [16, 4],
      [1, 0],
    ],
    display: 'none',
  };
  const { lines } = heatmap({ id, options }, { lines: [], buckets }, { x: 0, y: 0, width: 300, height: 200 }, context);
  const fills = elements(`<svg>${lines.join('')}</svg>`)
    .filter(({ name, attributes }) => name === 'path' && attributes.fill !== undefined)
    .map(({ attributes }) => attributes.fill);
  expect(fills).toEqual(['#d94801', '#fd8d3c', '#fff5eb']);
});

test('an axis that is written without decimals has whole numbers alone', () => {
  const numbers = (decimals?: number): readonly number[] =>
    valueAxis({
      data: [0, 2],
      options: { min: 0, max: 2 },
      field: { ...field, ...(decimals === undefined ? {} : { decimals }) },
      length: 200,
    }).ticks.map(({ value }) => value);
  expect(numbers(0)).toEqual([0, 1, 2]);
  expect(numbers()).toContain(0.5);
});
