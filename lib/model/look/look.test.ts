import { describe, expect, test } from 'vitest';
import { panel, query, words } from '../../../test/support/grafana-panels.ts';
import type { TimeseriesOptions } from '../../panels/timeseries.ts';
import { bytes, ratio, seconds, state, timestamp } from '../../units/unit.ts';
import type { Thresholds } from '../field.ts';
import type { ResolvedPanel } from '../resolved.ts';
import { limitSteps, lookOf, type PanelField, queryField } from './look.ts';

const fieldOf = (of: ResolvedPanel) => lookOf(of).field;
const from: Thresholds = { direction: 'from', at: { warning: 1, critical: 2 } };

describe('the unit of a panel', () => {
  test.each([
    [{}, 'suffix:votes'],
    [{ unit: ratio }, 'percentunit'],
    [{ unit: ratio, display: 'none' }, 'none'],
  ])('%#: %j', (of, display) => {
    expect(fieldOf(panel('timeseries', {}, of)).display).toBe(display);
  });

  test('a table of several units has none', () => {
    const { unit: _, ...table } = panel('table', {});
    expect(fieldOf(table).display).toBeUndefined();
  });
});

describe('the unit of a line', () => {
  const line = query('size', { unit: bytes });
  test.each([
    { title: "the panel's", of: { unit: bytes, display: 'decbytes' }, display: 'decbytes' },
    { title: 'its own where the panel has another', of: { unit: seconds, display: 'clocks' }, display: 'bytes' },
    { title: 'what its override displays', of: { overrides: [{ query: 'size', display: 'short' }] }, display: 'short' },
    { title: 'the unit of its override', of: { overrides: [{ query: 'size', unit: ratio }] }, display: 'percentunit' },
    { title: 'not of an override for another', of: { overrides: [{ query: 'b', unit: ratio }] }, display: 'bytes' },
  ])('$title', ({ of, display }) => {
    expect(queryField(panel('timeseries', {}, { queries: [line], ...of }), line).display).toBe(display);
  });
});

describe('thresholds stand beside the numbers shown', () => {
  const born = query('born', { unit: timestamp, signal: words({ unit: timestamp, thresholds: from }) });
  const of = panel('stat', {}, { unit: timestamp, thresholds: from, queries: [born] });
  const limits = ({ steps }: PanelField) => steps.slice(1).map(({ from }) => from);

  test('dates are milliseconds', () => {
    expect(fieldOf(of)).toMatchObject({ factor: 1000 });
    expect(limits(fieldOf(of))).toEqual([1000, 2000]);
    expect(limits(queryField(of, born))).toEqual([1000, 2000]);
  });

  test('a line that is no date among dates stays as it is', () => {
    const told = { ...of, overrides: [{ query: 'born', display: 'none' }] };
    expect(queryField(told, born)).toMatchObject({ factor: 1 });
    expect(limits(queryField(told, born))).toEqual([1, 2]);
  });
});

test('all lines have the decimals of the panel', () => {
  const line = query('a');
  const of = panel('stat', {}, { queries: [line], decimals: 2 });
  expect([fieldOf(of).decimals, queryField(of, line).decimals]).toEqual([2, 2]);
});

test('a line has its own thresholds and states', () => {
  const up = state({ 0: 'Down', 1: 'Up' });
  const line = query('up', { unit: up, signal: words({ unit: up, thresholds: from }) });
  const of = panel('stat', {}, { queries: [query('a'), line] });
  expect(fieldOf(of)).toMatchObject({ names: [], steps: [{}] });
  expect(queryField(of, line)).toMatchObject({ names: [{ text: 'Down' }, { text: 'Up' }], steps: [{}, {}, {}] });
});

describe('the colour of a number without thresholds', () => {
  test.each([
    ['stat', {}, 'text', 'text'],
    ['stat', { colour: 'background' }, 'semi-dark-blue', 'semi-dark-blue'],
    ['gauge', {}, 'semi-dark-blue', 'text'],
    ['table', {}, 'semi-dark-blue', 'text'],
  ] as const)('%s %j: a number is %s, no number %s', (kind, options, number, nothing) => {
    const of = panel(kind, options);
    expect(fieldOf(of).steps).toEqual([{ from: -Infinity, colour: number }]);
    expect(fieldOf(of).empty.colour).toBe(nothing);
  });
});

describe('the text for no value', () => {
  test.each<[readonly string[], string]>([
    [['0'], '0'],
    [['Not growing'], 'Not growing'],
    [['0', '0'], '0'],
    [['0', '–'], 'No data'],
    [[], 'No data'],
  ])('%j: %s', (texts, expected) => {
    const queries = texts.map((emptyText, index) => query(`a${index}`, { signal: words({ emptyText }) }));
    expect(fieldOf(panel('stat', {}, { queries })).empty.text).toBe(expected);
  });
});

const low: Thresholds = { direction: 'below', at: { warning: 20, critical: 10 } };

describe('limitSteps()', () => {
  test.each<[TimeseriesOptions['limits'], string, readonly string[]]>([
    [undefined, 'dashed', ['transparent', 'red', 'orange']],
    ['line', 'line', ['transparent', 'red', 'orange']],
    ['area', 'area', ['red', 'orange', 'transparent']],
    ['none', 'none', ['transparent', 'red', 'orange']],
  ])('%s', (limits, style, colours) => {
    const of = panel('timeseries', limits === undefined ? {} : { limits }, { thresholds: low });
    expect(lookOf(of).options.limits).toBe(style);
    expect(limitSteps(lookOf(of)).map(({ colour }) => colour)).toEqual(colours);
  });

  test('nothing where there are none', () => {
    const of = panel('timeseries', { limits: 'area' });
    expect(lookOf(of).options.limits).toBe('none');
    expect(limitSteps(lookOf(of))).toHaveLength(1);
  });

  test('of dates are milliseconds', () => {
    const of = panel('timeseries', {}, { thresholds: low, unit: timestamp });
    expect(limitSteps(lookOf(of)).map(({ from }) => from)).toEqual([-Infinity, 10_000, 20_000]);
  });
});
