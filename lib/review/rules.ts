/** Rules before and after: which is which, and what each says of itself in another way. */
import type { RuleRecord } from '../read/records.ts';
import { alertChanges, bornFaults } from './alerts.ts';
import { detailOf, differing, saysAll } from './detail.ts';
import { wordsOf } from './expression/change.ts';
import { expressionChanges, newlyBroken } from './expression/expression.ts';
import { type Finding, finding } from './finding.ts';
import { matched, type Pair, type Sign } from './match.ts';
import { groupFindings } from './rule-groups.ts';
import { alertName, ruleSubject, severityOf } from './subjects.ts';
import { short } from './words.ts';

const key = (...parts: readonly (string | undefined)[]): string => JSON.stringify(parts);

/** One alert often has several rules, of one severity each; an output of another environment has them all again. */
const SIGNS: readonly Sign<RuleRecord>[] = [
  (rule) => key(rule.does, rule.place.file, rule.group, rule.name, severityOf(rule), rule.expr),
  (rule) => key(rule.does, rule.place.file, rule.group, rule.name, severityOf(rule)),
  (rule) => key(rule.does, rule.group, rule.name, severityOf(rule)),
  (rule) => key(rule.does, rule.name, severityOf(rule), rule.expr),
  (rule) => key(rule.does, rule.name, rule.expr),
  (rule) => key(rule.does, rule.name, severityOf(rule)),
  (rule) => key(rule.does, rule.place.file, rule.name),
  (rule) => key(rule.does, rule.name),
  (rule) => key(rule.does, rule.place.file, rule.expr, severityOf(rule)),
  (rule) => key(rule.does, rule.expr, severityOf(rule)),
];

/** What happened to rules. */
export function ruleFindings(before: readonly RuleRecord[], after: readonly RuleRecord[]): readonly Finding[] {
  const { pairs, added, removed } = matched(before, after, SIGNS);
  return [
    ...removed.map(gone),
    ...added.map(come),
    ...added.filter(({ does }) => does === 'alert').flatMap(bornFaults),
    ...pairs.flatMap((pair) => (pair.after.does === 'alert' ? alertChanges(pair) : recordingChanges(pair))),
    ...groupFindings(before, after, pairs),
  ];
}

function gone(rule: RuleRecord): Finding {
  const details = [detailOf('expression', rule.expr, undefined)];
  const subject = ruleSubject(rule);
  return rule.does === 'alert'
    ? finding({
        kind: 'alert-removed',
        subject,
        sentence: `${alertName(rule)} is removed: nobody is told of it any longer.`,
        details,
      })
    : finding({ kind: 'recording-removed', subject, sentence: `${short(rule.name)} is no longer recorded.`, details });
}

function come(rule: RuleRecord): Finding {
  const details = [detailOf('expression', undefined, rule.expr)];
  const subject = ruleSubject(rule);
  if (rule.does === 'record') {
    return finding({
      kind: 'recording-added',
      subject,
      sentence: `${short(rule.name)} is recorded from now on.`,
      details,
    });
  }
  const after = rule.for === '0s' ? 'at once' : `after ${short(rule.for, 20)}`;
  return finding({ kind: 'alert-added', subject, sentence: `${alertName(rule)} is new: it fires ${after}.`, details });
}

function recordingChanges({ before, after }: Pair<RuleRecord>): readonly Finding[] {
  const subject = ruleSubject(after);
  const name = short(after.name);
  const changes = expressionChanges(before.expr, after.expr, after.language);
  const isSame = changes.every(({ effect }) => effect === 'same');
  const isFolded = changes.some(({ effect }) => effect === 'folded');
  const broken = newlyBroken(before.expr, after.expr, after.language);
  const kind =
    broken !== undefined
      ? 'expression-broken'
      : isSame
        ? 'expression-rewritten'
        : isFolded
          ? 'matchers-not-the-same'
          : 'recording-expression';
  const labels = differing(before.labels, after.labels);
  return [
    ...(before.name === after.name
      ? []
      : [finding({ kind: 'recording-renamed', subject, sentence: `${name} was recorded as ${short(before.name)}.` })]),
    ...(changes.length === 0
      ? []
      : [
          finding({
            kind,
            subject,
            sentence:
              broken === undefined
                ? `${name}: ${wordsOf(changes)}.`
                : `${name}: its expression cannot be read: ${short(broken)}.`,
            details: [detailOf('expression', before.expr, after.expr)],
          }),
        ]),
    ...(labels.length === 0
      ? []
      : [
          finding({
            kind: 'recording-labels',
            subject,
            sentence: `${name}: labels ${saysAll(labels)}.`,
            details: labels,
          }),
        ]),
  ];
}
