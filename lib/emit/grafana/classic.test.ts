/** Whole dashboards: what Grafana's own types say of them, what it asks beyond those, and that nothing moves by itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classicProblems } from '../../../test/schema/classic.ts';
import { dashboardInvariants } from '../../../test/support/dashboard-invariants.ts';
import { everyPanel, kinds } from '../../../test/support/every-option.ts';
import { fullDashboard, smallDashboard } from '../../../test/support/grafana-dashboards.ts';
import { dashboard, panel, row } from '../../../test/support/grafana-panels.ts';
import type { ResolvedDashboard, ResolvedPanel } from '../../model/resolved.ts';
import { duration } from '../../units/duration.ts';
import { classicJson, type grafanaDashboard } from './classic.ts';

/** What is in the file. */
function read(of: ResolvedDashboard): ReturnType<typeof grafanaDashboard> {
  return JSON.parse(classicJson(of));
}

function panelsOf(of: ResolvedDashboard) {
  return (read(of).panels ?? []).flatMap((one) => ('panels' in one ? [one, ...one.panels] : [one]));
}

describe("Grafana's own types", () => {
  it.each(kinds)('know every option of %s', (kind) => {
    const panels = everyPanel(kind).map((one, index) => ({
      ...one,
      id: index + 1,
      grid: { x: 0, y: 1 + index * 8, w: 24, h: 8 },
    }));
    expect(classicProblems(read(dashboard([row(panels)])))).toEqual([]);
  });

  it('know a dashboard with everything in it', () => {
    expect(classicProblems(read(fullDashboard))).toEqual([]);
  });

  it.each<
    [string, (json: { panels: { options: object; fieldConfig: { defaults: { custom: object } } }[] }) => void, RegExp]
  >([
    ['option', ({ panels }) => Object.assign(panels[1]?.options ?? {}, { legnd: {} }), /legnd/],
    [
      'setting',
      ({ panels }) => Object.assign(panels[1]?.fieldConfig.defaults.custom ?? {}, { drawStyle: 'lines' }),
      /drawStyle/,
    ],
    ['key', (json) => Object.assign(json, { panel: [] }), /"panel"/],
  ])('refuse an unknown %s', (_, spoil, message) => {
    const json = JSON.parse(classicJson(dashboard([row([panel('timeseries', {})])])));
    spoil(json);
    expect(classicProblems(json).join('\n')).toMatch(message);
  });
});

describe('what Grafana asks beyond its types', () => {
  it('is kept by a dashboard with everything in it', () => {
    expect(dashboardInvariants(read(fullDashboard))).toEqual([]);
  });

  it('is written as the golden file has it', async () => {
    await expect(classicJson(smallDashboard)).toMatchFileSnapshot('../../../test/fixtures/grafana/small.classic.json');
  });
});

describe('grafanaDashboard()', () => {
  it('says what the definition says of the whole', () => {
    const said = { from: 'now-6h', to: 'now-1m', refresh: duration('1m'), timezone: 'utc', tags: ['a', 'b'] } as const;
    expect(read(dashboard([], said))).toMatchObject({
      uid: 'voting-app-test',
      title: 'Test',
      description: 'A dashboard made by hand.',
      time: { from: 'now-6h', to: 'now-1m' },
      refresh: '1m',
      timezone: 'utc',
      tags: ['a', 'b'],
      editable: true,
      graphTooltip: 1,
      panels: [],
    });
  });

  it("draws events over the graphs: Grafana's own, and those of queries", () => {
    const { annotations } = read(fullDashboard);
    expect(annotations?.list?.slice(1)).toEqual([
      {
        name: 'Restarts',
        datasource: { type: 'prometheus', uid: `\${datasource}` },
        enable: true,
        hide: false,
        iconColor: 'orange',
        expr: `queue_length{service=~"\${service:regex}"}`,
        titleFormat: 'Redis restarted',
        textFormat: '',
        target: {
          datasource: { type: 'prometheus', uid: `\${datasource}` },
          expr: `queue_length{service=~"\${service:regex}"}`,
          refId: 'Anno',
        },
      },
    ]);
  });

  it('holds the panels of a collapsed row within it, and those of an open one after it', () => {
    const open = row([panel('stat', {}, { id: 1 })], { id: 10 });
    const closed = row([panel('stat', {}, { id: 2, grid: { x: 0, y: 10, w: 24, h: 4 } })], {
      id: 20,
      collapsed: true,
      y: 9,
    });
    const { panels = [] } = read(dashboard([open, closed]));
    expect(
      panels.map(({ id, type, ...rest }) => [id, type, 'panels' in rest ? rest.panels.length : undefined]),
    ).toEqual([
      [10, 'row', 0],
      [1, 'stat', undefined],
      [20, 'row', 1],
    ]);
    expect(panels[2]).toMatchObject({ collapsed: true, gridPos: { x: 0, y: 9, w: 24, h: 1 } });
  });

  it('keeps the place of a panel in the corner, which the SDK would move', () => {
    const corner = panel('stat', {}, { id: 1, grid: { x: 0, y: 0, w: 24, h: 4 } });
    const second = panel('stat', {}, { id: 2, grid: { x: 0, y: 4, w: 10, h: 4 } });
    const third = panel('stat', {}, { id: 3, grid: { x: 10, y: 4, w: 14, h: 4 } });
    const [, ...placed] = panelsOf(dashboard([row([second, corner, third], { y: 20 })]));
    expect(placed.map(({ gridPos }) => gridPos)).toEqual([second.grid, corner.grid, third.grid]);
  });

  it('hides no link and no annotation in a menu, and gives only intervals the settings of intervals', () => {
    const text = classicJson(fullDashboard);
    expect(text).not.toContain('inControlsMenu');
    expect((text.match(/"auto_min"/g) ?? []).length).toBe(1);
  });

  it('says how a panel repeats, and nothing of it elsewhere', () => {
    const [, plain, repeated] = panelsOf(
      dashboard([
        row([
          panel('stat', {}, { id: 1 }),
          panel('stat', {}, { id: 2, repeat: { variable: 'service', direction: 'vertical', perLine: 3 } }),
        ]),
      ]),
    );
    expect(repeated).toMatchObject({ repeat: 'service', repeatDirection: 'v', maxPerRow: 3 });
    expect(plain).not.toHaveProperty('repeatDirection');
  });

  it('is the same however the keys of the definition are ordered', () => {
    expect(classicJson(reversed(fullDashboard))).toBe(classicJson(fullDashboard));
  });

  it('changes no other panel when one is inserted', () => {
    const some = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 1e9 }), kind: fc.constantFrom(...kinds) }), {
      minLength: 1,
      maxLength: 8,
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(some, fc.nat(8), (all, position) => {
        const panels = all.map(({ id, kind }, index): ResolvedPanel => {
          const [first] = everyPanel(kind);
          return { ...(first ?? panel('stat', {})), id, grid: { x: 0, y: 1 + index * 8, w: 24, h: 8 } };
        });
        const [inserted, ...before] = panels;
        const after = before.toSpliced(position, 0, ...(inserted === undefined ? [] : [inserted]));
        const others = panelsOf(dashboard([row(after)])).filter(({ id }) => id !== inserted?.id);
        expect(others).toEqual(panelsOf(dashboard([row(before)])));
      }),
      { seed: 42, numRuns: 50 },
    );
  });
});

/** The same values with their keys the other way round. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  ) as T;
}
