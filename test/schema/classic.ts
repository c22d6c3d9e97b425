/**
 * Is it a classic dashboard, as Grafana's own types have it? Two relaxations, since plugins add what the dashboard's own
 * types do not know: annotations carry the settings of their data source, and interval variables those of "auto".
 */
import { type Checker, checker, loadSchemas, type Schema } from './ajv.ts';
import { partProblems } from './panel-parts.ts';

interface PanelLike {
  readonly type: string;
  readonly title?: string;
  readonly options?: unknown;
  readonly fieldConfig?: {
    readonly defaults: { readonly custom?: Record<string, unknown> };
    readonly overrides: never[];
  };
  readonly targets?: readonly { readonly datasource?: { readonly type?: string } }[];
  readonly panels?: readonly PanelLike[];
}

const ANNOTATION_SETTINGS = ['expr', 'titleFormat', 'textFormat'];
const INTERVAL_SETTINGS: Schema = JSON.parse(
  '{"auto": {"type": "boolean"}, "auto_min": {"type": "string"}, "auto_count": {"type": "number"}}',
);

let loaded: Checker | undefined;

/** What is wrong with a dashboard, each with the path to it; empty when it is right. */
export function classicProblems(dashboard: unknown): readonly string[] {
  loaded ??= checker(loadSchemas('classic', relax));
  const own = loaded.problems('ClassicDashboard', dashboard, 'dashboard');
  // Looked into as far as the schema has said that it can be.
  const { panels = [] } = dashboard as { readonly panels?: readonly PanelLike[] };
  return [...own, ...panels.flatMap((panel, index) => panelProblems(loaded as Checker, panel, `panels/${index}`))];
}

function panelProblems(types: Checker, panel: PanelLike, at: string): readonly string[] {
  const where = `${at} (${panel.title})`;
  if (panel.type === 'row') {
    const inside = (panel.panels ?? []).flatMap((one, index) => panelProblems(types, one, `${where}/panels/${index}`));
    return [...types.problems('ClassicRow', panel, where), ...inside];
  }
  const parts = {
    kind: panel.type,
    options: panel.options,
    fieldConfig: panel.fieldConfig ?? { defaults: {}, overrides: [] },
    queries: (panel.targets ?? []).map((query) => ({ plugin: query.datasource?.type ?? 'nothing', query })),
  };
  return [...types.problems('ClassicPanel', panel, where), ...partProblems(parts, where)];
}

function relax(schemas: Record<string, Schema>): void {
  const dashboard = at(schemas, 'ClassicDashboard', 'properties');
  const annotation = at(dashboard, 'annotations', 'properties', 'list', 'items', 'properties');
  for (const setting of ANNOTATION_SETTINGS) annotation[setting] = { type: text('string') };
  at(annotation, 'target', 'properties').expr = { type: text('string') };
  Object.assign(at(dashboard, 'templating', 'properties', 'list', 'items', 'properties'), INTERVAL_SETTINGS);
}

function at(schema: Schema, ...path: readonly string[]): Schema {
  return path.reduce((inner, key) => {
    const next = inner[key];
    if (next === undefined) throw new Error(`The schema has no ${path.join('/')} any more: see the relaxations.`);
    return next;
  }, schema);
}

/** A schema is a tree whose leaves are texts; only the relaxations write leaves. */
function text(leaf: string): Schema {
  return leaf as unknown as Schema;
}
