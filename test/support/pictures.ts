/** Dashboards to draw: the project's own, and one with every option of every kind. */
import type { Thresholds } from '../../lib/model/field.ts';
import { resolve } from '../../lib/model/resolve/resolve.ts';
import type { ResolvedDashboard, ResolvedModel, ResolvedPanel } from '../../lib/model/resolved.ts';
import { text } from '../../lib/model/text.ts';
import { loadModel } from '../../scripts/project.ts';
import { everyPanel, type kinds } from './every-option.ts';
import { dashboard, query, words } from './grafana-panels.ts';

/** The models of all profiles. */
export async function resolvedModels(): Promise<readonly ResolvedModel[]> {
  const model = await loadModel();
  return model.profiles.map((profile) => resolve(model, profile).model);
}

const WIDTH = 8;
const HEIGHT = 8;
const thresholds: Thresholds = { direction: 'from', at: { warning: 20, critical: 60 } };
const legend = text`${{ hole: 'label', label: 'service' }}`;
const lines = [
  query('votes-waiting', { labels: ['service'], legend, signal: words({ thresholds }) }),
  query('votes-done', { signal: words({ id: 'votes-done', name: 'Votes done' }) }),
];

/** Kinds that ask for one moment alone. */
const INSTANT: ReadonlySet<string> = new Set(['gauge', 'bargauge', 'barchart', 'table', 'piechart']);

/** Panels of one kind, each with one value of one option, three beside each other. */
function ofKind(kind: (typeof kinds)[number], first: number, top: number): readonly ResolvedPanel[] {
  const format = INSTANT.has(kind) ? 'instant' : 'range';
  const queries = lines.map((line) => ({ ...line, format }) as const);
  return everyPanel(kind).map((panel, index) => ({
    ...panel,
    id: first + index,
    title: `${kind} ${JSON.stringify(panel.options)}`,
    grid: { x: WIDTH * (index % 3), y: top + HEIGHT * Math.floor(index / 3), w: WIDTH, h: HEIGHT },
    ...(panel.queries.length === 0 ? {} : { queries, thresholds }),
  }));
}

/** A dashboard of one kind: every value of every option. */
export function everyOption(kind: (typeof kinds)[number]): ResolvedDashboard {
  const rows = [{ title: kind, id: 1, collapsed: false, y: 0, panels: ofKind(kind, 100, 1) }] as const;
  return dashboard(rows, { uid: kind, title: kind });
}
