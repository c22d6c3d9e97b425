/**
 * What others had to report of dashboards that were made with the same SDK, tried here in both formats: links and
 * annotations hidden in a menu, transformations that Grafana 13 refuses, panels without options, values of a list that come
 * out as one, limits without a line, panels of a collapsed row on top of each other.
 */
import { describe, expect, it } from 'vitest';
import { everyPanel, kinds } from '../../../test/support/every-option.ts';
import { fullDashboard } from '../../../test/support/grafana-dashboards.ts';
import { dashboard, panel, row } from '../../../test/support/grafana-panels.ts';
import { readValues } from '../../../test/support/grafana-values.ts';
import { placeLine } from '../../model/resolve/layout.ts';
import type { ResolvedDashboard } from '../../model/resolved.ts';
import { grafanaDashboard } from './classic.ts';
import { dashboardResource } from './resource.ts';

/** What stands in the file, whichever type it has. */
// JSON has no types: the shape of each part is what is asked for here.
const inFile = <T>(of: unknown): T => JSON.parse(JSON.stringify(of)) as T;

interface V2 {
  readonly spec: {
    readonly links: readonly object[];
    readonly annotations: readonly { readonly spec: object }[];
    readonly variables: readonly { readonly kind: string; readonly spec: { readonly query: string } }[];
    readonly elements: Readonly<Record<string, { readonly spec: V2Panel }>>;
  };
}

interface V2Panel {
  readonly data: { readonly spec: { readonly transformations: readonly object[] } };
  readonly vizConfig: { readonly spec: { readonly options: object; readonly fieldConfig: FieldConfig } };
}

interface FieldConfig {
  readonly defaults: { readonly custom?: { readonly thresholdsStyle?: object } };
}

const v2 = (of: ResolvedDashboard): V2['spec'] => inFile<V2>(dashboardResource(of)).spec;
const classic = (of: ResolvedDashboard) => inFile<ReturnType<typeof grafanaDashboard>>(grafanaDashboard(of));

it('shows links and annotations above the dashboard, and none in a menu', () => {
  const { links, annotations } = v2(fullDashboard);
  expect([...links, ...annotations.map(({ spec }) => spec)].filter((each) => 'placement' in each)).toEqual([]);
  const old = classic(fullDashboard);
  const all = [...(old.links ?? []), ...(old.annotations?.list ?? [])];
  expect(all.length).toBeGreaterThan(3);
  expect(all.filter((each) => 'placement' in each)).toEqual([]);
});

it('says of each transformation in schema v2 which it is', () => {
  const all = Object.values(v2(fullDashboard).elements).flatMap(({ spec }) => spec.data.spec.transformations);
  expect(all.length).toBeGreaterThan(3);
  for (const each of all) {
    expect(each).toEqual({
      kind: 'Transformation',
      group: expect.stringMatching(/^[a-z]\w+$/i),
      spec: { options: expect.any(Object) },
    });
    expect(each).not.toMatchObject({ group: 'Transformation' });
  }
});

describe.each(kinds)('%s', (kind) => {
  it('has options in both formats', () => {
    const panels = everyPanel(kind).map((one, index) => ({ ...one, id: index + 1 }));
    const of = dashboard([row(panels)]);
    const elements = Object.values(v2(of).elements);
    expect(
      elements.map(({ spec }) => Object.keys(spec.vizConfig.spec.options).length).filter((count) => count === 0),
    ).toEqual([]);
    const options = (classic(of).panels ?? [])
      .slice(1)
      .map((each) => ('options' in each ? Object.keys(each.options ?? {}).length : 0));
    expect(options.filter((count) => count === 0)).toEqual([]);
  });
});

it('lists the values of a variable as they were written, in both formats', () => {
  const values = [
    { value: 'dev|test', text: 'Test' },
    { value: 'a,b' },
    { value: '{"a":1}' },
    { value: 'x\\y', text: 'a : b' },
  ];
  const of = dashboard([], {
    variables: [{ kind: 'custom', name: 'env', label: 'Environment', values, several: false }],
  });
  const expected = values.map(({ value, text = value }) => ({ text, value }));
  const [custom] = v2(of).variables;
  expect(readValues(custom?.spec.query ?? '')).toEqual(expected);
  const [old] = classic(of).templating?.list ?? [];
  expect(readValues(String(old?.query))).toEqual(expected);
});

it('draws the line of a limit where it is asked for', () => {
  const limits = panel(
    'timeseries',
    { limits: 'line' },
    { thresholds: { direction: 'from', at: { warning: 1, critical: 2 } } },
  );
  const of = dashboard([row([limits])]);
  const [element] = Object.values(v2(of).elements);
  expect(element?.spec.vizConfig.spec.fieldConfig.defaults.custom?.thresholdsStyle).toEqual({ mode: 'line' });
  expect(classic(of).panels?.[1]).toMatchObject({
    fieldConfig: { defaults: { custom: { thresholdsStyle: { mode: 'line' } } } },
  });
});

it('puts the panels of a collapsed row beside and below each other', () => {
  const { grids } = placeLine([{ height: 8 }, { height: 8 }], 1);
  const panels = grids.map((grid, index) => panel('timeseries', {}, { id: index + 1, grid }));
  const [folded] = classic(dashboard([row(panels, { id: 9, collapsed: true, y: 0 })])).panels ?? [];
  expect(folded && 'panels' in folded ? folded.panels.map(({ gridPos }) => gridPos) : []).toEqual(grids);
});
