/** Groups of rules before and after: how often they are asked, in which order, and in which file they stand. */
import type { RuleRecord } from '../read/records.ts';
import { differing, saysAll } from './detail.ts';
import { type Finding, finding, type Subject } from './finding.ts';
import { groupedBy, outOfOrder, type Pair } from './match.ts';
import { counted, listed, short } from './words.ts';

/** What happened to the groups that rules stand in. */
export function groupFindings(
  before: readonly RuleRecord[],
  after: readonly RuleRecord[],
  pairs: readonly Pair<RuleRecord>[],
): readonly Finding[] {
  return [...settings(before, after), ...moves(pairs), ...orders(pairs)];
}

const groupKey = ({ place, group }: RuleRecord): string => JSON.stringify([place.file, place.inside, group]);

function subjectOf({ group, place }: RuleRecord): Subject {
  const { line, ...file } = place;
  return { what: 'rule group', name: group, place: file };
}

function settings(before: readonly RuleRecord[], after: readonly RuleRecord[]): readonly Finding[] {
  const old = new Map(before.map((rule) => [groupKey(rule), rule]));
  const firsts = new Map([...after].reverse().map((rule) => [groupKey(rule), rule]));
  return [...firsts].flatMap(([key, rule]) => {
    const was = old.get(key);
    const [from, to] = [was, rule].map((each) => (each === undefined ? undefined : groupSettings(each)));
    if (from === undefined || to === undefined) return [];
    const details = differing(from, to);
    if (details.length === 0) return [];
    return [
      finding({
        kind: 'rule-group',
        subject: subjectOf(rule),
        sentence: `The group ${short(rule.group)}: ${saysAll(details)}.`,
        details,
      }),
    ];
  });
}

function groupSettings({ interval, rest }: RuleRecord): ReadonlyMap<string, string> {
  const own = [...rest]
    .filter(([path]) => path.startsWith('group.'))
    .map(([path, text]) => [path.slice('group.'.length), text] as const);
  return new Map([...own, ...(interval === '' ? [] : [['interval', interval] as const])]);
}

function moves(pairs: readonly Pair<RuleRecord>[]): readonly Finding[] {
  const toOther = pairs.filter(({ before, after }) => before.group !== after.group);
  const toFile = pairs.filter(
    ({ before, after }) => before.group === after.group && before.place.file !== after.place.file,
  );
  const byGroup = (all: readonly Pair<RuleRecord>[]): readonly (readonly Pair<RuleRecord>[])[] => [
    ...groupedBy(all, ({ before, after }) => JSON.stringify([groupKey(before), groupKey(after)])).values(),
  ];
  return [
    ...byGroup(toOther).flatMap((all) => moved(all, 'alert-group')),
    ...byGroup(toFile).flatMap((all) => moved(all, 'rules-moved')),
  ];
}

function moved(all: readonly Pair<RuleRecord>[], kind: 'alert-group' | 'rules-moved'): readonly Finding[] {
  const [first] = all;
  if (first === undefined) return [];
  const { before, after } = first;
  const names = listed(
    all.map((pair) => short(pair.after.name)),
    3,
  );
  const sentence =
    kind === 'alert-group'
      ? `${names} ${all.length === 1 ? 'stands' : 'stand'} in the group ${short(after.group)} instead of ${short(before.group)}.`
      : `${counted(all.length, 'rule')} of ${short(after.group)} ${all.length === 1 ? 'stands' : 'stand'} in ${short(after.place.file)} instead of ${short(before.place.file)}.`;
  const isRecording = all.every((pair) => pair.after.does === 'record');
  return [
    finding({
      kind: kind === 'alert-group' && isRecording ? 'rule-group' : kind,
      subject: subjectOf(after),
      sentence,
      count: kind === 'rules-moved' ? all.length : 1,
    }),
  ];
}

/** Rules that stand elsewhere in their group: it matters only to one that reads another of them. */
function orders(pairs: readonly Pair<RuleRecord>[]): readonly Finding[] {
  const stayed = pairs.filter(({ before, after }) => groupKey(before) === groupKey(after));
  const groups = groupedBy(stayed, ({ after }) => groupKey(after));
  return [...groups.values()].flatMap((group) => {
    const moved = outOfOrder(group.map(({ before }) => before.index));
    if (moved.size === 0) return [];
    const late = group.filter((pair) => readsLater(pair, group));
    return [late.length === 0 ? harmless(group, moved.size) : tooEarly(late)];
  });
}

/** Whether a rule now stands before one that it reads, and stood behind it. */
function readsLater(reader: Pair<RuleRecord>, group: readonly Pair<RuleRecord>[]): boolean {
  return group.some(
    ({ before, after }) =>
      after.does === 'record' &&
      reader.before.index > before.index &&
      reader.after.index < after.index &&
      reader.after.expr.includes(after.name),
  );
}

function harmless(group: readonly Pair<RuleRecord>[], count: number): Finding {
  const [first] = group;
  const rule = first?.after;
  const subject: Subject = rule === undefined ? { what: 'rule group', name: '', place: { file: '' } } : subjectOf(rule);
  const sentence = `${counted(count, 'rule')} of the group ${short(subject.name)} ${count === 1 ? 'stands' : 'stand'} in another order.`;
  return finding({ kind: 'rules-reordered', subject, sentence, count });
}

function tooEarly(late: readonly Pair<RuleRecord>[]): Finding {
  const names = listed(late.map(({ after }) => short(after.name)));
  const [first] = late;
  const subject: Subject =
    first === undefined ? { what: 'rule group', name: '', place: { file: '' } } : subjectOf(first.after);
  const sentence = `${names} ${late.length === 1 ? 'stands' : 'stand'} before a rule that it reads, and sees that rule's answer of one evaluation earlier.`;
  return finding({ kind: 'rule-group', subject, sentence });
}
