/** Tests that a step brings for the alerts that it changes. */
import { type AlertTest, type AlertTestInput, alertTest, type Severity } from '../alert-test.ts';
import { alertsOf, type ResolvedAlert, type ResolvedLogAlert, type ResolvedModel } from '../resolved.ts';
import { StepError } from './step.ts';

/** The tests of an alert in one output. */
export interface OwnTest extends AlertTestInput<string> {
  /** The alert's name. */
  readonly alert: string;
  /** Which of the alert's severities, where it has several. */
  readonly severity?: Severity;
}

interface Changed {
  /** The names of the alerts whose tests no longer hold. */
  readonly alerts: ReadonlySet<string>;
  readonly tests: readonly OwnTest[];
  /** What is said of a changed alert that has no test here. */
  readonly untested: string;
}

const NO_TEST: AlertTest = Object.freeze({ fires: [], silent: [] });

/**
 * The model whose changed alerts have the tests that are given, or none. promtool knows an alert by its name alone: a
 * change in one severity is a change in the tests of all.
 *
 * @throws StepError for a test of no changed alert, and for one that could be of several severities.
 */
export function withTests(model: ResolvedModel, { alerts, tests, untested }: Changed): ResolvedModel {
  const changed = alertsOf(model).filter(({ name }) => alerts.has(name));
  for (const test of tests) requireOne(test, changed);
  const withTest = <R extends ResolvedAlert | ResolvedLogAlert>(rule: R): R => {
    if (!alerts.has(rule.name)) return rule;
    const own = tests.find((test) => isOf(test, rule));
    return own === undefined ? { ...rule, test: NO_TEST, untested } : { ...tested(rule), test: alertTest(own) };
  };
  return Object.freeze({
    ...model,
    groups: model.groups.map((group) => ({
      ...group,
      rules: group.rules.map((rule) => (rule.kind === 'alert' ? withTest(rule) : rule)),
    })),
    logGroups: model.logGroups.map((group) => ({ ...group, rules: group.rules.map(withTest) })),
  });
}

/** An alert that has tests again. */
function tested<R extends { readonly untested?: string }>({ untested: _, ...rest }: R): R {
  // What is left out is optional.
  return rest as R;
}

function isOf(
  { alert, severity }: OwnTest,
  { name, severity: own }: Pick<ResolvedAlert, 'name' | 'severity'>,
): boolean {
  return alert === name && (severity === undefined || severity === own);
}

function requireOne(test: OwnTest, changed: readonly Pick<ResolvedAlert, 'name' | 'severity'>[]): void {
  if (changed.filter((alert) => isOf(test, alert)).length === 1) return;
  const { alert, severity } = test;
  const found = `a test of ${alert}${severity === undefined ? '' : ` in severity ${severity}`}`;
  const names = changed.map(({ name, severity: own }) => `${name} (${own})`);
  throw new StepError('withThresholds', {
    found,
    allowed: names.length === 0 ? 'no tests: these thresholds change no alert' : `tests of ${names.join(', ')}`,
    remedy: 'name an alert that the thresholds change, and its severity where it has several',
  });
}
