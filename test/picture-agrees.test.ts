/**
 * A picture and a dashboard's file are drawn from one definition in two rooms: what one of them decides where the
 * definition is silent (a legend, a colour, an area's opacity, a column's title) the other must decide alike. Held on
 * every panel of the project and on every option of every kind.
 */
import { describe, expect, test } from 'vitest';
import { grafanaDashboard } from '../lib/emit/grafana/classic.ts';
import type { PanelKind } from '../lib/model/panel-options.ts';
import type { ResolvedDashboard, ResolvedPanel } from '../lib/model/resolved.ts';
import { columnsOf } from '../lib/picture/look/columns.ts';
import { fieldOf, noValue } from '../lib/picture/look/field.ts';
import { legendLook } from '../lib/picture/look/legend.ts';
import { limitLines, type Step } from '../lib/picture/look/levels.ts';
import type { NamedValue } from '../lib/picture/look/states.ts';
import { axisLook, curveLook, limitLook } from '../lib/picture/look/timeseries.ts';
import { kinds } from './support/every-option.ts';
import { everyOption, resolvedModels } from './support/pictures.ts';

interface EmittedStep {
  readonly color: string;
  readonly value: number | null;
}

interface EmittedMapping {
  readonly type: string;
  readonly options: Readonly<Record<string, { readonly text?: string; readonly color?: string }>>;
}

interface EmittedField {
  readonly unit?: string;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  readonly noValue?: string;
  readonly mappings?: readonly EmittedMapping[];
  readonly thresholds?: { readonly steps: readonly EmittedStep[] };
  readonly custom?: Readonly<Record<string, unknown>>;
}

interface EmittedPanel {
  readonly id: number;
  readonly type: string;
  readonly panels?: readonly EmittedPanel[];
  readonly targets?: readonly { readonly refId: string }[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly transformations?: readonly { readonly id: string; readonly options: Readonly<Record<string, unknown>> }[];
  readonly fieldConfig?: {
    readonly defaults: EmittedField;
    readonly overrides: readonly {
      readonly matcher: { readonly id: string; readonly options: string };
      readonly properties: readonly { readonly id: string; readonly value: unknown }[];
    }[];
  };
}

/** The panels of a file by their id, those of collapsed rows too. */
function emittedPanels(of: ResolvedDashboard): ReadonlyMap<number, EmittedPanel> {
  const { panels }: { readonly panels: readonly EmittedPanel[] } = JSON.parse(JSON.stringify(grafanaDashboard(of)));
  const all = panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  return new Map(all.map((panel) => [panel.id, panel]));
}

interface Pair {
  readonly key: string;
  readonly panel: ResolvedPanel;
  readonly emitted: EmittedPanel;
}

const models = await resolvedModels();
const dashboards = [...models.flatMap((model) => model.dashboards), ...kinds.map(everyOption)];
const pairs: readonly Pair[] = dashboards.flatMap((of) => {
  const emitted = emittedPanels(of);
  return of.rows.flatMap(({ panels }) =>
    panels.flatMap((panel) => {
      const found = emitted.get(panel.id);
      return found === undefined ? [] : [{ key: `${of.uid} ${panel.key} ${panel.title}`, panel, emitted: found }];
    }),
  );
});

/** The pairs of some kinds. */
function ofKinds(...wanted: readonly PanelKind[]): readonly Pair[] {
  return pairs.filter(({ panel }) => wanted.includes(panel.kind));
}

test('every panel of the definitions is in its file', () => {
  const all = dashboards.flatMap(({ rows }) => rows.flatMap(({ panels }) => panels));
  expect(pairs).toHaveLength(all.length);
  expect(new Set(pairs.map(({ panel }) => panel.kind)).size).toBe(kinds.length);
});

/** A property that an override gives to a query, else what all fields have. */
function ofQuery({ emitted }: Pair, position: number, id: 'unit' | 'thresholds' | 'mappings'): unknown {
  const refId = emitted.targets?.[position]?.refId;
  const override = emitted.fieldConfig?.overrides.find(
    ({ matcher }) => matcher.id === 'byFrameRefID' && matcher.options === refId,
  );
  const own = override?.properties.find((property) => property.id === id)?.value;
  return own ?? emitted.fieldConfig?.defaults[id];
}

const NUMBERS = [
  'timeseries',
  'stat',
  'gauge',
  'bargauge',
  'barchart',
  'histogram',
  'piechart',
  'state-timeline',
  'status-history',
] as const;
const LEVELS = ['stat', 'gauge', 'bargauge', 'state-timeline', 'status-history'] as const;

function asSteps(steps: readonly Step[]): readonly EmittedStep[] {
  return steps.map(({ from, colour }) => ({ color: colour, value: from === -Infinity ? null : from }));
}

describe.each(ofKinds(...NUMBERS))('$key', (pair) => {
  const { panel, emitted } = pair;

  test('units, decimals and the text for nothing', () => {
    for (const [position, query] of panel.queries.entries()) {
      const field = fieldOf(panel, query);
      expect(field.display).toBe(ofQuery(pair, position, 'unit'));
      expect(field.decimals).toBe(emitted.fieldConfig?.defaults.decimals);
    }
    expect(noValue(panel)).toBe(emitted.fieldConfig?.defaults.noValue);
  });
});

describe.each(ofKinds(...LEVELS))('$key', (pair) => {
  const { panel } = pair;

  test('the colours of levels', () => {
    for (const [position, query] of panel.queries.entries()) {
      const thresholds = ofQuery(pair, position, 'thresholds') as EmittedField['thresholds'];
      expect(asSteps(fieldOf(panel, query).steps)).toEqual(thresholds?.steps);
    }
  });

  test('the names and colours of states', () => {
    for (const [position, query] of panel.queries.entries()) {
      const mappings = (ofQuery(pair, position, 'mappings') ?? []) as readonly EmittedMapping[];
      const values = mappings.filter(({ type }) => type === 'value').flatMap(({ options }) => Object.entries(options));
      const named = values.map(([of, { text = '', color }]): NamedValue => {
        return { of: Number(of), text, ...(color === undefined ? {} : { colour: color }) };
      });
      expect(fieldOf(panel, query).names.filter(({ of }) => typeof of === 'number')).toEqual(named);
    }
  });
});

const WITH_LEGEND = ['timeseries', 'histogram', 'piechart'] as const;

describe.each(ofKinds(...WITH_LEGEND))('$key', ({ panel, emitted }) => {
  test('the legend', () => {
    const style = 'legendStyle' in panel.options ? panel.options.legendStyle : undefined;
    const { kind, place, calculations } = legendLook(panel, style);
    expect(emitted.options.legend).toMatchObject({
      showLegend: kind !== 'none',
      placement: place,
      calcs: calculations,
      ...(kind === 'none' ? {} : { displayMode: kind }),
    });
  });
});

function isTimeseries(panel: ResolvedPanel): panel is ResolvedPanel<'timeseries'> {
  return panel.kind === 'timeseries';
}

const DRAW = { lines: 'line', bars: 'bars', points: 'points' } as const;
const CURVE = { linear: 'linear', smooth: 'smooth', step: 'stepAfter' } as const;
const LIMITS = { line: 'line', dashed: 'dashed', area: 'area', none: 'off' } as const;
const SCALE = { linear: { type: 'linear' }, log2: { type: 'log', log: 2 }, log10: { type: 'log', log: 10 } } as const;

describe.each(ofKinds('timeseries'))('$key', ({ panel, emitted }) => {
  const defaults = emitted.fieldConfig?.defaults;

  test('lines, areas, axis and limits', () => {
    if (!isTimeseries(panel)) throw new TypeError('not a time series');
    const { draw, curve, fill, lineWidth } = curveLook(panel);
    const { min, max, softMin, softMax, label = '', scale = 'linear' } = axisLook(panel);
    expect(defaults?.custom).toMatchObject({
      drawStyle: DRAW[draw],
      lineInterpolation: CURVE[curve],
      fillOpacity: fill,
      lineWidth,
      axisLabel: label,
      scaleDistribution: SCALE[scale],
      thresholdsStyle: { mode: LIMITS[limitLook(panel)] },
    });
    expect([defaults?.min, defaults?.max]).toEqual([min, max]);
    expect([defaults?.custom?.axisSoftMin, defaults?.custom?.axisSoftMax]).toEqual([softMin, softMax]);
  });

  test('where lines are drawn across', () => {
    if (!isTimeseries(panel) || limitLook(panel) === 'area' || panel.thresholds === undefined) return;
    expect(asSteps(limitLines(panel.thresholds))).toEqual(defaults?.thresholds?.steps.slice(1));
  });
});

function isTable(panel: ResolvedPanel): panel is ResolvedPanel<'table'> {
  return panel.kind === 'table';
}

describe.each(ofKinds('table'))('$key', ({ panel, emitted }) => {
  test('the columns and their titles, in order', () => {
    const organize = emitted.transformations?.find(({ id }) => id === 'organize')?.options;
    const order = organize?.indexByName as Readonly<Record<string, number>> | undefined;
    const titles = (organize?.renameByName ?? {}) as Readonly<Record<string, string>>;
    const names = Object.entries(order ?? {}).sort(([, a], [, b]) => a - b);
    const columns = isTable(panel) ? columnsOf(panel).map(({ title }) => title) : [];
    expect(columns).toEqual(names.map(([name]) => titles[name] ?? name));
  });
});
