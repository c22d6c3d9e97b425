import { describe, expect, it } from 'vitest';
import { panel, query, words } from '../../../test/support/grafana-panels.ts';
import type { OverrideLook } from '../../model/field.ts';
import { lookOf } from '../../model/look/look.ts';
import { bytes, ratio, state, timestamp } from '../../units/unit.ts';
import { queryOverrides } from './overrides.ts';

function properties(override: OverrideLook) {
  const queries = [query('waiting'), query('stored')];
  const [found] = queryOverrides(
    lookOf(panel('timeseries', {}, { queries, overrides: [{ query: 'stored', ...override }] })),
  );
  expect(found?.matcher).toEqual({ id: 'byFrameRefID', options: 'B' });
  return Object.fromEntries((found?.properties ?? []).map(({ id, value }) => [id, value]));
}

describe('queryOverrides()', () => {
  it.each<[OverrideLook, Readonly<Record<string, unknown>>]>([
    [{ colour: 'red' }, { color: { mode: 'fixed', fixedColor: 'red' } }],
    [{ display: 'short' }, { unit: 'short' }],
    [{ unit: ratio }, { unit: 'percentunit' }],
    [{ axis: { min: 0, max: 1 } }, { min: 0, max: 1 }],
    [{ axis: { label: 'Share', side: 'right' } }, { 'custom.axisLabel': 'Share', 'custom.axisPlacement': 'right' }],
    [{ axis: { scale: 'log2' } }, { 'custom.scaleDistribution': { type: 'log', log: 2 } }],
    [{ axis: { scale: 'linear' } }, { 'custom.scaleDistribution': { type: 'linear' } }],
    [{ draw: 'lines' }, { 'custom.drawStyle': 'line' }],
    [{ draw: 'bars' }, { 'custom.drawStyle': 'bars' }],
    [{ style: 'dashed' }, { 'custom.lineStyle': { fill: 'dash', dash: [10, 10] } }],
    [{ style: 'solid' }, { 'custom.lineStyle': { fill: 'solid' } }],
    [{ fill: 0 }, { 'custom.fillOpacity': 0 }],
    [{ mirrored: true }, { 'custom.transform': 'negative-Y' }],
    [{ legend: 'hide' }, { 'custom.hideFrom': { legend: true, tooltip: false, viz: false } }],
  ])('%j', (override, expected) => {
    expect(properties(override)).toEqual(expected);
  });

  it('shows a line in its own unit without being told', () => {
    const queries = [query('waiting'), query('size', { unit: bytes })];
    expect(queryOverrides(lookOf(panel('timeseries', {}, { queries })))).toEqual([
      { matcher: { id: 'byFrameRefID', options: 'B' }, properties: [{ id: 'unit', value: 'bytes' }] },
    ]);
  });

  it('says nothing of lines that are as the panel', () => {
    expect(
      queryOverrides(lookOf(panel('timeseries', {}, { queries: [query('a'), query('b')], display: 'short' }))),
    ).toEqual([]);
  });

  it('colours each number by the thresholds of its own signal', () => {
    const thresholds = { direction: 'from', at: { warning: 1, critical: 2 } } as const;
    const queries = [query('a'), query('b', { signal: words({ thresholds }) })];
    expect(
      queryOverrides(lookOf(panel('stat', {}, { queries }))).map(({ matcher, properties: of }) => [
        matcher.options,
        of,
      ]),
    ).toEqual([
      [
        'B',
        [
          {
            id: 'thresholds',
            value: expect.objectContaining({ steps: expect.arrayContaining([{ color: 'red', value: 2 }]) }),
          },
        ],
      ],
    ]);
    expect(queryOverrides(lookOf(panel('timeseries', {}, { queries })))).toEqual([]);
  });

  it('keeps the thresholds of a line that is no date among dates', () => {
    const thresholds = { direction: 'from', at: { warning: 1, critical: 2 } } as const;
    const queries = [query('born', { unit: timestamp, signal: words({ thresholds }) })];
    const overrides = [{ query: 'born', display: 'none' }];
    const [found] = queryOverrides(lookOf(panel('stat', {}, { unit: timestamp, thresholds, queries, overrides })));
    expect(found?.properties).toMatchObject([
      { id: 'unit' },
      { id: 'thresholds', value: { steps: [{}, { value: 1 }, { value: 2 }] } },
    ]);
  });

  it('names the states of a line whose unit has some', () => {
    const queries = [query('a'), query('up', { unit: state({ 0: 'Down', 1: 'Up' }) })];
    const [found] = queryOverrides(lookOf(panel('stat', {}, { queries })));
    expect(found?.properties.map(({ id }) => id)).toEqual(['unit', 'mappings']);
  });
});
