/**
 * A picture asks how each line looks; a dashboard's file says what all lines have and then what is different about some,
 * found by their refId or column. Grafana must come to the same. Held on every panel of the project and on every option
 * of every kind.
 */
import { describe, expect, test } from 'vitest';
import { grafanaDashboard } from '../lib/emit/grafana/classic.ts';
import type { Thresholds } from '../lib/model/field.ts';
import { columnsOf, columnTitle } from '../lib/model/look/columns.ts';
import { queryField } from '../lib/model/look/look.ts';
import type { NamedValue } from '../lib/model/look/states.ts';
import type { ResolvedDashboard, ResolvedPanel } from '../lib/model/resolved.ts';
import type { PanelKind } from '../lib/panels/kinds.ts';
import { bytes, ratio, state, timestamp } from '../lib/units/unit.ts';
import { kinds } from './support/every-option.ts';
import { dashboard, panel, query, row, words } from './support/grafana-panels.ts';
import { everyOption, resolvedModels } from './support/pictures.ts';

interface EmittedField {
  readonly unit?: string;
  readonly decimals?: number;
  readonly noValue?: string;
  readonly mappings?: readonly {
    readonly type: string;
    readonly options: Readonly<Record<string, { readonly text?: string; readonly color?: string }>>;
  }[];
  readonly thresholds?: { readonly steps: readonly { readonly color: string; readonly value: number | null }[] };
}

interface EmittedPanel {
  readonly id: number;
  readonly panels?: readonly EmittedPanel[];
  readonly targets?: readonly { readonly refId: string }[];
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

/** Lines of several units, with thresholds and without. */
function severalUnits(): ResolvedDashboard {
  const thresholds: Thresholds = { direction: 'from', at: { warning: 1, critical: 2 } };
  const queries = [ratio, bytes, timestamp, state({ 0: 'Down', 1: 'Up' })].flatMap((unit, index) => [
    query(`calm-${index}`, { unit, format: 'instant' }),
    query(`limited-${index}`, { unit, format: 'instant', signal: words({ unit, thresholds }) }),
  ]);
  const panels = [...BY_LEVEL, ...BY_LINE].map((kind, index) => {
    return panel(kind, {}, { id: index + 1, title: kind, unit: timestamp, thresholds, queries });
  });
  return dashboard([row(panels)], { uid: 'several-units' });
}

const BY_LEVEL = ['stat', 'gauge', 'bargauge', 'table', 'state-timeline', 'status-history'] as const;
const BY_LINE = ['timeseries', 'barchart', 'histogram', 'piechart'] as const;

const models = await resolvedModels();
const dashboards = [...models.flatMap((model) => model.dashboards), ...kinds.map(everyOption), severalUnits()];
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

function isTable(panel: ResolvedPanel): panel is ResolvedPanel<'table'> {
  return panel.kind === 'table';
}

/** What a line's field comes to: what all fields have, and over it what the overrides that match the line say. */
function fieldInFile({ panel, emitted }: Pair, position: number): EmittedField {
  const query = panel.queries[position];
  const title = isTable(panel) && query !== undefined ? columnTitle(panel, query.key) : undefined;
  const { defaults, overrides } = emitted.fieldConfig ?? { defaults: {}, overrides: [] };
  const matching = overrides.filter(({ matcher }) =>
    matcher.id === 'byName' ? matcher.options === title : matcher.options === emitted.targets?.[position]?.refId,
  );
  const said = matching.flatMap(({ properties }) => properties.map(({ id, value }) => [id, value]));
  return { ...defaults, ...Object.fromEntries(said) };
}

describe.each(ofKinds(...BY_LEVEL, ...BY_LINE))('$key', (pair) => {
  test('units, decimals and the text for nothing', () => {
    for (const [position, query] of pair.panel.queries.entries()) {
      const { display: unit, decimals, empty } = queryField(pair.panel, query);
      const found = fieldInFile(pair, position);
      expect([found.unit, found.decimals, found.noValue]).toEqual([unit, decimals, empty.text]);
    }
  });
});

/** The single values that a field has names for. */
function namesInFile({ mappings = [] }: EmittedField): readonly NamedValue[] {
  const values = mappings.filter(({ type }) => type === 'value').flatMap(({ options }) => Object.entries(options));
  return values.map(([of, { text = '', color }]) => {
    return { of: Number(of), text, ...(color === undefined ? {} : { colour: color }) };
  });
}

/** The keys of a JSON object come as JavaScript orders them: what is below 0 last. */
function byValue(names: readonly NamedValue[]): readonly NamedValue[] {
  return [...names].sort((a, b) => Number(a.of) - Number(b.of));
}

describe.each(ofKinds(...BY_LEVEL))('$key', (pair) => {
  test('the colours of levels, the names and colours of states', () => {
    for (const [position, query] of pair.panel.queries.entries()) {
      const { steps, names } = queryField(pair.panel, query);
      const found = fieldInFile(pair, position);
      const regions = found.thresholds?.steps.map(({ color, value }) => ({ from: value ?? -Infinity, colour: color }));
      expect(regions).toEqual(steps);
      expect(byValue(namesInFile(found))).toEqual(byValue(names.filter(({ of }) => typeof of === 'number')));
    }
  });
});

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
