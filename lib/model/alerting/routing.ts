/**
 * Which way an alert takes through the routes, and what mutes it, as far as its definition tells: of a label that comes
 * from its expression only the name is known.
 */
import type { AnyAlert } from '../resolved.ts';
import type { ResolvedInhibition, ResolvedMatch, ResolvedMatcher, ResolvedRoute } from './resolved-alerting.ts';

/** Labels of an alert, with the value where the definition states it. */
export type KnownLabels = ReadonlyMap<string, string | undefined>;

/** Whether an alert matches; `maybe` where that depends on a value that its expression has. */
export type Answer = 'yes' | 'maybe' | 'no';

/** The labels with which an alert reaches Alertmanager, without those that Prometheus adds to all. */
export function alertLabels(alert: AnyAlert): KnownLabels {
  const found = known.get(alert) ?? labelsAnew(alert);
  known.set(alert, found);
  return found;
}

/** Each alert is held against every inhibition and every other alert. */
const known = new WeakMap<AnyAlert, KnownLabels>();

function labelsAnew({ name, labels, ruleLabels }: AnyAlert): KnownLabels {
  return new Map<string, string | undefined>([
    ...labels.map((label) => [label, undefined] as const),
    ...Object.entries(ruleLabels),
    ['alertname', name],
  ]);
}

/** Whether an alert with these labels matches. */
export function matches(match: ResolvedMatch, labels: KnownLabels): Answer {
  const answers = match.map((matcher) => matcherAnswer(matcher, labels));
  if (answers.includes('no')) return 'no';
  return answers.includes('maybe') ? 'maybe' : 'yes';
}

function matcherAnswer({ label, values }: ResolvedMatcher, labels: KnownLabels): Answer {
  if (!labels.has(label)) return 'no';
  const value = labels.get(label);
  if (value === undefined) return 'maybe';
  return values.includes(value) ? 'yes' : 'no';
}

/** A route that an alert takes, or may take. */
export interface Taken {
  readonly route: ResolvedRoute;
  readonly answer: Exclude<Answer, 'no'>;
}

/**
 * The routes that an alert takes, in their order: of siblings the first that matches, and those after it where it says
 * so; a route itself where none of its branches matches.
 */
export function routesOf(labels: KnownLabels, route: ResolvedRoute): readonly Taken[] {
  const answer = matches(route.match, labels);
  if (answer === 'no') return [];
  const taken: Taken[] = [];
  let stays = true;
  for (const branch of route.routes) {
    const below = routesOf(labels, branch);
    taken.push(...below);
    if (below.length === 0 || matches(branch.match, labels) !== 'yes') continue;
    stays = false;
    if (branch.continue === undefined) break;
  }
  if (stays) taken.push({ route, answer: taken.length > 0 ? 'maybe' : 'yes' });
  return taken.map((each) => (answer === 'yes' ? each : { ...each, answer }));
}

/** Every route of the tree, the root first. */
export function allRoutes(route: ResolvedRoute): readonly ResolvedRoute[] {
  return [route, ...route.routes.flatMap(allRoutes)];
}

/** What may mute an alert: inhibitions with the alerts that set them off. */
export function mutedBy(
  alert: AnyAlert,
  inhibitions: readonly ResolvedInhibition[],
  alerts: readonly AnyAlert[],
): readonly { readonly inhibition: ResolvedInhibition; readonly sources: readonly AnyAlert[] }[] {
  const labels = alertLabels(alert);
  return inhibitions
    .filter(({ mutes }) => matches(mutes, labels) !== 'no')
    .map((inhibition) => ({ inhibition, sources: sourcesOf(inhibition, alert, alerts) }))
    .filter(({ sources }) => sources.length > 0);
}

/** The alerts that set an inhibition off for this one: those that cannot differ from it in what has to be equal. */
export function sourcesOf(
  { when, equal }: ResolvedInhibition,
  target: AnyAlert,
  alerts: readonly AnyAlert[],
): readonly AnyAlert[] {
  const own = alertLabels(target);
  return alerts.filter((source) => {
    const labels = alertLabels(source);
    return source !== target && matches(when, labels) !== 'no' && equal.every((label) => canAgree(label, labels, own));
  });
}

/** A label that one side lacks never agrees; one that both lack does, as it does in Alertmanager. */
function canAgree(label: string, a: KnownLabels, b: KnownLabels): boolean {
  if (!a.has(label) || !b.has(label)) return a.has(label) === b.has(label);
  const [left, right] = [a.get(label), b.get(label)];
  return left === undefined || right === undefined || left === right;
}
