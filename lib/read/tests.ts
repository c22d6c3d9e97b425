/**
 * Unit tests of rules, as promtool runs them: which alert each asks after, when, and what it expects.
 * https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/
 */
import type { Place } from './problem.ts';
import type { LineOf } from './rules.ts';
import type { RuleTestRecord, TestsRecord } from './server-records.ts';
import { type Fields, fieldsOf, listOf, objectsOf, stableText, textOf } from './value.ts';

/** Whether a parsed file is one of tests. */
export function holdsTests({ rule_files: files, tests }: Fields): boolean {
  return Array.isArray(files) && objectsOf(tests).some((each) => asksSomething(each));
}

const asksSomething = ({ alert_rule_test: alerts, promql_expr_test: expressions }: Fields): boolean =>
  Array.isArray(alerts) || Array.isArray(expressions);

/** The record of such a file. */
export function testsRecord({ rule_files: files, tests }: Fields, place: Place, lineOf: LineOf): TestsRecord {
  const all = objectsOf(tests).flatMap((test, index) => {
    const line = lineOf(['tests', index]);
    const where = line === undefined || place.inside !== undefined ? place : Object.freeze({ ...place, line });
    return [
      ...objectsOf(test.alert_rule_test).map((asked) => alertTest(asked, test, where)),
      ...objectsOf(test.promql_expr_test).map((asked) => expressionTest(asked, test, where)),
    ];
  });
  const ruleFiles = listOf(files).flatMap((each) => textOf(each) ?? []);
  return Object.freeze({ kind: 'tests', place, ruleFiles: Object.freeze(ruleFiles), tests: Object.freeze(all) });
}

function alertTest(asked: Fields, test: Fields, place: Place): RuleTestRecord {
  const expected = objectsOf(asked.exp_alerts);
  return Object.freeze({
    of: 'alert',
    name: textOf(asked.alertname) ?? '',
    at: textOf(asked.eval_time) ?? '',
    given: givenOf(test),
    expected: Object.freeze(expected.map(stableText)),
    holdsTexts: expected.some((each) => Object.keys(fieldsOf(each.exp_annotations)).length > 0),
    place,
  });
}

function expressionTest(asked: Fields, test: Fields, place: Place): RuleTestRecord {
  return Object.freeze({
    of: 'expression',
    name: textOf(asked.expr) ?? '',
    at: textOf(asked.eval_time) ?? '',
    given: givenOf(test),
    expected: Object.freeze(objectsOf(asked.exp_samples).map(stableText)),
    holdsTexts: false,
    place,
  });
}

/** All that decides the answer, as JSON. */
function givenOf({ interval, input_series: series, external_labels: labels }: Fields): string {
  return stableText([interval, series, labels]);
}
