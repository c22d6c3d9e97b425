/**
 * The tests of alerts over log lines. Loki has no tool for that: the evaluator says what fires over the given lines, and
 * promtool, which knows the templates, what it then says.
 */

import type { FoundSample } from '../../logql/evaluate/evaluate.ts';
import { firing } from '../../logql/evaluate/ruler.ts';
import { streamsOf } from '../../model/alert-lines.ts';
import type { AlsoFiring, Firing, FiringTest, SilentTest } from '../../model/alert-test.ts';
import { type Problem, renamed } from '../../model/problem.ts';
import { logsEvaluatedEvery, type ResolvedLogAlert, type ResolvedModel } from '../../model/resolved.ts';
import { durationText } from '../../units/duration.ts';
import type { Documented } from '../rule.ts';

export const logAlertTest: Documented = Object.freeze({
  id: 'log-alert-test',
  reason: 'Loki cannot test its rules: that an alert over lines never fires would be noticed only when it is needed.',
  source: 'our own; the evaluator is held to the answers of a real Loki',
  example: {
    where: 'alert PaymentsRefused / test',
    found: 'nothing fires after 6m',
    allowed: '{service="shop"}: "5 payments of shop were refused."',
    remedy: 'correct the alert, the given lines or what is expected',
  },
});

/** An alert that a test saw firing, and the text that its definition expects. */
export interface SeenFiring {
  readonly alert: ResolvedLogAlert;
  /** Those of the expression. */
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  readonly says: string;
}

export interface LogTestResult {
  /** How many tests were run. */
  readonly count: number;
  readonly problems: readonly Problem[];
  readonly seen: readonly SeenFiring[];
}

/**
 * Runs the tests of every log alert of a model. Of an alert in several severities each is held to what the test says of
 * it, as promtool does.
 */
export function runLogTests(model: ResolvedModel): LogTestResult {
  const every = logsEvaluatedEvery(model);
  const problems: Problem[] = [];
  const seen: SeenFiring[] = [];
  let count = 0;
  for (const { rules } of model.logGroups) {
    for (const alert of rules) {
      const others = rules.filter((other) => other.name === alert.name && other !== alert);
      const { fires, silent } = alert.test;
      const cases: readonly Case[] = [
        ...fires.map((test) => ({ test, expected: [{ alert, firing: test }, ...also(test, others)] })),
        ...silent.map((test) => ({ test, expected: also(test, others) })),
      ];
      count += cases.length;
      for (const { test, expected } of cases) {
        for (const rule of [alert, ...others]) {
          const found = firing(rule.node, streamsOf(test.lines ?? [], test.at), { ...rule, every, at: test.at });
          if (!found.ok) {
            problems.push(...found.problems.map((problem) => placed(rule, problem)));
            continue;
          }
          const wanted = expected.filter((each) => each.alert === rule).map((each) => each.firing);
          const result = compared(rule, { wanted, found: found.alerts, test });
          problems.push(...result.problems);
          seen.push(...result.seen);
        }
      }
    }
  }
  return { count, problems, seen };
}

interface Case {
  readonly test: FiringTest | SilentTest;
  readonly expected: readonly { readonly alert: ResolvedLogAlert; readonly firing: Firing }[];
}

/** What the alert's other severities say in the same situation. */
function also(
  { also: said = {} }: { readonly also?: AlsoFiring },
  others: readonly ResolvedLogAlert[],
): Case['expected'] {
  return others.flatMap((alert) => {
    const firing = said[alert.severity];
    return firing === undefined ? [] : [{ alert, firing }];
  });
}

interface Compared {
  readonly wanted: readonly Firing[];
  readonly found: readonly FoundSample[];
  readonly test: FiringTest | SilentTest;
}

function compared(
  alert: ResolvedLogAlert,
  { wanted, found, test }: Compared,
): Pick<LogTestResult, 'problems' | 'seen'> {
  const byLabels = new Map(found.map((sample) => [labelsText(sample.labels), sample]));
  const isWanted = new Set(wanted.map(({ labels }) => labelsText(labels)));
  const seen = wanted.flatMap(({ labels, says }) => {
    const sample = byLabels.get(labelsText(labels));
    return sample === undefined ? [] : [{ alert, labels, value: sample.value, says }];
  });
  const isRight = seen.length === wanted.length && found.every(({ labels }) => isWanted.has(labelsText(labels)));
  if (isRight) return { problems: [], seen };
  const allowed = wanted.map(({ labels, says }) => `${labelsText(labels)}: "${says}"`).join(' and ');
  const fires = found.map(({ labels, value }) => `${labelsText(labels)} fires with ${value}`).join(' and ');
  const problem = {
    found: `${fires === '' ? 'nothing fires' : fires} after ${durationText(test.at)}`,
    allowed: allowed !== '' ? allowed : 'reason' in test ? `silence: ${test.reason}` : 'silence',
    remedy: 'correct the alert, the given lines or what is expected',
  };
  return { problems: [placed(alert, problem)], seen };
}

function placed(
  { where }: ResolvedLogAlert,
  { found, allowed, remedy }: Pick<Problem, 'found' | 'allowed' | 'remedy'>,
): Problem {
  return { where: renamed(where, `${where.what} / test`), rule: logAlertTest.id, found, allowed, remedy };
}

/** Labels as a selector writes them, sorted: also what two sets are compared by. */
function labelsText(labels: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([label, value]) => `${label}=${JSON.stringify(value)}`).join(', ')}}`;
}
