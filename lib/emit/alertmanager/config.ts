/**
 * `alertmanager.yml`: who is told of which alert. Secrets are named by the files that hold them.
 * Source: https://prometheus.io/docs/alerting/latest/configuration/
 */
import type { Email, Integration, Receiver, Slack, Webhook } from '../../model/alerting/receiver.ts';
import {
  matcherText,
  type ResolvedAlerting,
  type ResolvedInhibition,
  type ResolvedRoute,
} from '../../model/alerting/resolved-alerting.ts';
import type { Times } from '../../model/alerting/route.ts';
import type { ResolvedModel } from '../../model/resolved.ts';
import { type Duration, durationText } from '../../units/duration.ts';
import { present, unlessEmpty } from '../plain-data.ts';
import { generated, toYaml, yamlComment } from '../yaml.ts';
import { EMAIL, SLACK } from './messages.ts';
import { notificationTemplates } from './templates.ts';

type Value = Readonly<Record<string, unknown>>;

/**
 * Paths, below the folder that Alertmanager has mounted, and contents; none for a model without alerting.
 *
 * @example [...alertmanagerFiles(resolved).keys()]
 * // ['alertmanager.yml', 'templates/notifications.tmpl']
 */
export function alertmanagerFiles({ alerting, site }: ResolvedModel): ReadonlyMap<string, string> {
  if (alerting === undefined) return new Map();
  return new Map([
    ['alertmanager.yml', alertmanagerYml(alerting)],
    ['templates/notifications.tmpl', notificationTemplates(alerting, site)],
  ]);
}

/**
 * The configuration: routes in the order in which alerts try them, each inhibition below its reason.
 *
 * @example
 * alertmanagerYml(resolvedAlerting).split('\n').slice(3, 12).join('\n')
 * // templates:
 * // - templates/*.tmpl
 * // route:
 * //   receiver: team
 * //   group_by:
 * //   - alertname
 * //   - service
 * //   group_wait: 30s
 * //   group_interval: 5m
 */
export function alertmanagerYml(alerting: ResolvedAlerting): string {
  const { route, receivers, times, timeZone } = alerting;
  const value = present({
    templates: ['templates/*.tmpl'],
    route: routeValue(route),
    receivers: Object.entries(receivers).map(([name, receiver]) => receiverValue(name, receiver)),
    time_intervals: unlessEmpty(Object.entries(times).map(([name, each]) => timesValue(name, each, timeZone))),
  });
  return toYaml(value, { header: generated('Who is told of which alert.') }) + inhibitRules(alerting);
}

/** What a route says, without what it has from the one that it belongs to. */
function routeValue(route: ResolvedRoute, parent?: ResolvedRoute): Value {
  const own = (name: 'groupWait' | 'groupInterval' | 'repeatInterval'): string | undefined =>
    differing(route[name], parent?.[name]);
  return present({
    receiver: route.to,
    matchers: unlessEmpty(route.match.map(matcherText)),
    continue: route.continue,
    group_by: parent !== undefined && route.groupBy.join() === parent.groupBy.join() ? undefined : route.groupBy,
    group_wait: own('groupWait'),
    group_interval: own('groupInterval'),
    repeat_interval: own('repeatInterval'),
    active_time_intervals: route.activeDuring === undefined ? undefined : [route.activeDuring],
    routes: unlessEmpty(route.routes.map((branch) => routeValue(branch, route))),
  });
}

function differing(span: Duration, inherited: Duration | undefined): string | undefined {
  return span.ms === inherited?.ms ? undefined : durationText(span);
}

function receiverValue(name: string, receiver: Receiver): Value {
  const of = <K extends Integration['kind']>(kind: K) =>
    receiver.filter((each): each is Extract<Integration, { readonly kind: K }> => each.kind === kind);
  return present({
    name,
    slack_configs: unlessEmpty(of('slack').map(slackValue)),
    email_configs: unlessEmpty(of('email').map(emailValue)),
    webhook_configs: unlessEmpty(of('webhook').map(webhookValue)),
  });
}

const filledIn = (name: string): string => `{{ template "${name}" . }}`;

function slackValue({ urlFile, channel }: Slack): Value {
  const fields = Object.entries(SLACK).map(([field, name]) => [field, filledIn(name)]);
  return present({ api_url_file: urlFile, channel, send_resolved: true, ...Object.fromEntries(fields) });
}

function emailValue({ to, from, smarthost, username, passwordFile }: Email): Value {
  return present({
    to,
    from,
    smarthost,
    auth_username: username,
    auth_password_file: passwordFile,
    send_resolved: true,
    headers: { Subject: filledIn(EMAIL.subject) },
    text: filledIn(EMAIL.text),
    html: filledIn(EMAIL.html),
  });
}

function webhookValue({ urlFile, sendResolved }: Webhook): Value {
  return { url_file: urlFile, send_resolved: sendResolved };
}

function timesValue(name: string, times: readonly Times[], timeZone: string): Value {
  const intervals = times.map(({ weekdays, from, to }) =>
    present({
      times: [{ start_time: from, end_time: to }],
      weekdays: weekdays === undefined ? undefined : [weekdays],
      location: timeZone,
    }),
  );
  return { name, time_intervals: intervals };
}

function inhibitRules({ inhibitions }: ResolvedAlerting): string {
  if (inhibitions.length === 0) return '';
  return `inhibit_rules:\n${inhibitions.map((each) => yamlComment(each.reason) + toYaml([inhibitRule(each)])).join('')}`;
}

function inhibitRule({ name, when, mutes, equal }: ResolvedInhibition): Value {
  return present({
    name,
    source_matchers: when.map(matcherText),
    target_matchers: mutes.map(matcherText),
    equal: unlessEmpty(equal),
  });
}
