/** Schema v2: what Grafana's own types say of it, and that it shows what the classic format shows. */
import { describe, expect, it } from 'vitest';
import { v2Problems } from '../../../test/schema/v2.ts';
import { everyPanel, kinds } from '../../../test/support/every-option.ts';
import { fullDashboard, smallDashboard } from '../../../test/support/grafana-dashboards.ts';
import { dashboard, panel, row } from '../../../test/support/grafana-panels.ts';
import type { ResolvedDashboard } from '../../model/resolved.ts';
import { classicJson, type grafanaDashboard } from './classic.ts';
import { type dashboardResource, v2Json } from './resource.ts';
import type { Spec } from './v2/query.ts';

type Resource = ReturnType<typeof dashboardResource>;

/** What is in the file. */
function read(of: ResolvedDashboard): Resource {
  return JSON.parse(v2Json(of));
}

describe("Grafana's own types", () => {
  it.each(kinds)('know every option of %s', (kind) => {
    const panels = everyPanel(kind).map((one, index) => ({ ...one, id: index + 1 }));
    expect(v2Problems(read(dashboard([row(panels)])))).toEqual([]);
  });

  it('know a dashboard with everything in it', () => {
    expect(v2Problems(read(fullDashboard))).toEqual([]);
  });

  it.each<[string, (resource: Resource) => unknown, RegExp]>([
    ['a bare spec', ({ spec }) => spec, /apiVersion/],
    ['an unknown key', (resource) => ({ ...resource, spec: { ...resource.spec, panels: [] } }), /"panels"/],
    ['an unknown option', (resource) => spoiled(resource, { options: { colour: 'red' } }), /"colour"/],
    ['a missing option', (resource) => spoiled(resource, { options: {} }), /required property 'colorMode'/],
  ])('refuse %s', (_, spoil, message) => {
    expect(v2Problems(spoil(read(dashboard([row([panel('stat', {})])])))).join('\n')).toMatch(message);
  });
});

function spoiled({ spec, ...rest }: Resource, { options }: { readonly options: object }): unknown {
  const entries = Object.entries(spec.elements).map(([name, element]) => {
    if (element.kind !== 'Panel') return [name, element];
    const { vizConfig } = element.spec;
    const changed = { ...vizConfig, spec: { ...vizConfig.spec, options } };
    return [name, { ...element, spec: { ...element.spec, vizConfig: changed } }];
  });
  return { ...rest, spec: { ...spec, elements: Object.fromEntries(entries) } };
}

describe('dashboardResource()', () => {
  it('is a whole resource named by the uid, as provisioning asks for', () => {
    expect(read(smallDashboard)).toMatchObject({
      apiVersion: 'dashboard.grafana.app/v2',
      kind: 'Dashboard',
      metadata: { name: 'voting-app-test' },
    });
  });

  it('shows the same panels, with the same queries, options and fields, as the classic format', () => {
    expect(inV2(read(fullDashboard).spec)).toEqual(inClassic(JSON.parse(classicJson(fullDashboard))));
  });

  it('has every element in one place', () => {
    const { elements, layout } = read(fullDashboard).spec;
    const rows = layout.kind === 'RowsLayout' ? layout.spec.rows : [];
    const items = rows.flatMap(({ spec }) => (spec.layout.kind === 'GridLayout' ? spec.layout.spec.items : []));
    expect(items.map(({ spec }) => spec.element.name).sort()).toEqual(Object.keys(elements).sort());
  });

  it('counts places from the top of their row', () => {
    const first = row([panel('stat', {}, { id: 1 })], { id: 10 });
    const second = row([panel('stat', {}, { id: 2, grid: { x: 6, y: 10, w: 6, h: 4 } })], {
      id: 20,
      y: 9,
      collapsed: true,
    });
    const { layout } = read(dashboard([first, second])).spec;
    expect(layout).toMatchObject({
      spec: {
        rows: [
          { spec: { collapse: false, layout: { spec: { items: [{ spec: { x: 0, y: 0, width: 12, height: 8 } }] } } } },
          { spec: { collapse: true, layout: { spec: { items: [{ spec: { x: 6, y: 0, width: 6, height: 4 } }] } } } },
        ],
      },
    });
  });

  it('says how a panel repeats', () => {
    const repeat = { variable: 'service', direction: 'horizontal', perLine: 3 } as const;
    expect(JSON.stringify(read(dashboard([row([panel('stat', {}, { repeat })])])))).toContain(
      '"repeat":{"direction":"h","maxPerRow":3,"mode":"variable","value":"service"}',
    );
  });

  it('is written as the golden file has it', async () => {
    await expect(v2Json(smallDashboard)).toMatchFileSnapshot('../../../test/fixtures/grafana/small.v2.json');
  });
});

interface Shown {
  readonly id: unknown;
  readonly kind: unknown;
  readonly title: unknown;
  readonly options: unknown;
  readonly fieldConfig: unknown;
  readonly interval: unknown;
  readonly transformations: readonly unknown[];
  readonly queries: readonly unknown[];
}

function inV2({ elements }: Spec): readonly Shown[] {
  const shown = Object.values(elements).flatMap((element): readonly Shown[] => {
    if (element.kind !== 'Panel') return [];
    const { id, title, vizConfig, data } = element.spec;
    const { queries, transformations, queryOptions } = data.spec;
    return [
      {
        id,
        kind: vizConfig.group,
        title,
        ...vizConfig.spec,
        interval: queryOptions.interval,
        transformations: transformations.map(({ group, spec }) => ({ id: group, options: spec.options })),
        queries: queries.map(({ spec }) => ({
          refId: spec.refId,
          source: spec.query.datasource?.name,
          ...spec.query.spec,
        })),
      },
    ];
  });
  return byId(shown);
}

function inClassic({ panels = [] }: ReturnType<typeof grafanaDashboard>): readonly Shown[] {
  const all = panels.flatMap((one) => ('panels' in one ? one.panels : [one]));
  return byId(
    all.map(({ id, type, title, options, fieldConfig, interval, transformations = [], targets = [] }) => ({
      id,
      kind: type,
      title,
      options,
      fieldConfig,
      interval,
      transformations,
      queries: targets.map(({ datasource, ...query }) => ({ source: (datasource as { uid: string }).uid, ...query })),
    })),
  );
}

function byId(panels: readonly Shown[]): readonly Shown[] {
  return [...panels].sort((a, b) => Number(a.id) - Number(b.id));
}
