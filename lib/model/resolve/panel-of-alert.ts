/** Finds the panel that an alert's notification opens: the one that shows its signals. */

import { kindOf } from '../../panels/kinds.ts';
import type { NamedAlert } from '../model.ts';
import type { Problem } from '../problem.ts';
import { originOf } from '../problem.ts';
import type { ResolvedAlert, ResolvedDashboard, ResolvedPanel } from '../resolved.ts';
import type { AnySignal } from '../signal.ts';

interface Place {
  readonly dashboard: string;
  readonly panel: ResolvedPanel;
}

/** The panels of a model, by what alerts look for. */
export interface PanelIndex {
  readonly bySignal: ReadonlyMap<string, readonly Place[]>;
  readonly byKey: ReadonlyMap<string, readonly Place[]>;
}

/** Goes over all panels once, however many alerts there are. */
export function indexPanels(dashboards: readonly ResolvedDashboard[]): PanelIndex {
  const bySignal = new Map<string, Place[]>();
  const byKey = new Map<string, Place[]>();
  const add = (index: Map<string, Place[]>, key: string, place: Place): void => {
    const places = index.get(key);
    if (places === undefined) index.set(key, [place]);
    else places.push(place);
  };
  for (const { uid, rows } of dashboards) {
    for (const panel of rows.flatMap(({ panels }) => panels)) {
      const place = { dashboard: uid, panel };
      add(byKey, `${uid}/${panel.key}`, place);
      for (const id of new Set(panel.queries.map(({ signal }) => signal.id))) add(bySignal, id, place);
    }
  }
  return { bySignal, byKey };
}

/** Panels of a kind without a rank come after all that have one. */
function rank({ panel }: Place): number {
  return kindOf(panel.kind).alertRank ?? Infinity;
}

/** The panel for an alert that reads `signals`; several equally good ones are a problem. */
export function panelOfAlert(
  { name, alert }: NamedAlert,
  signals: readonly AnySignal[],
  index: PanelIndex,
  problems: Problem[],
): ResolvedAlert['panel'] {
  const candidates =
    alert.panel === undefined
      ? [...new Set(signals.flatMap(({ id }) => index.bySignal.get(id) ?? []))]
      : (index.byKey.get(`${alert.panel.dashboard}/${alert.panel.key}`) ?? []);
  const best = Math.min(...candidates.map(rank));
  const [first, ...others] = candidates.filter((place) => rank(place) === best);
  if (first === undefined) return undefined;
  if (others.length > 0) problems.push(severalPanels({ name, alert }, first, others));
  return Object.freeze({ dashboard: first.dashboard, id: first.panel.id });
}

function severalPanels({ name, alert }: NamedAlert, first: Place, others: readonly Place[]): Problem {
  const places = [first, ...others].map(({ dashboard, panel }) => `${dashboard}/${panel.key}`);
  return {
    where: originOf(alert, `alert ${name}`),
    rule: 'alert-panel',
    found: `${places.length} panels show its signals: ${places.join(', ')}`,
    allowed: 'one panel that the notification links to',
    remedy: `name it: panel: { dashboard: '${first.dashboard}', key: '${first.panel.key}' }`,
  };
}
