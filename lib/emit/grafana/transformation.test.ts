import { describe, expect, it } from 'vitest';
import { panel, query } from '../../../test/support/grafana-panels.ts';
import type { Transformation } from '../../model/field.ts';
import { transformationsOf } from './transformation.ts';

const queries = [query('memory'), query('share')];

describe('transformationsOf()', () => {
  it.each<[Transformation, string, Readonly<Record<string, unknown>>]>([
    [{ kind: 'merge' }, 'merge', {}],
    [{ kind: 'labels to fields' }, 'labelsToFields', { mode: 'columns' }],
    [{ kind: 'series to rows' }, 'seriesToRows', {}],
    [{ kind: 'reduce', calculation: 'max' }, 'reduce', { mode: 'seriesToRows', reducers: ['max'] }],
    [
      { kind: 'sort', field: 'share', order: 'descending' },
      'sortBy',
      { fields: {}, sort: [{ field: 'Value #B', desc: true }] },
    ],
    [
      { kind: 'sort', field: 'service', order: 'ascending' },
      'sortBy',
      { fields: {}, sort: [{ field: 'service', desc: false }] },
    ],
    [{ kind: 'limit', to: 5 }, 'limit', { limitField: 5 }],
    [
      { kind: 'rename', from: 'memory', to: 'RAM' },
      'organize',
      { excludeByName: {}, indexByName: {}, renameByName: { 'Value #A': 'RAM' } },
    ],
    [
      { kind: 'hide', fields: ['memory', 'service'] },
      'organize',
      { excludeByName: { 'Value #A': true, service: true }, indexByName: {}, renameByName: {} },
    ],
  ])('%j is %s', (transformation, id, options) => {
    const [found] = transformationsOf(panel('table', {}, { queries, transformations: [transformation] }));
    expect(found).toEqual({ id, options });
  });
});
