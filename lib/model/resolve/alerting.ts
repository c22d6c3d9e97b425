/** Who is told, for one profile: alerts by name, and without those that the profile does not have. */
import { duration } from '../../units/duration.ts';
import type { Alert } from '../alert.ts';
import type { Alerting } from '../alerting/alerting.ts';
import type { Inhibition } from '../alerting/inhibition.ts';
import {
  matchText,
  type ResolvedAlerting,
  type ResolvedInhibition,
  type ResolvedMatch,
  type ResolvedRoute,
} from '../alerting/resolved-alerting.ts';
import type { AlertMatch, RootInput, RouteInput } from '../alerting/route.ts';
import { alertLabels, matches } from '../alerting/routing.ts';
import type { Model } from '../model.ts';
import { originOf, renamed, type Where } from '../problem.ts';
import { type AnyAlert, alertsOf, type ResolvedModel } from '../resolved.ts';

/** What names and labels are looked up in. */
interface Known {
  /** The name of each alert that the model registers. */
  readonly names: ReadonlyMap<Alert, string>;
  /** The alerts of this profile. */
  readonly alerts: readonly AnyAlert[];
  readonly where: Where;
}

/**
 * The alerting of a profile; undefined where the model has none. A route or an inhibition that is only about alerts
 * which the profile leaves out is left out as well.
 *
 * @throws TypeError when it names an alert that the model does not register.
 */
export function resolveAlerting(
  { alerting, alerts }: Pick<Model, 'alerting' | 'alerts'>,
  rules: Pick<ResolvedModel, 'groups' | 'logGroups'>,
): ResolvedAlerting | undefined {
  if (alerting === undefined) return undefined;
  const where = originOf(alerting, 'alerting');
  const known: Known = {
    names: new Map(alerts.map(({ name, alert }) => [alert, name])),
    alerts: alertsOf(rules),
    where,
  };
  const { receivers, times, timeZone, logs, inhibitions } = alerting;
  return Object.freeze({
    receivers,
    times,
    timeZone,
    ...(logs === undefined ? {} : { logs }),
    route: resolveRoot(alerting, known),
    inhibitions: Object.entries(inhibitions).flatMap(([name, each]) => resolveInhibition(name, each, known)),
    routed: [...new Set(receiversOf(alerting.route))].sort(),
    where,
  });
}

function resolveRoot({ route }: Alerting, known: Known): ResolvedRoute {
  const root: ResolvedRoute = {
    to: route.to,
    match: [],
    groupBy: route.groupBy,
    groupWait: duration(route.groupWait),
    groupInterval: duration(route.groupInterval),
    repeatInterval: duration(route.repeatInterval),
    routes: [],
    where: renamed(known.where, 'the route of all other alerts'),
  };
  return Object.freeze({ ...root, routes: branches(route.routes, root, known) });
}

function branches(routes: readonly RouteInput[], parent: ResolvedRoute, known: Known): readonly ResolvedRoute[] {
  return routes.flatMap((route) => {
    const match = resolveMatch(route.when, known);
    return match === undefined ? [] : [resolveRoute(route, match, parent, known)];
  });
}

function resolveRoute(route: RouteInput, match: ResolvedMatch, parent: ResolvedRoute, known: Known): ResolvedRoute {
  const { groupBy = parent.groupBy, groupWait, groupInterval, repeatInterval, activeDuring } = route;
  const own: ResolvedRoute = {
    to: route.to,
    match,
    groupBy,
    groupWait: duration(groupWait ?? parent.groupWait),
    groupInterval: duration(groupInterval ?? parent.groupInterval),
    repeatInterval: duration(repeatInterval ?? parent.repeatInterval),
    ...(activeDuring === undefined ? {} : { activeDuring }),
    ...(route.continue === undefined ? {} : { continue: route.continue }),
    routes: [],
    where: renamed(known.where, `route ${matchText(match)}`),
  };
  return Object.freeze({ ...own, routes: branches(route.routes ?? [], own, known) });
}

/** The match with names for constants; undefined where it is only about alerts that this profile leaves out. */
function resolveMatch({ alert, ...others }: AlertMatch, known: Known): ResolvedMatch | undefined {
  const labels = Object.entries(others).flatMap(([label, values]: readonly [string, string | readonly string[]]) =>
    values === undefined ? [] : [{ label, values: [values].flat() }],
  );
  if (alert === undefined) return Object.freeze(labels);
  const present = new Set(known.alerts.map(({ name }) => name));
  const named = [alert].flat(2).map((each) => nameOf(each, known));
  const values = [...new Set(named)].filter((name) => present.has(name)).sort();
  return values.length === 0 ? undefined : Object.freeze([{ label: 'alertname', values }, ...labels]);
}

function nameOf(alert: Alert, { names, where }: Known): string {
  const name = names.get(alert);
  if (name !== undefined) return name;
  const { file, line } = originOf(alert, '');
  throw new TypeError(
    `${where.what} names an alert that no registry lists (defined in ${file ?? 'an unknown file'}:${line ?? 0}): list it.`,
  );
}

function resolveInhibition(name: string, inhibition: Inhibition, known: Known): readonly ResolvedInhibition[] {
  const when = resolveMatch(inhibition.when, known);
  const mutes = resolveMatch(inhibition.mutes, known);
  if (when === undefined || mutes === undefined) return [];
  const { reason, equal } = inhibition;
  const where = originOf(inhibition, `inhibition ${name}`);
  const resolved = { name, reason, when, mutes, where };
  return equal === 'same alert' ? ofSameAlert(resolved, known) : [Object.freeze({ ...resolved, equal })];
}

/** One inhibition for all alerts whose severities have the same labels in common. */
function ofSameAlert(inhibition: Omit<ResolvedInhibition, 'equal'>, { alerts }: Known): readonly ResolvedInhibition[] {
  const byLabels = new Map<string, Set<string>>();
  for (const source of alerts.filter((each) => matches(inhibition.when, alertLabels(each)) !== 'no')) {
    for (const target of alerts.filter(({ name }) => name === source.name)) {
      if (target === source || matches(inhibition.mutes, alertLabels(target)) === 'no') continue;
      const labels = commonLabels(source, target).join(', ');
      byLabels.set(labels, (byLabels.get(labels) ?? new Set()).add(source.name));
    }
  }
  return [...byLabels].sort(byText).map(([labels, names]) => {
    const match = { label: 'alertname', values: [...names].sort() };
    return Object.freeze({
      ...inhibition,
      name: byLabels.size === 1 ? inhibition.name : `${inhibition.name}-by-${labels.replaceAll(', ', '-')}`,
      when: [match, ...inhibition.when],
      mutes: [match, ...inhibition.mutes],
      equal: ['alertname', ...labels.split(', ').filter((label) => label !== '')],
    });
  });
}

function commonLabels(source: AnyAlert, target: AnyAlert): readonly string[] {
  const others = alertLabels(target);
  const labels = [...alertLabels(source).keys()].filter((label) => others.has(label));
  return labels.filter((label) => label !== 'alertname' && label !== 'severity').sort();
}

const byText = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

function receiversOf({ to, routes = [] }: RootInput | RouteInput): readonly string[] {
  return [to, ...routes.flatMap(receiversOf)];
}
