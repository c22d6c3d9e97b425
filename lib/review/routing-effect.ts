/** What another tree of routes means for one alert: whom it goes to, grouped how, after what wait, repeated how often. */
import type { AlertmanagerRecord } from '../read/records.ts';
import { durationText, parseDuration } from '../units/duration.ts';
import { tellsEver } from './hours.ts';
import type { Kind } from './kinds.ts';
import { groupedBy, type Pair } from './match.ts';
import { isRouted, type Labels, type Notification, notifications, possibleLabels } from './routing.ts';
import { listed, quoted, short } from './words.ts';

/** One thing that is different for an alert. `says` goes on after its name and a colon. */
export interface Effect {
  readonly kind: Kind;
  readonly says: string;
}

/**
 * What is different, for all of its series or for some. Labels that only the series know are tried with each value that a
 * route asks for, and with none.
 */
export function effectsOn(pair: Pair<AlertmanagerRecord>, known: Pair<Labels>): readonly Effect[] {
  const all = new Map([...known.before, ...known.after]);
  const worlds = possibleLabels(all, [pair.before, pair.after]);
  const changed = worlds.flatMap((labels) => effectsFor(pair, of(labels, known)).map((effect) => ({ labels, effect })));
  const groups = groupedBy(changed, ({ effect }) => `${effect.kind} ${effect.says}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const condition = conditionOf(
      group.map(({ labels }) => labels),
      worlds,
      all,
    );
    return [{ ...first.effect, says: `${first.effect.says}${condition}` }];
  });
}

/** The labels of either side: what only the series know is the same on both. */
function of(labels: Labels, { before, after }: Pair<Labels>): Pair<Labels> {
  const isKnown = (label: string): boolean => before.has(label) || after.has(label);
  const series = [...labels].filter(([label]) => !isKnown(label));
  return { before: new Map([...series, ...before]), after: new Map([...series, ...after]) };
}

/** Which of the series it is about, where one label tells. */
function conditionOf(some: readonly Labels[], all: readonly Labels[], known: Labels): string {
  if (some.length === all.length) return '';
  const [first] = some;
  const telling = [...(first ?? [])].find(([label, value]) => {
    const having = all.filter((labels) => labels.get(label) === value).length;
    return !known.has(label) && having === some.length && some.every((labels) => labels.get(label) === value);
  });
  if (telling === undefined) return ', for some of its series';
  const [label, value] = telling;
  return value === '' ? `, where it has no ${short(label)}` : `, where ${short(label)} is ${quoted(value)}`;
}

function effectsFor(pair: Pair<AlertmanagerRecord>, labels: Pair<Labels>): readonly Effect[] {
  const { before, after } = pair;
  const [was, is] = [notifications(before, labels.before), notifications(after, labels.after)];
  const silent = silenced(
    was.map((notification) => ({ notification, reason: silence(notification, before) })),
    is.map((notification) => ({ notification, reason: silence(notification, after) })),
  );
  if (silent?.kind === 'alert-unrouted') return [silent];
  return [...(silent === undefined ? [] : [silent]), ...inOtherPlaces(pair, labels, { before: was, after: is })];
}

function inOtherPlaces(
  { before, after }: Pair<AlertmanagerRecord>,
  labels: Pair<Labels>,
  ways: Pair<readonly Notification[]>,
): readonly Effect[] {
  const [from, to] = [receiversOf(ways.before), receiversOf(ways.after)];
  if (from.join() !== to.join()) {
    // Whoever gives an alert other labels sends it elsewhere; a tree that changed may have lost it.
    const isSame = JSON.stringify([...labels.before]) === JSON.stringify([...labels.after]);
    const isLost = isSame && isRouted(before, labels.before) && !isRouted(after, labels.after);
    return [isLost ? unrouted(from, to) : toOthers(from, to)];
  }
  return to.flatMap((receiver) => {
    const [old, now] = [ways.before, ways.after].map((all) => all.find((way) => way.receiver === receiver));
    return old === undefined || now === undefined
      ? []
      : inOtherWays(old, now, to.length > 1 ? `for ${quoted(receiver)} ` : '');
  });
}

/** A notification, and whether it reaches somebody. */
interface Delivery {
  readonly notification: Notification;
  /** Why it tells nobody: what stands behind the alert's name; nothing where it does tell. */
  readonly reason: string | undefined;
}

/** Why a notification reaches nobody; undefined where it does. */
function silence({ receiver, ...hours }: Notification, { receivers, times }: AlertmanagerRecord): string | undefined {
  const integrations = receivers.get(receiver)?.integrations;
  const whom = `goes to ${quoted(receiver)}`;
  if (receiver === '') return 'has no receiver';
  if (integrations === undefined) return `${whom}, which is not defined`;
  if (integrations.length === 0) return `${whom}, which tells nobody`;
  if (tellsEver(hours, times)) return undefined;
  const [muted, active] = [hours.muted, hours.active].map((names) => listed(names.map((each) => quoted(each))));
  if (active === '') return `${whom}, but is muted in ${muted}, which is at all hours`;
  if (muted === '') return `${whom} only in ${active}, which is at no hour`;
  return `${whom} only in ${active} and is muted in ${muted}, which leaves no hour`;
}

/** Of the notifications those that reach nobody now, and did before or were not there. */
function silenced(was: readonly Delivery[], is: readonly Delivery[]): Effect | undefined {
  const told = new Set(
    was.flatMap(({ notification, reason }) => (reason === undefined ? [notification.receiver] : [])),
  );
  const isLost = told.size > 0 && is.every(({ reason }) => reason !== undefined);
  const silent = is.filter(
    ({ notification, reason }) => reason !== undefined && (isLost || told.has(notification.receiver)),
  );
  if (silent.length === 0) return undefined;
  const says = listed([...new Set(silent.flatMap(({ reason = '' }) => reason))]);
  const [from, to] = [was, is].map((all) => receiversOf(all.map(({ notification }) => notification)));
  const instead = from?.join() === to?.join() ? '' : `, instead of ${listed((from ?? []).map((each) => quoted(each)))}`;
  return isLost ? { kind: 'alert-unrouted', says: `${says}${instead}` } : { kind: 'alert-route', says };
}

const receiversOf = (ways: readonly Notification[]): readonly string[] =>
  [...new Set(ways.map(({ receiver }) => receiver))].sort();

/** What no route is for any longer arrives where nobody expects it. */
function unrouted(from: readonly string[], to: readonly string[]): Effect {
  const [was, is] = [from, to].map((all) => listed(all.map((each) => quoted(each))));
  return {
    kind: 'alert-unrouted',
    says: `goes to ${is}, as all does that has no route of its own, instead of ${was}`,
  };
}

function toOthers(from: readonly string[], to: readonly string[]): Effect {
  const names = (all: readonly string[]): string => listed(all.map((each) => quoted(each)));
  const [more, less] = [to.filter((each) => !from.includes(each)), from.filter((each) => !to.includes(each))];
  if (less.length === 0) return { kind: 'alert-route', says: `also goes to ${names(more)}` };
  if (more.length === 0) return { kind: 'alert-route', says: `no longer goes to ${names(less)}, only to ${names(to)}` };
  return { kind: 'alert-route', says: `goes to ${names(to)} instead of ${names(from)}` };
}

/** The words for what a route says besides its receiver. */
const SIDES: readonly (readonly [says: string, of: (way: Notification) => string])[] = [
  ['grouped by', ({ groupBy }) => listed(groupBy.map((each) => short(each))) || 'nothing'],
  ['first told after', ({ groupWait }) => span(groupWait)],
  ['told of more after', ({ groupInterval }) => span(groupInterval)],
  ['repeated every', ({ repeatInterval }) => span(repeatInterval)],
  ['muted in', ({ muted }) => listed(muted.map((each) => quoted(each))) || 'no hours'],
  ['told only in', ({ active }) => listed(active.map((each) => quoted(each))) || 'no hours of its own'],
];

function span(text: string): string {
  const read = parseDuration(text);
  return read === undefined ? short(text) : durationText(read);
}

function inOtherWays(old: Notification, now: Notification, whom: string): readonly Effect[] {
  const says = SIDES.flatMap(([words, of]) =>
    of(old) === of(now) ? [] : [`${words} ${of(now)} instead of ${of(old)}`],
  );
  return says.length === 0 ? [] : [{ kind: 'alert-route-timing', says: `${whom}${says.join('; ')}` }];
}
