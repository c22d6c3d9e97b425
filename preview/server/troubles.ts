/** Problems stand where the panel would be: which panel or dashboard each one is about. */
import type { Problem } from '../../lib/model/problem.ts';
import type { ResolvedModel } from '../../lib/model/resolved.ts';
import type { Trouble } from '../protocol.ts';
import { placeText } from './describe-panel.ts';

export interface Places {
  ofPanel(what: string): readonly Trouble[];
  ofDashboard(uid: string): readonly Trouble[];
  readonly elsewhere: readonly Trouble[];
}

/** Assigns each problem to the panels that it is about, else to a dashboard, else to nobody. */
export function assigned(problems: readonly Problem[], models: readonly ResolvedModel[]): Places {
  const dashboards = models.flatMap((model) => model.dashboards);
  const panels = dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels));
  const panelsOf = new Map(problems.map((problem) => [problem, panelsAbout(problem, panels, models)]));
  const isAbout = (problem: Problem, uid: string): boolean => isPart(problem.where.what, `dashboard ${uid}`);
  const left = problems.filter((problem) => panelsOf.get(problem)?.size === 0);
  return {
    ofPanel: (what) => problems.filter((problem) => panelsOf.get(problem)?.has(what)).map(troubleOf),
    ofDashboard: (uid) => left.filter((problem) => isAbout(problem, uid)).map(troubleOf),
    elsewhere: left.filter((problem) => !dashboards.some(({ uid }) => isAbout(problem, uid))).map(troubleOf),
  };
}

type Panels = readonly ResolvedModel['dashboards'][number]['rows'][number]['panels'][number][];

/** The panel itself; for a signal all panels that read it; for an alert the panel that shows it. */
function panelsAbout({ where }: Problem, panels: Panels, models: readonly ResolvedModel[]): ReadonlySet<string> {
  const shown = new Set(
    models
      .flatMap(({ groups }) => groups.flatMap(({ rules }) => rules))
      .flatMap((rule) => (rule.kind === 'alert' && isPart(where.what, rule.where.what) ? [rule.panel?.id] : [])),
  );
  const found = panels.filter(
    (panel) =>
      isPart(where.what, panel.where.what) ||
      shown.has(panel.id) ||
      panel.queries.some(({ signal }) => isPart(where.what, `signal ${signal.id}`)),
  );
  return new Set(found.map((panel) => panel.where.what));
}

function isPart(what: string, of: string): boolean {
  return what === of || what.startsWith(`${of} `);
}

/** A problem as the page shows it. */
function troubleOf({ where, rule, found, allowed, remedy }: Problem): Trouble {
  const place = placeText(where);
  return {
    what: where.what,
    by: rule,
    lines: [`Found: ${found}`, `Remedy: ${remedy}`, `Allowed: ${allowed}`],
    ...(place === undefined ? {} : { place }),
  };
}
