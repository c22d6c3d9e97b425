/** Alertmanager's configuration before and after, by effect: who is notified of each alert, how grouped, after what wait. */
import { type AlertmanagerRecord, type AnyRecord, type RuleRecord, recordsOf } from '../read/records.ts';
import { type Detail, differing, saysAll } from './detail.ts';
import { alwaysAnswers } from './expression/never.ts';
import { type Finding, finding, type Subject } from './finding.ts';
import { inhibitionFindings } from './inhibition.ts';
import { groupedBy, matched, type Pair } from './match.ts';
import type { Readers, Sides } from './readers.ts';
import { refusedRoutes } from './refused-routes.ts';
import type { Labels } from './routing.ts';
import { type Effect, effectsOn } from './routing-effect.ts';
import { alertName, ruleSubject } from './subjects.ts';
import { listed, quoted, short } from './words.ts';

/** What a change of the configuration does to all alerts, those in files that did not change among them. */
export function routeFindings(sides: Sides, readers: Readers): readonly Finding[] {
  return [...byConfiguration(sides, readers), ...byLabels(sides, readers)];
}

function byConfiguration({ before, after }: Sides, readers: Readers): readonly Finding[] {
  const { pairs, added } = matched(recordsOf(before, 'alertmanager'), recordsOf(after, 'alertmanager'), [
    ({ place }) => `${place.file} ${place.inside ?? ''}`,
    () => '',
  ]);
  const born = added.flatMap((each) => refusedRoutes(undefined, each));
  if (pairs.length === 0) return born;
  const alerts = alertsIn(readers.mentioning('groups', 'alert', 'expr'));
  const changed = pairs.flatMap((pair) => {
    const refused = refusedRoutes(pair.before, pair.after);
    const told = [...refused, ...receivers(pair), ...inhibited(pair, alerts), ...others(pair)];
    return [...routing(pair, alerts, told.length === 0), ...told];
  });
  return [...born, ...changed];
}

function alertsIn(records: readonly AnyRecord[]): readonly RuleRecord[] {
  return records.filter((each): each is RuleRecord => each.kind === 'rule' && each.does === 'alert');
}

/** Alerts whose own labels changed, through the configuration as it is now. */
function byLabels({ before, after }: Sides, readers: Readers): readonly Finding[] {
  const key = ({ place, group, name, index }: RuleRecord): string => JSON.stringify([place.file, group, name, index]);
  const name = ({ place, group, name: own, expr }: RuleRecord): string =>
    JSON.stringify([place.file, group, own, expr]);
  const { pairs } = matched(alertsIn(before.records), alertsIn(after.records), [name, key]);
  const changed = pairs.filter(
    (pair) => JSON.stringify([...pair.before.labels]) !== JSON.stringify([...pair.after.labels]),
  );
  if (changed.length === 0) return [];
  const configurations = readers.mentioning('receivers').filter((each) => each.kind === 'alertmanager');
  return configurations.flatMap((configuration) =>
    changed.flatMap((pair) => {
      const known = { before: labelsOf(pair.before), after: labelsOf(pair.after) };
      const effects = effectsOn({ before: configuration, after: configuration }, known);
      return effects.map(({ kind, says }) =>
        finding({
          kind,
          subject: ruleSubject(pair.after),
          sentence: `${alertName(pair.after)}: ${says}, by its labels.`,
        }),
      );
    }),
  );
}

function subjectOf({ place }: AlertmanagerRecord, name: string): Subject {
  return { what: 'route', name, place };
}

/** `isAll`: nothing else is told of the configuration. */
function routing(pair: Pair<AlertmanagerRecord>, alerts: readonly RuleRecord[], isAll: boolean): readonly Finding[] {
  const isSame = JSON.stringify(pair.before.route) === JSON.stringify(pair.after.route);
  const isTold = ({ times, receivers: all }: AlertmanagerRecord): string =>
    JSON.stringify([[...times], [...all].map(([name, { integrations }]) => [name, integrations])]);
  // Where no rules lie beside it, the routes themselves say which alerts there may be.
  const known = alerts.length === 0 ? [{ name: 'Any alert', labels: new Map<string, string>() }] : alerts.map(labelled);
  const effects =
    isSame && isTold(pair.before) === isTold(pair.after)
      ? []
      : known.flatMap(({ name, labels }) =>
          effectsOn(pair, { before: labels, after: labels }).map((effect) => ({ name, effect })),
        );
  if (effects.length === 0 && (isAll || !isSame)) {
    const sentence = `${short(pair.after.place.file)} is written differently, and notifies nobody differently.`;
    return [finding({ kind: 'routes-rewritten', subject: subjectOf(pair.after, 'routes'), sentence })];
  }
  const groups = groupedBy(effects, ({ effect }) => `${effect.kind} ${effect.says}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [notified(pair.after, first.effect, [...new Set(group.map(({ name }) => name))])];
  });
}

function labelled(rule: RuleRecord): { readonly name: string; readonly labels: Labels } {
  return { name: rule.name, labels: labelsOf(rule) };
}

/** What a template makes of a label nobody knows here. */
function labelsOf({ name, labels }: RuleRecord): Labels {
  return new Map([['alertname', name], ...[...labels].filter(([, value]) => !value.includes('{{'))]);
}

function notified(record: AlertmanagerRecord, { kind, says }: Effect, names: readonly string[]): Finding {
  const who = listed(
    names.map((name) => short(name)),
    3,
  );
  const details = names.length > 4 ? [{ what: 'alerts', after: names.join(', ') }] : [];
  return finding({ kind, subject: subjectOf(record, `${who} ${says}`), sentence: `${who}: ${says}.`, details });
}

function inhibited(pair: Pair<AlertmanagerRecord>, alerts: readonly RuleRecord[]): readonly Finding[] {
  if (JSON.stringify(pair.before.inhibitions) === JSON.stringify(pair.after.inhibitions)) return [];
  const muting = alerts.map((rule) => ({
    name: alertName(rule),
    labels: labelsOf(rule),
    isConstant: () => alwaysAnswers(rule),
  }));
  return inhibitionFindings(pair, muting, (name) => subjectOf(pair.after, name));
}

function receivers({ before, after }: Pair<AlertmanagerRecord>): readonly Finding[] {
  const text = (record: AlertmanagerRecord): ReadonlyMap<string, string> =>
    new Map([...record.receivers].map(([name, { integrations }]) => [name, integrations.join(' and ') || 'nothing']));
  const [was, is] = [text(before), text(after)];
  const changed = differing(was, is).map(({ what, before: from, after: to }) => {
    const how =
      to === undefined
        ? 'is removed'
        : from === undefined
          ? `is new: it sends to ${to}`
          : `sends to ${to} instead of ${from}`;
    return [what, how] as const;
  });
  const settings = [...after.receivers].filter(
    ([name, { hash }]) => was.get(name) === is.get(name) && before.receivers.get(name)?.hash !== hash,
  );
  const say = (name: string, how: string): Finding =>
    finding({
      kind: 'receiver-changed',
      subject: subjectOf(after, `receiver ${name}`),
      sentence: `The receiver ${quoted(name)} ${how}.`,
    });
  return [
    ...changed.map(([name, how]) => say(name, how)),
    ...settings.map(([name]) => say(name, 'has other addresses or texts')),
  ];
}

function others({ before, after }: Pair<AlertmanagerRecord>): readonly Finding[] {
  const settings = differing(before.rest, after.rest);
  const isGlobalSame = before.globalHash === after.globalHash;
  const [was, is] = [before, after].map(({ times }) => new Map([...times].map(([name, { text }]) => [name, text])));
  const hours = differing(was ?? new Map(), is ?? new Map());
  return [
    ...hours.map((detail) =>
      finding({
        kind: 'alert-hours',
        subject: subjectOf(after, `hours ${detail.what}`),
        sentence: `The hours ${quoted(detail.what)} ${howChanged(detail)}.`,
        details: [detail],
      }),
    ),
    ...(isGlobalSame
      ? []
      : [
          finding({
            kind: 'alertmanager-settings',
            subject: subjectOf(after, 'global'),
            sentence: 'Alertmanager has other servers, addresses or passwords in global, which are not shown here.',
          }),
        ]),
    ...(settings.length === 0
      ? []
      : [
          finding({
            kind: 'alertmanager-settings',
            subject: subjectOf(after, 'settings'),
            sentence: `Alertmanager: ${saysAll(settings)}.`,
            details: settings,
          }),
        ]),
  ];
}

function howChanged({ before, after }: Detail): string {
  if (before === undefined) return 'are new';
  return after === undefined ? 'are removed' : 'are other ones';
}
