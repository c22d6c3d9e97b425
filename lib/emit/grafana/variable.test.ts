import * as panel from 'plainsight/panels';
import { variable } from 'plainsight/promql';
import { describe, expect, it } from 'vitest';
import { panel as made, query, row, selector } from '../../../test/support/grafana-panels.ts';
import { queue_length, shop } from '../../../test/support/shop.ts';
import { shopLines } from '../../../test/support/shop-logs.ts';
import type { CustomVariable, QueryVariable } from '../../model/variable.ts';
import { variableBuilder } from './classic/variable.ts';
import { sourcesOf } from './datasource.ts';
import { allValues, customQuery, firstOf, labelValues } from './variable.ts';

const service: QueryVariable = {
  kind: 'query',
  name: 'service',
  label: 'Service',
  metric: queue_length.facts,
  of: 'service',
  node: selector('up'),
  several: true,
};
const step: CustomVariable = {
  kind: 'custom',
  name: 'step',
  label: 'Step',
  values: [{ value: 'a' }, { value: 'b' }],
  several: false,
};
const sources = sourcesOf([]);

describe('labelValues()', () => {
  it('asks for the values of the label in the selector', () => {
    expect(labelValues(service)).toBe('label_values(up, service)');
  });
});

describe('customQuery()', () => {
  it.each([
    [[{ value: 'a' }, { value: 'b' }], 'a,b'],
    [[{ value: '5m', text: 'Five minutes' }], 'Five minutes : 5m'],
    [[{ value: 'a,b', text: 'a, and b' }, { value: 'c' }], 'a\\, and b : a\\,b,c'],
  ])('%j is %s', (values, expected) => {
    expect(customQuery({ values })).toBe(expected);
  });
});

describe('firstOf()', () => {
  it.each([
    [true, { text: ['All'], value: ['$__all'] }],
    [false, { text: 'a', value: 'a' }],
  ] as const)('several %s: %j', (several, expected) => {
    expect(firstOf([{ text: 'a', value: 'a' }], { several })).toEqual(expected);
  });
});

describe('variableBuilder()', () => {
  it('lets All stand for everything, series without the label included', () => {
    expect(variableBuilder(service, { sources, rows: [] }).build()).toMatchObject({
      includeAll: true,
      multi: true,
      allValue: '.*',
      refresh: 2,
    });
  });

  it.each([
    ['service', '.+'],
    ['serv', '.*'],
    ['level', '.*'],
  ])('lets All of %s stand for what Loki takes, where it is asked of Loki: %s', (name, allValue) => {
    const lines = shopLines.where({ service: variable('service') }).contains('refused');
    const shown = panel.logs({ key: 'lines', title: 'Lines', description: 'Lines.', lines });
    const rows = shop({ panels: [shown] }).dashboards.flatMap((dashboard) => dashboard.rows);
    expect(variableBuilder({ ...service, name }, { sources, rows }).build()).toMatchObject({ allValue });
  });

  it.each(['$service', '${service}', '${service:regex}', '${service.text}', '[[service]]', '[[service:pipe]]'])(
    'finds %s in what Loki is asked',
    (use) => {
      const text = `sum(count_over_time({project="shop", service=~"${use}"}[5m]))`;
      const asked = { ...query('a'), language: 'logql', node: { kind: 'raw', text, reason: 'x' } } as const;
      expect(allValues(service, { sources, rows: [row([made('stat', {}, { queries: [asked] })])] })).toBe('.+');
    },
  );

  it.each([[{ ...service, several: false } as const], [step]])(
    '%#: offers no All where one value is chosen',
    (variable) => {
      const built = variableBuilder(variable, { sources, rows: [] }).build();
      expect(built).toMatchObject({ includeAll: false, multi: false });
      expect(built).not.toHaveProperty('allValue');
    },
  );

  it('lists the values of a choice made by hand, the first one chosen', () => {
    expect(variableBuilder(step, { sources, rows: [] }).build()).toMatchObject({
      type: 'custom',
      query: 'a,b',
      options: [
        { text: 'a', value: 'a' },
        { text: 'b', value: 'b' },
      ],
      current: { text: 'a', value: 'a' },
    });
  });
});

describe('sourcesOf()', () => {
  it('takes the first variable of each type, and the usual names where there is none', () => {
    const named = sourcesOf([
      { kind: 'datasource', type: 'loki', name: 'lines', label: '' },
      { kind: 'datasource', type: 'prometheus', name: 'metrics', label: '' },
      { kind: 'datasource', type: 'prometheus', name: 'other', label: '' },
    ]);
    expect(named).toEqual({
      prometheus: { type: 'prometheus', uid: `\${metrics}` },
      loki: { type: 'loki', uid: `\${lines}` },
    });
    expect(sources.prometheus.uid).toBe(`\${datasource}`);
  });
});
