import { describe, expect, test } from 'vitest';
import { panel, query, words } from '../../../test/support/grafana-panels.ts';
import type { TableOptions } from '../../panels/table.ts';
import type { Transformation } from '../field.ts';
import { columnsOf, columnTitle, isReshaped } from './columns.ts';

const memory = query('memory', { labels: ['service'], signal: words({ id: 'container-memory', name: 'Memory' }) });
const share = query('share', { labels: ['service', 'mode'], signal: words({ id: 'used', name: 'Share' }) });
const legend = { pieces: [{ hole: 'label', label: 'service' }] } as const;
const two = [memory, share].map((line) => ({ ...line, legend }));

interface Case {
  readonly title: string;
  readonly options?: TableOptions;
  readonly transformations?: readonly Transformation[];
  readonly titles: readonly string[];
}

describe('the columns of two lines', () => {
  test.each<Case>([
    { title: 'labels first, each once', titles: ['service', 'mode', 'Memory', 'Share'] },
    {
      title: 'as chosen',
      options: { columns: [{ field: 'share' }, { field: 'service', title: 'Service' }] },
      titles: ['Share', 'Service'],
    },
    {
      title: "by their signal's id",
      options: { columns: [{ field: 'used', title: 'Used' }, { field: 'container-memory' }] },
      titles: ['Used', 'Memory'],
    },
    {
      title: 'without the hidden ones',
      transformations: [{ kind: 'hide', fields: ['memory', 'mode'] }],
      titles: ['service', 'Share'],
    },
    {
      title: 'renamed',
      transformations: [{ kind: 'rename', from: 'used', to: 'Used' }],
      titles: ['service', 'mode', 'Memory', 'Used'],
    },
    {
      title: 'a title goes before a rename',
      options: { columns: [{ field: 'share', title: 'Own' }] },
      transformations: [{ kind: 'rename', from: 'share', to: 'Used' }],
      titles: ['Own'],
    },
    { title: '`Value` is a label', options: { columns: [{ field: 'Value' }] }, titles: ['Value'] },
  ])('$title', ({ options = {}, transformations = [], titles }) => {
    const of = panel('table', options, { queries: two, transformations });
    expect(columnsOf(of).map(({ title }) => title)).toEqual(titles);
  });
});

test.each(['memory', 'container-memory', 'Value'])('one line alone is found as %s', (field) => {
  const of = panel('table', { columns: [{ field, width: 90 }] }, { queries: [memory] });
  expect(columnsOf(of)).toEqual([{ field, title: 'memory', width: 90, of: { query: memory } }]);
});

test('a column that is not chosen has a title too: rows are sorted by it', () => {
  const of = panel('table', { columns: [{ field: 'service' }] }, { queries: two });
  expect(['share', 'mode'].map((field) => columnTitle(of, field))).toEqual(['Share', 'mode']);
});

test.each<[Transformation, boolean]>([
  [{ kind: 'reduce', calculation: 'max' }, true],
  [{ kind: 'labels to fields' }, true],
  [{ kind: 'series to rows' }, true],
  [{ kind: 'merge' }, false],
  [{ kind: 'limit', to: 3 }, false],
])('%j: columns are no longer those of the queries: %s', (transformation, expected) => {
  expect(isReshaped(panel('table', {}, { transformations: [transformation] }))).toBe(expected);
});
