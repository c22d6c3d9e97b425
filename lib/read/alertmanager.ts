/**
 * Alertmanager's configuration: the tree of routes with what each inherits, receivers by what they send to, inhibitions.
 * Addresses and passwords are not kept: of a receiver only the kinds of its integrations are.
 * Source: https://prometheus.io/docs/alerting/latest/configuration/
 */

import { hoursRecord } from './hours.ts';
import type { AlertmanagerRecord, InhibitionRecord, LabelMatcher, Place, RouteRecord } from './records.ts';
import { blobHash } from './side.ts';
import { type Fields, fieldsOf, flattened, isFields, listOf, objectsOf, stableText, textOf } from './value.ts';

/** Whether a parsed file is Alertmanager's configuration. */
export function holdsAlertmanager({ route, receivers }: Fields): boolean {
  return isFields(route) && Array.isArray(receivers);
}

/** The record of a configuration. */
export function alertmanagerRecord(value: Fields, place: Place): AlertmanagerRecord {
  const { route, receivers, inhibit_rules: inhibitions, time_intervals: times, mute_time_intervals: muteTimes } = value;
  const { resolve_timeout: resolveTimeout, ...global } = fieldsOf(value.global);
  return Object.freeze({
    kind: 'alertmanager',
    place,
    route: routeRecord(fieldsOf(route), DEFAULTS),
    receivers: new Map(
      objectsOf(receivers).map((each) => [
        textOf(each.name) ?? '',
        Object.freeze({ integrations: integrationsOf(each), hash: blobHash(Buffer.from(stableText(each))) }),
      ]),
    ),
    inhibitions: Object.freeze(objectsOf(inhibitions).map(inhibitionRecord)),
    times: new Map(
      [...objectsOf(times), ...objectsOf(muteTimes)].map((each) => [
        textOf(each.name) ?? '',
        hoursRecord(each.time_intervals),
      ]),
    ),
    globalHash: blobHash(Buffer.from(stableText(global))),
    rest: flattened({ resolve_timeout: resolveTimeout, templates: value.templates }),
  });
}

type Inherited = Pick<RouteRecord, 'receiver' | 'groupBy' | 'groupWait' | 'groupInterval' | 'repeatInterval'>;

/** What a route has that says nothing of it. */
const DEFAULTS: Inherited = { receiver: '', groupBy: [], groupWait: '30s', groupInterval: '5m', repeatInterval: '4h' };

function routeRecord(route: Fields, parent: Inherited): RouteRecord {
  const groupBy =
    route.group_by === undefined ? parent.groupBy : listOf(route.group_by).flatMap((each) => textOf(each) ?? []);
  const own: Inherited = {
    // An empty name says nothing.
    receiver: textOf(route.receiver) || parent.receiver,
    groupBy: Object.freeze([...groupBy].sort()),
    groupWait: textOf(route.group_wait) ?? parent.groupWait,
    groupInterval: textOf(route.group_interval) ?? parent.groupInterval,
    repeatInterval: textOf(route.repeat_interval) ?? parent.repeatInterval,
  };
  return Object.freeze({
    ...own,
    matchers: matchersOf(route),
    // The hours of a route are its own: children do not have them.
    muted: texts(route.mute_time_intervals),
    active: texts(route.active_time_intervals),
    continues: route.continue === true,
    routes: Object.freeze(objectsOf(route.routes).map((each) => routeRecord(each, own))),
  });
}

const texts = (value: unknown): readonly string[] =>
  Object.freeze(
    listOf(value)
      .flatMap((each) => textOf(each) ?? [])
      .sort(),
  );

function integrationsOf(receiver: Fields): readonly string[] {
  const kinds = Object.entries(receiver).filter(([key, value]) => key.endsWith('_configs') && listOf(value).length > 0);
  return Object.freeze(kinds.map(([key]) => key.slice(0, -'_configs'.length)).sort());
}

function inhibitionRecord(rule: Fields): InhibitionRecord {
  return Object.freeze({
    source: matchersOf({ match: rule.source_match, match_re: rule.source_match_re, matchers: rule.source_matchers }),
    target: matchersOf({ match: rule.target_match, match_re: rule.target_match_re, matchers: rule.target_matchers }),
    equal: texts(rule.equal),
  });
}

/** The three ways to write conditions: `match`, `match_re`, and `matchers` as texts. */
function matchersOf({ match, match_re: patterns, matchers }: Fields): readonly LabelMatcher[] {
  const of = (fields: unknown, operator: LabelMatcher['operator']): readonly LabelMatcher[] =>
    Object.entries(fieldsOf(fields)).map(([label, value]) => ({ label, operator, value: textOf(value) ?? '' }));
  const written = texts(matchers).flatMap(readMatchers);
  return Object.freeze([...of(match, '='), ...of(patterns, '=~'), ...written].sort(byText));
}

function byText(a: LabelMatcher, b: LabelMatcher): number {
  const [one, other] = [a, b].map((each) => `${each.label}${each.operator}${each.value}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

/** `severity="page"`, `team=~shop|web`, and several in braces. */
const MATCHER = /([\p{L}_][\p{L}\p{N}_.:-]*|"(?:\\.|[^"\\])*")\s*(=~|!~|!=|=)\s*("(?:\\.|[^"\\])*"|[^,{}\s]*)/gu;

function readMatchers(text: string): readonly LabelMatcher[] {
  return [...text.matchAll(MATCHER)].map(([, label = '', operator = '=', value = '']) => ({
    label: unquoted(label),
    // The pattern has no other.
    operator: operator as LabelMatcher['operator'],
    value: unquoted(value),
  }));
}

function unquoted(text: string): string {
  return text.startsWith('"')
    ? text.slice(1, -1).replace(/\\(.)/gs, (_, each: string) => (each === 'n' ? '\n' : each))
    : text;
}
