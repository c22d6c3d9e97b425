import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { queueLength, shop } from '../../../../test/support/shop.ts';
import type { Transformation } from '../../../model/field.ts';
import type { TableOptions } from '../../../panels/table.ts';
import { transformationField } from './transformation-field.ts';

const table = (transformations: readonly Transformation[], options: TableOptions = {}) => {
  // The compiler knows the labels; what comes from elsewhere has none.
  const own = options as TableOptions<'job' | 'Value'>;
  return shop({ panels: [panel.table(queueLength, { key: 'table', by: ['job'], transformations, ...own })] });
};
const inTable = { where: 'dashboard shop / panel table' };
const reduce = (calculation: string): Transformation => ({ kind: 'reduce', calculation: calculation as 'max' });

describeRule(transformationField, {
  example: shop({
    panels: [],
    dashboard: {
      rows: [
        {
          title: 'Health',
          collapsed: false,
          lines: [
            [
              panel.table(queueLength, {
                by: ['job'],
                transformations: [{ kind: 'sort', field: 'jobb', order: 'ascending' }],
              }),
            ],
          ],
        },
      ],
    },
  }),
  allows: [
    ['a label', table([{ kind: 'hide', fields: ['job'] }])],
    [
      'the values',
      table([
        { kind: 'sort', field: 'Value', order: 'descending' },
        { kind: 'rename', from: 'queue-length', to: 'Queue' },
      ]),
    ],
    ['the time', table([{ kind: 'hide', fields: ['Time'] }])],
    [
      'a new name',
      table([
        { kind: 'rename', from: 'job', to: 'Job' },
        { kind: 'sort', field: 'Job', order: 'ascending' },
      ]),
    ],
    ['columns after a reshaping', table([reduce('p95'), { kind: 'rename', from: 'Max', to: 'Most' }])],
    ['every calculation', table(['lastNotNull', 'p1', 'p99', 'countAll'].map(reduce))],
    [
      'columns that there are',
      table([], { columns: [{ field: 'Value' }, { field: 'job' }], sortBy: { field: 'job', order: 'ascending' } }),
    ],
  ],
  finds: [
    [
      'a calculation that Grafana does not have',
      table([reduce('lastNotNul')]),
      {
        ...inTable,
        found: 'reduce by "lastNotNul"',
        allowed: 'one of the calculations, such as lastNotNull, max or p95',
        remedy: 'did you mean lastNotNull? Otherwise take one of them',
      },
    ],
    [
      'a percentile that there is not',
      table([reduce('p100')]),
      {
        ...inTable,
        found: 'reduce by "p100"',
        allowed: 'one of the calculations, such as lastNotNull, max or p95',
        remedy: 'take one of them',
      },
    ],
    [
      'a column to rename',
      table([{ kind: 'rename', from: 'jobb', to: 'Job' }]),
      { ...inTable, found: 'rename jobb, which the panel does not have' },
    ],
    [
      'columns to hide',
      table([{ kind: 'hide', fields: ['job', 'jobb'] }]),
      { ...inTable, found: 'hide jobb, which the panel does not have' },
    ],
    [
      'a column to show',
      table([], { columns: [{ field: 'jobb' }] }),
      { ...inTable, found: 'a column jobb, which the panel does not have' },
    ],
    [
      'a column to sort by',
      table([], { sortBy: { field: 'jobb', order: 'ascending' } }),
      { ...inTable, found: 'sorted by jobb, which the panel does not have' },
    ],
  ],
});
