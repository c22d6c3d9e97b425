/** Finds the panel that an alert's notification opens: the one that shows its signals best. */
import { kindOf } from '../../panels/kinds.ts';
import type { Alert } from '../alert.ts';
import type { NamedAlert } from '../model.ts';
import { originOf, type Problem } from '../problem.ts';
import type { ResolvedAlert, ResolvedDashboard, ResolvedPanel } from '../resolved.ts';
import type { AnySignal } from '../signal.ts';

interface Place {
  readonly dashboard: string;
  readonly panel: ResolvedPanel;
  /** The ids of the signals that the panel shows. */
  readonly signals: ReadonlySet<string>;
}

/** The panels that show a signal, by its id. */
export type PanelIndex = ReadonlyMap<string, readonly Place[]>;

/** Goes over all panels once, however many alerts there are. */
export function indexPanels(dashboards: readonly ResolvedDashboard[]): PanelIndex {
  const bySignal = new Map<string, Place[]>();
  for (const { uid, rows } of dashboards) {
    for (const panel of rows.flatMap(({ panels }) => panels)) {
      const signals = new Set(panel.queries.map(({ signal }) => signal.id));
      for (const id of signals) {
        const places = bySignal.get(id);
        if (places === undefined) bySignal.set(id, [{ dashboard: uid, panel, signals }]);
        else places.push({ dashboard: uid, panel, signals });
      }
    }
  }
  return bySignal;
}

/** What the panel of an alert has to show: one of these signals, or exactly these. */
interface Wanted {
  readonly signals: readonly string[];
  readonly exactly: boolean;
}

/** What is found for an alert. */
export interface FoundPanel {
  readonly panel: NonNullable<ResolvedAlert['panel']>;
  /** Whether the definition names it, and it would be the same if it did not. */
  readonly isRepeated: boolean;
}

/**
 * The panel for an alert that reads `signals`: of the one that its definition names, else of these. Graphs go before
 * numbers, panels about little else before panels about more, what is read first before what is read later. Several
 * equally good ones are a problem.
 */
export function panelOfAlert(
  { name, alert }: NamedAlert,
  signals: readonly AnySignal[],
  index: PanelIndex,
  problems: Problem[],
): FoundPanel | undefined {
  const usual = { signals: signals.map(({ id }) => id), exactly: false };
  const named = namedBy(alert, index);
  const [first, ...others] = bestOf(named ?? usual, index);
  if (first === undefined) return undefined;
  if (others.length > 0) problems.push(severalPanels({ name, alert }, first, others));
  const [same, ...more] = named === undefined ? [] : bestOf(usual, index);
  return Object.freeze({
    panel: Object.freeze({ dashboard: first.dashboard, id: first.panel.id }),
    isRepeated: same?.panel === first.panel && more.length === 0,
  });
}

function namedBy({ panel }: Alert, index: PanelIndex): Wanted | undefined {
  if (panel === undefined) return undefined;
  if ('id' in panel) return { signals: [panel.id], exactly: false };
  // A signal that a profile has no source for is shown nowhere.
  return { signals: panel.map(({ id }) => id).filter((id) => index.has(id)), exactly: true };
}

function candidates({ signals, exactly }: Wanted, index: PanelIndex): readonly Place[] {
  const found = signals.flatMap((id) => index.get(id) ?? []);
  const places = [...new Map(found.map((place) => [place.panel, place])).values()];
  return exactly
    ? places.filter((place) => place.signals.size === signals.length && signals.every((id) => place.signals.has(id)))
    : places;
}

/** By these numbers in order, the smallest first. */
function order({ panel, signals }: Place, wanted: Wanted): readonly number[] {
  const shown = wanted.signals.filter((id) => signals.has(id)).length;
  const firstRead = wanted.signals.findIndex((id) => signals.has(id));
  return [kindOf(panel.kind).alertRank ?? Infinity, signals.size - shown, -shown, firstRead];
}

function bestOf(wanted: Wanted, index: PanelIndex): readonly Place[] {
  const ranked = candidates(wanted, index).map((place) => ({ place, order: order(place, wanted) }));
  const smallest = [...ranked].sort((a, b) => compared(a.order, b.order))[0];
  return ranked.flatMap((each) => (compared(each.order, smallest?.order ?? []) === 0 ? [each.place] : []));
}

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

function severalPanels({ name, alert }: NamedAlert, first: Place, others: readonly Place[]): Problem {
  const places = [first, ...others].map(({ dashboard, panel }) => `${dashboard}/${panel.key}`);
  return {
    where: originOf(alert, `alert ${name}`),
    rule: 'alert-panel',
    found: `${places.length} panels show its signals: ${places.join(', ')}`,
    allowed: 'one panel that the notification links to',
    remedy:
      'name what only one of them shows: panel: signal for the panel of a signal, panel: [one, other] for the panel of exactly these',
  };
}
