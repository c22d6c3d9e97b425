/** Who is told of each alert: the part of the index that routes, receivers and inhibitions make together. */
import type { Integration } from '../../model/alerting/receiver.ts';
import type { ResolvedAlerting, ResolvedRoute } from '../../model/alerting/resolved-alerting.ts';
import type { Times } from '../../model/alerting/route.ts';
import { alertLabels, mutedBy, routesOf, type Taken } from '../../model/alerting/routing.ts';
import { type AnyAlert, alertsOf, type ResolvedModel } from '../../model/resolved.ts';
import { type Duration, durationText } from '../../units/duration.ts';
import type { Cell, Section } from './cell.ts';

/** A line for each alert; none for a model that tells nobody. */
export function toldSection(model: ResolvedModel): Section {
  const { alerting } = model;
  const alerts = alertsOf(model);
  return {
    title: 'Who is told',
    heading: ['alert', 'severity', 'tells', 'by', 'again every', 'only during', 'muted while these fire'],
    lines: alerting === undefined ? [] : alerts.map((alert) => toldLine(alert, alerting, alerts)),
  };
}

function toldLine(alert: AnyAlert, alerting: ResolvedAlerting, alerts: readonly AnyAlert[]): readonly Cell[] {
  const taken = routesOf(alertLabels(alert), alerting.route);
  const each = (say: (route: ResolvedRoute) => string): string => distinct(taken.map(({ route }) => say(route)));
  return [
    { code: alert.name },
    alert.severity,
    receivers(taken),
    each(({ to }) => distinct(alerting.receivers[to]?.map(({ kind }) => WAYS[kind]) ?? [])),
    each((route) => durationText(again(route))),
    each(({ activeDuring }) => (activeDuring === undefined ? '' : hours(activeDuring, alerting))),
    mutedNames(alert, alerting, alerts),
  ];
}

const WAYS: Readonly<Record<Integration['kind'], string>> = { slack: 'Slack', email: 'mail', webhook: 'webhook' };

function distinct(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join(', ');
}

/** Of several routes that only its labels decide between, one is taken. */
function receivers(taken: readonly Taken[]): string {
  const names = [...new Set(taken.map(({ route }) => route.to))];
  return names.join(taken.some(({ answer }) => answer === 'maybe') ? ' or ' : ', ');
}

/** A notification is only thought of again when the group's interval is over. */
function again({ groupInterval, repeatInterval }: ResolvedRoute): Duration {
  return { ms: Math.max(1, Math.ceil(repeatInterval.ms / groupInterval.ms)) * groupInterval.ms };
}

function hours(name: string, { times, timeZone }: ResolvedAlerting): string {
  const spans = (times[name] ?? []).map(({ weekdays, from, to }: Times) =>
    [weekdays?.replace(':', ' to '), `${from} to ${to}`].filter((part) => part !== undefined).join(' '),
  );
  return `${name}: ${spans.join(', ')} ${timeZone}`;
}

function mutedNames(alert: AnyAlert, { inhibitions }: ResolvedAlerting, alerts: readonly AnyAlert[]): string {
  const names = mutedBy(alert, inhibitions, alerts).flatMap(({ sources }) =>
    sources.map((source) => (source.name === alert.name ? `${source.name} (${source.severity})` : source.name)),
  );
  return [...new Set(names)].sort().join(', ');
}
