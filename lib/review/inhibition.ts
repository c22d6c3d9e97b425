/** Which alerts mute which: inhibitions before and after, told alert by alert. */
import type { AlertmanagerRecord, InhibitionRecord, LabelMatcher } from '../read/records.ts';
import { type Finding, finding, type Subject } from './finding.ts';
import type { Kind } from './kinds.ts';
import { groupedBy, type Pair } from './match.ts';
import { fulfils, type Labels } from './routing.ts';
import { listed, short } from './words.ts';

/** An alert as inhibitions see it. */
export interface Muting {
  readonly name: string;
  readonly labels: Labels;
  /** Whether it fires at any time, to tell that alerting works: seldom asked, and its expression is looked into. */
  readonly isConstant: () => boolean;
}

/** One alert that is not told of while another fires. */
interface Muted {
  readonly source: string;
  readonly target: string;
  /** `, where service is the same`; empty for always. */
  readonly where: string;
}

/** With more comparisons than these, what changed is told rule by rule. */
const MAX_COMPARISONS = 2_000_000;

/** What is muted now and was not, and the other way round. Where no alerts are known, the rules are told themselves. */
export function inhibitionFindings(
  pair: Pair<AlertmanagerRecord>,
  alerts: readonly Muting[],
  subjectOf: (name: string) => Subject,
): readonly Finding[] {
  const { before, after } = pair;
  const rules = before.inhibitions.length + after.inhibitions.length;
  const told =
    alerts.length === 0 || rules * alerts.length ** 2 > MAX_COMPARISONS ? ruleByRule(pair) : alertByAlert(pair, alerts);
  return told.map(({ kind, says }) => finding({ kind, subject: subjectOf(`inhibition ${says}`), sentence: says }));
}

interface Told {
  readonly kind: Kind;
  readonly says: string;
}

function alertByAlert({ before, after }: Pair<AlertmanagerRecord>, alerts: readonly Muting[]): readonly Told[] {
  const [was, is] = [before, after].map(({ inhibitions }) => new Set(inhibitions.map((rule) => JSON.stringify(rule))));
  const mutedIn = (rules: readonly InhibitionRecord[]): ReadonlyMap<string, Muted> =>
    new Map(rules.flatMap((rule) => mutedBy(rule, alerts)).map((each) => [JSON.stringify(each), each]));
  const only = ({ inhibitions }: AlertmanagerRecord, other: ReadonlySet<string> | undefined) =>
    mutedIn(inhibitions.filter((rule) => !other?.has(JSON.stringify(rule))));
  const [onlyBefore, onlyAfter] = [only(before, is), only(after, was)];
  // What rules of both sides mute, no other changes; there are many of them.
  const inBoth = mutedIn(after.inhibitions.filter((rule) => was?.has(JSON.stringify(rule))));
  const without = (all: ReadonlyMap<string, Muted>, other: ReadonlyMap<string, Muted>): readonly Muted[] =>
    [...all].flatMap(([key, each]) => (other.has(key) || inBoth.has(key) ? [] : [each]));
  const [come, gone] = [without(onlyAfter, onlyBefore), without(onlyBefore, onlyAfter)];
  const { rest, elsewhere } = parted(come, gone);
  const isForEver = ({ source, where }: Muted): boolean =>
    where === '' && alerts.some(({ name, isConstant }) => name === source && isConstant());
  return [
    ...inGroups(rest.come.filter(isForEver), alerts).map(
      ([sources, targets]): Told => ({
        kind: 'alert-inhibited',
        says: `Nobody is told of ${targets} any longer: ${sources}, which always fires, mutes it.`,
      }),
    ),
    ...inGroups(
      rest.come.filter((each) => !isForEver(each)),
      alerts,
    ).map(
      ([sources, targets, where]): Told => ({
        kind: 'inhibition-added',
        says: `While ${sources} fires, nobody is told of ${targets} any longer${where}.`,
      }),
    ),
    ...inGroups(elsewhere, alerts).map(([sources, targets, where]): Told => {
      const kind = where.startsWith(EVERYWHERE) ? 'inhibition-added' : 'inhibition-removed';
      return { kind, says: `While ${sources} fires, it mutes ${targets} ${where}.` };
    }),
    ...inGroups(rest.gone, alerts).map(
      ([sources, targets, where]): Told => ({
        kind: 'inhibition-removed',
        says: `While ${sources} fires, people are told of ${targets} again${where}.`,
      }),
    ),
  ];
}

const EVERYWHERE = 'everywhere';

/** Pairs of alerts that were muted and still are, in other cases, apart from the rest: told twice they contradict. */
function parted(come: readonly Muted[], gone: readonly Muted[]) {
  const byAlerts = ({ source, target }: Muted): string => JSON.stringify([source, target]);
  const [now, before] = [groupedBy(come, byAlerts), groupedBy(gone, byAlerts)];
  const isStill = (each: Muted): boolean => [now, before].every((all) => all.get(byAlerts(each))?.length === 1);
  const elsewhere = come.filter(isStill).map((each): Muted => {
    const [was] = before.get(byAlerts(each)) ?? [];
    return { ...each, where: `${inCase(each.where)}; before, it did so ${inCase(was?.where ?? '')}` };
  });
  const others = (all: readonly Muted[]): readonly Muted[] => all.filter((each) => !isStill(each));
  return { rest: { come: others(come), gone: others(gone) }, elsewhere };
}

const inCase = (where: string): string => (where === '' ? EVERYWHERE : `only${where.slice(1)}`);

/** What one alert mutes stands together, and alerts that mute the same do. */
function inGroups(
  all: readonly Muted[],
  alerts: readonly Muting[],
): readonly (readonly [sources: string, targets: string, where: string])[] {
  const bySource = [...groupedBy(all, ({ source, where }) => JSON.stringify([source, where])).values()];
  const same = groupedBy(bySource, (group) =>
    JSON.stringify([group.map(({ target }) => target).sort(), group[0]?.where]),
  );
  return [...same.values()].map((groups) => {
    const [first = []] = groups;
    const told = (names: readonly string[]): readonly string[] => inAllLevels([...new Set(names)].sort(), alerts);
    const sources = told(groups.flatMap(([each]) => (each === undefined ? [] : [each.source])));
    const targets = told(first.map(({ target }) => target));
    return [sources.length > 1 ? `one of ${listed(sources)}` : listed(sources), listed(targets), first[0]?.where ?? ''];
  });
}

/** An alert of which all levels are named is named once. */
function inAllLevels(names: readonly string[], alerts: readonly Muting[]): readonly string[] {
  const levels = groupedBy(alerts, ({ labels }) => labels.get('alertname'));
  const baseOf = new Map(alerts.map(({ name, labels }) => [name, labels.get('alertname') ?? name]));
  return [
    ...new Set(
      names.map((text) => {
        const [name = '', ...rest] = text.split(WITH);
        const asked = rest.map((each) => `${WITH}${each}`).join('');
        const base = baseOf.get(name) ?? name;
        return levels.get(base)?.every((each) => names.includes(`${each.name}${asked}`)) ? `${base}${asked}` : text;
      }),
    ),
  ];
}

/** An alert that is on both sides of a rule is muted by none that is on both as well. */
function mutedBy({ source, target, equal }: InhibitionRecord, alerts: readonly Muting[]): readonly Muted[] {
  const sources = alerts.filter(({ labels }) => canFulfil(source, labels));
  const targets = alerts.filter(({ labels }) => canFulfil(target, labels));
  const onBoth = new Set(sources.filter((each) => targets.includes(each)));
  return sources.flatMap((one) =>
    targets
      .filter((other) => !(onBoth.has(one) && onBoth.has(other)) && canAgree(one, other, equal))
      .map((other) => ({
        source: named(one, source),
        target: named(other, target),
        where: whereOf(equal.filter((label) => !(one.labels.has(label) && other.labels.has(label)))),
      })),
  );
}

/** Labels that both rules say have to be the same; what only the series know may be. */
function canAgree({ labels: one }: Muting, { labels: other }: Muting, equal: readonly string[]): boolean {
  return equal.every((label) => !one.has(label) || !other.has(label) || one.get(label) === other.get(label));
}

/** Labels that only the series know may have any value. */
function canFulfil(matchers: readonly LabelMatcher[], labels: Labels): boolean {
  return fulfils(
    matchers.filter(({ label }) => labels.has(label)),
    labels,
  );
}

const WITH = ' with ';

/** An alert, with what is asked of labels that only its series know. */
function named({ name, labels }: Muting, matchers: readonly LabelMatcher[]): string {
  const open = matchers.filter(({ label }) => !labels.has(label));
  return open.length === 0 ? name : `${name}${WITH}${matchersText(open)}`;
}

function whereOf(equal: readonly string[]): string {
  if (equal.length === 0) return '';
  return `, where ${listed(equal.map((each) => short(each)))} ${equal.length === 1 ? 'is' : 'are'} the same`;
}

function ruleByRule({ before, after }: Pair<AlertmanagerRecord>): readonly Told[] {
  const [was, is] = [before, after].map(({ inhibitions }) => new Set(inhibitions.map(ruleText)));
  const come = [...(is ?? [])].filter((text) => !was?.has(text));
  const gone = [...(was ?? [])].filter((text) => !is?.has(text));
  return [
    ...come.map((text): Told => ({ kind: 'inhibition-added', says: `Some alerts are now muted: ${text}.` })),
    ...gone.map((text): Told => ({ kind: 'inhibition-removed', says: `Some alerts are no longer muted: ${text}.` })),
  ];
}

function ruleText({ source, target, equal }: InhibitionRecord): string {
  return `${matchersText(target)} while ${matchersText(source)} fires${whereOf(equal)}`;
}

function matchersText(matchers: readonly LabelMatcher[]): string {
  if (matchers.length === 0) return 'any alert';
  return matchers.map(({ label, operator, value }) => `${short(label)}${operator}"${short(value)}"`).join(', ');
}
