import { describe, expect, it } from 'vitest';
import { panel, query, words } from '../../../../test/support/grafana-panels.ts';
import type { ResolvedPanel } from '../../../model/resolved.ts';
import type { TableOptions } from '../../../panels/table.ts';
import { bytes, ratio } from '../../../units/unit.ts';
import { panelContent } from './content.ts';

const memory = query('memory', {
  format: 'instant',
  labels: ['service'],
  unit: bytes,
  signal: words({ id: 'container-memory', name: 'Memory' }),
  legend: { pieces: [{ hole: 'label', label: 'service' }] },
});
const share = query('share', {
  format: 'instant',
  labels: ['service'],
  unit: ratio,
  signal: words({ name: 'Share', thresholds: { direction: 'from', at: { warning: 0.8, critical: 0.9 } } }),
  legend: { pieces: [] },
});

function one(options: TableOptions, of: Partial<ResolvedPanel<'table'>> = {}) {
  return panelContent(panel('table', options, { queries: [memory], unit: bytes, ...of }));
}

function two(options: TableOptions, of: Partial<ResolvedPanel<'table'>> = {}) {
  return panelContent(panel('table', options, { queries: [memory, share], ...of }));
}

function organized(options: Readonly<Record<string, unknown>>) {
  return { id: 'organize', options: { excludeByName: {}, indexByName: {}, renameByName: {}, ...options } };
}

describe('a table of one query', () => {
  it('shows its labels and its value, not the time', () => {
    expect(one({}).transformations).toEqual([
      organized({
        includeByName: { service: true, Value: true },
        indexByName: { service: 0, Value: 1 },
        renameByName: { Value: 'Memory' },
      }),
    ]);
  });

  it.each([['memory'], ['container-memory'], ['Value']])('finds its value by the name %s', (field) => {
    const { transformations } = one({
      columns: [
        { field, title: 'RAM' },
        { field: 'service', title: 'Service' },
      ],
    });
    expect(transformations).toEqual([
      organized({
        includeByName: { Value: true, service: true },
        indexByName: { Value: 0, service: 1 },
        renameByName: { Value: 'RAM', service: 'Service' },
      }),
    ]);
  });

  it('gives unit and colours to the column of values, and none to labels', () => {
    const { fieldConfig } = one({ columns: [{ field: 'Value', title: 'RAM', width: 90 }], cells: 'coloured text' });
    expect(fieldConfig.defaults.unit).toBeUndefined();
    expect(fieldConfig.defaults.custom).toMatchObject({ cellOptions: { type: 'auto' } });
    expect(fieldConfig.overrides).toEqual([
      {
        matcher: { id: 'byName', options: 'RAM' },
        properties: [
          { id: 'unit', value: 'bytes' },
          { id: 'thresholds', value: { mode: 'absolute', steps: [{ color: 'semi-dark-blue', value: null }] } },
          { id: 'custom.cellOptions', value: { type: 'color-text' } },
        ],
      },
      { matcher: { id: 'byName', options: 'RAM' }, properties: [{ id: 'custom.width', value: 90 }] },
    ]);
  });

  it('sorts by what stands above the column', () => {
    expect(one({ sortBy: { field: 'memory', order: 'descending' } }).options.sortBy).toEqual([
      { desc: true, displayName: 'Memory' },
    ]);
  });
});

describe('a table of several queries', () => {
  it('joins them by their labels', () => {
    expect(two({}).transformations).toEqual([
      { id: 'merge', options: {} },
      organized({
        includeByName: { service: true, 'Value #A': true, 'Value #B': true },
        indexByName: { service: 0, 'Value #A': 1, 'Value #B': 2 },
        renameByName: { 'Value #A': 'Memory', 'Value #B': 'Share' },
      }),
    ]);
  });

  it('joins them once where the definition does so itself', () => {
    const { transformations } = two({}, { transformations: [{ kind: 'merge' }, { kind: 'limit', to: 5 }] });
    expect(transformations.map(({ id }) => id)).toEqual(['merge', 'limit', 'organize']);
  });

  it('leaves out what the definition hides, and takes the names that it gives', () => {
    const { transformations, fieldConfig } = two(
      {},
      {
        transformations: [
          { kind: 'hide', fields: ['memory'] },
          { kind: 'rename', from: 'share', to: 'Used' },
        ],
      },
    );
    expect(transformations.map(({ id }) => id)).toEqual(['merge', 'organize']);
    expect(transformations.at(-1)).toMatchObject({
      options: { includeByName: { service: true, 'Value #B': true }, renameByName: { 'Value #B': 'Used' } },
    });
    expect(fieldConfig.overrides.map(({ matcher }) => matcher.options)).toEqual(['Memory', 'Used']);
  });

  it('shows each column in its own unit, by its own thresholds', () => {
    const { overrides } = two({ cells: 'gauge' }, { decimals: 1 }).fieldConfig;
    expect(
      overrides.map(({ properties }) => Object.fromEntries(properties.map(({ id, value }) => [id, value]))),
    ).toMatchObject([
      { unit: 'bytes', decimals: 1, min: 0, thresholds: { steps: [{}] } },
      { unit: 'percentunit', min: 0, max: 1, thresholds: { steps: [{}, { value: 0.8 }, { value: 0.9 }] } },
    ]);
  });
});

describe('a table whose columns are not those of its queries', () => {
  it.each([
    ['over time', { queries: [{ ...memory, format: 'range' }] }],
    ['reshaped', { transformations: [{ kind: 'reduce', calculation: 'max' }] }],
  ] as const)('%s: has the unit for all', (_, of) => {
    const { fieldConfig, transformations } = one({ cells: 'coloured background' }, of);
    expect(fieldConfig.defaults).toMatchObject({
      unit: 'bytes',
      custom: { cellOptions: { type: 'color-background' } },
    });
    expect(transformations.some(({ id }) => id === 'organize')).toBe(false);
  });
});
