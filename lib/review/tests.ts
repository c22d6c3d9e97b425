/**
 * Unit tests of rules before and after: an alert that loses its test can break without anybody noticing. Tests are
 * counted over all files that changed, so that one that moved is lost by nobody.
 */
import { type RuleRecord, recordsOf } from '../read/records.ts';
import type { RuleTestRecord, TestsRecord } from '../read/server-records.ts';
import { type Finding, finding, type Subject } from './finding.ts';
import type { Kind } from './kinds.ts';
import { groupedBy, matched, type Pair } from './match.ts';
import type { Readers, Sides } from './readers.ts';
import { counted, listed, short } from './words.ts';

/** What became of tests. An alert that is removed itself needs none. */
export function testFindings({ before, after }: Sides, readers: Readers): readonly Finding[] {
  const [was, is] = [before, after].map((side) => recordsOf(side, 'tests').flatMap(({ tests }) => tests));
  const { pairs, added, removed } = matched(was ?? [], is ?? [], SIGNS);
  const lost = [...groupedBy(removed, keyOf).values()].flatMap((all) => dropped(all, readers));
  const weaker = pairs.flatMap((pair) => weakened(pair, readers));
  const told = new Set([...lost, ...weaker].map(({ subject }) => subject.name));
  const untold = (tests: readonly RuleTestRecord[]): readonly RuleTestRecord[] =>
    tests.filter(({ name }) => !told.has(name));
  const asked = untold(pairs.filter(differs).map(({ after: test }) => test));
  return [...lost, ...weaker, ...changed({ added: untold(added), asked }), ...files({ before, after })];
}

const key = (...parts: readonly unknown[]): string => JSON.stringify(parts);
const keyOf = ({ of, name }: RuleTestRecord): string => key(of, name);
const isSilent = ({ expected }: RuleTestRecord): boolean => expected.length === 0;

/** From all the same to the same alert in the same state. */
const SIGNS: readonly ((test: RuleTestRecord) => string)[] = [
  (test) => key(keyOf(test), test.at, test.given, test.expected),
  (test) => key(keyOf(test), test.at, test.given),
  (test) => key(keyOf(test), test.at, test.expected),
  (test) => key(keyOf(test), test.given),
  (test) => key(keyOf(test), test.at, isSilent(test)),
  (test) => key(keyOf(test), isSilent(test)),
  keyOf,
];

const subjectOf = ({ of, name, place }: RuleTestRecord, part: string): Subject => ({
  what: of === 'alert' ? 'alert' : 'recording rule',
  name,
  within: 'tests',
  part,
  place,
});

/** What nothing asks after any longer, unless its rule went as well. */
function dropped(all: readonly RuleTestRecord[], readers: Readers): readonly Finding[] {
  const [first] = all;
  if (first === undefined || (first.of === 'alert' && !exists(first.name, readers))) return [];
  const left = testsOf(first, readers);
  return [true, false]
    .flatMap((silent) => {
      const gone = all.filter((each) => isSilent(each) === silent && first.of === 'alert');
      const still = left.filter((each) => isSilent(each) === silent).length;
      return gone.length === 0 ? [] : [lostOne(first, { silent, gone: gone.length, still })];
    })
    .concat(first.of === 'expression' ? [lostExpression(first, left.length)] : []);
}

function lostOne(
  test: RuleTestRecord,
  { silent, gone, still }: { readonly silent: boolean; readonly gone: number; readonly still: number },
): Finding {
  const what = silent ? 'stays silent' : 'fires';
  const kind: Kind = still === 0 ? 'alert-untested' : 'alert-test-weakened';
  const sentence =
    still === 0
      ? `${short(test.name)} has no test any longer that it ${what}.`
      : `${short(test.name)} has ${counted(gone, 'test')} fewer that it ${what}; ${still} left.`;
  return finding({ kind, subject: subjectOf(test, what), sentence });
}

function lostExpression(test: RuleTestRecord, still: number): Finding {
  const left = still === 0 ? 'is no longer asked by any test' : `is asked by fewer tests; ${still} left`;
  return finding({
    kind: 'alert-test-weakened',
    subject: subjectOf(test, 'value'),
    sentence: `The expression ${short(test.name)} ${left}.`,
  });
}

function exists(name: string, readers: Readers): boolean {
  return readers
    .mentioning('groups', name)
    .some((each): each is RuleRecord => each.kind === 'rule' && each.does === 'alert' && each.name === name);
}

/** Those that the side as it is now still has, in files that did not change among them. */
function testsOf(test: RuleTestRecord, readers: Readers): readonly RuleTestRecord[] {
  return readers
    .mentioning('rule_files')
    .filter((each): each is TestsRecord => each.kind === 'tests')
    .flatMap(({ tests }) => tests.filter((each) => keyOf(each) === keyOf(test)));
}

/** The same test, which asks for less. */
function weakened({ before, after }: Pair<RuleTestRecord>, readers: Readers): readonly Finding[] {
  const name = short(after.name);
  const said = (kind: Kind, part: string, sentence: string): readonly Finding[] => [
    finding({ kind, subject: subjectOf(after, part), sentence }),
  ];
  const [was, is] = [before.expected.length, after.expected.length];
  if (before.of === 'alert' && was > 0 && is === 0) {
    const isLast = !testsOf(after, readers).some((each) => !isSilent(each));
    const end = isLast ? ': no other asks that it fires' : '';
    return said(
      isLast ? 'alert-untested' : 'alert-test-weakened',
      'fires',
      `A test of ${name} that it fires at ${short(before.at)} now asks that it stays silent${end}.`,
    );
  }
  if (was > is && is > 0) {
    return said(
      'alert-test-weakened',
      'count',
      `A test of ${name} at ${short(after.at)} expects ${is} instead of ${was}.`,
    );
  }
  return before.holdsTexts && !after.holdsTexts && is > 0
    ? said('alert-test-weakened', 'texts', `A test of ${name} no longer asks what the notification says.`)
    : [];
}

function differs({ before, after }: Pair<RuleTestRecord>): boolean {
  return key(before.at, before.given, before.expected) !== key(after.at, after.given, after.expected);
}

/** One sentence for each file: tests follow their alerts. */
function changed(all: { readonly added: readonly RuleTestRecord[]; readonly asked: readonly RuleTestRecord[] }) {
  const files = groupedBy([...all.asked, ...all.added], ({ place }) => place.file);
  return [...files.values()].flatMap((tests) => {
    const [first] = tests;
    if (first === undefined) return [];
    const names = listed([...new Set(tests.map(({ name }) => short(name)))].sort());
    const come = tests.filter((each) => all.added.includes(each)).length;
    const other = tests.length - come;
    const says = [
      ...(come === 0 ? [] : [`${come} ${come === 1 ? 'is' : 'are'} new`]),
      ...(other === 0 ? [] : [`${other} ${other === 1 ? 'asks' : 'ask'} something else`]),
    ];
    const { line, ...place } = first.place;
    const subject = { what: 'file', name: `tests of ${names}`, place } as const;
    return [finding({ kind: 'alert-tests-changed', subject, sentence: `Tests of ${names}: ${listed(says)}.` })];
  });
}

/** Rules that tests no longer load are no longer tested, whatever the tests ask. */
function files({ before, after }: Sides): readonly Finding[] {
  const { pairs } = matched(recordsOf(before, 'tests'), recordsOf(after, 'tests'), [({ place }) => place.file]);
  return pairs.flatMap(({ before: was, after: is }) => {
    const lost = was.ruleFiles.filter((each) => !is.ruleFiles.includes(each));
    if (lost.length === 0) return [];
    const sentence = `The tests of ${short(is.place.file)} no longer load ${listed(lost.map((each) => short(each)))}.`;
    const subject = { what: 'file', name: is.place.file, part: 'rule_files', place: is.place } as const;
    return [finding({ kind: 'alert-test-weakened', subject, sentence })];
  });
}
