/**
 * `check(resolution)`: every rule over the whole model. Problems are data; whoever calls prints them together and
 * writes nothing.
 */
import type { Problem } from '../model/problem.ts';
import type { Resolution } from '../model/resolve/resolve.ts';
import type { ResolvedModel } from '../model/resolved.ts';
import { excuseProblems, isExcused, type RuleFinding } from './excuses.ts';
import type { Definition } from './finding.ts';
import { inOrder, withProfiles } from './report.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { surveyOf } from './survey/survey.ts';

/**
 * All problems of a model, in a stable order: those that resolving found, and those of the rules, less what is excused.
 * Give it all profiles of a model at once: an excuse that only one of them needs is then needed, and what is wrong in
 * all of them is said once.
 *
 * @example check(resolve(model, 'stock')) // [] when nothing is wrong
 */
export function check(...resolutions: readonly Resolution[]): readonly Problem[] {
  const all = resolutions.map(({ model }) => ({ model, findings: findingsIn(model, rules) }));
  const found = resolutions.map(({ problems, model }, index) => ({
    profile: model.profile,
    problems: [...problems, ...(all[index]?.findings ?? []).filter((each) => !isExcused(each)).map(problemOf)],
  }));
  const excuses = excuseProblems(
    all.flatMap(({ model }) => excused(model)),
    all.flatMap(({ findings }) => findings),
    rules,
  );
  return inOrder([...withProfiles(found), ...excuses]);
}

/** What rules find in a model, excused or not. */
export function findingsIn(model: ResolvedModel, of: readonly Rule[]): readonly RuleFinding[] {
  const survey = surveyOf(model);
  return of.flatMap((rule) => [...rule.check(survey)].map((finding) => ({ ...finding, rule: rule.id })));
}

/** A finding as a problem. */
export function problemOf({ about, part, rule, found, allowed, remedy }: RuleFinding): Problem {
  const what = part === undefined ? about.where.what : `${about.where.what} / ${part}`;
  return { where: { ...about.where, what }, rule, found, allowed, remedy };
}

/** Everything that carries an excuse. */
function excused({ dashboards, groups }: ResolvedModel): readonly Definition[] {
  const panels = dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels.filter(hasExcuse)));
  const alerts = groups.flatMap((group) => group.rules.filter((rule) => rule.kind === 'alert').filter(hasExcuse));
  return [...dashboards.filter(hasExcuse), ...panels, ...alerts];
}

function hasExcuse({ excuses }: Definition): boolean {
  return excuses.length > 0;
}
