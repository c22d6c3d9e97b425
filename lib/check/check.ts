/**
 * `check(resolution)`: every rule over the whole model. Problems are data; whoever calls prints them together and
 * writes nothing.
 */
import { isSamePlace, type Problem, renamed } from '../model/problem.ts';
import type { Resolution } from '../model/resolve/resolve.ts';
import { alertsOf, type ResolvedModel } from '../model/resolved.ts';
import { excuseProblems, isExcused, type RuleFinding } from './excuses.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import type { Definition } from './survey/expressions.ts';
import { surveyOf } from './survey/survey.ts';

/** A resolved model, and the name of the output that it is for, by which its problems are told from those of others. */
interface Checked extends Resolution {
  /** Left out, the profile names it. */
  readonly output?: string;
}

/**
 * All problems of a model, in a stable order: those that resolving found, and those of the rules, less what is excused.
 * Give it all outputs of a model at once: an excuse that only one of them needs is then needed, and what is wrong in
 * all of them is said once.
 *
 * @example check(resolve(shopModel, 'production')).map(({ rule }) => rule) // []
 */
export function check(...resolutions: readonly Checked[]): readonly Problem[] {
  const all = resolutions.map(({ model }) => ({ model, findings: findingsIn(model, rules) }));
  const found = resolutions.map(({ problems, model, output }, index) => ({
    variant: output === undefined ? `profile ${model.profile}` : `output ${output}`,
    problems: [
      ...problems,
      ...(all[index]?.findings ?? []).filter((each) => !isExcused(each) && isSoInAll(each, all)).map(problemOf),
    ],
  }));
  const excuses = excuseProblems(
    all.flatMap(({ model }) => excused(model)),
    all.flatMap(({ findings }) => findings),
    rules,
  );
  return inOrder([...withVariants(found), ...excuses]);
}

interface Found {
  readonly model: ResolvedModel;
  readonly findings: readonly RuleFinding[];
}

/** Whether no output that has the definition says otherwise. */
function isSoInAll({ about, rule, found, isOfAll }: RuleFinding, all: readonly Found[]): boolean {
  if (isOfAll === undefined) return true;
  const isIt = ({ where }: Pick<Definition, 'where'>): boolean =>
    where.what === about.where.what && isSamePlace(where, about.where);
  return all.every(
    ({ model, findings }) =>
      !alertsOf(model).some(isIt) ||
      findings.some((each) => each.rule === rule && each.found === found && isIt(each.about)),
  );
}

/** What rules find in a model, excused or not. */
export function findingsIn(model: ResolvedModel, of: readonly Rule[]): readonly RuleFinding[] {
  const survey = surveyOf(model);
  return of.flatMap((rule) => [...rule.check(survey)].map((finding) => ({ ...finding, rule: rule.id })));
}

/** A finding as a problem. */
export function problemOf({ about, part, rule, found, allowed, remedy }: RuleFinding): Problem {
  const what = part === undefined ? about.where.what : `${about.where.what} / ${part}`;
  return { where: renamed(about.where, what), rule, found, allowed, remedy };
}

/** Everything that carries an excuse. */
function excused(model: ResolvedModel): readonly Definition[] {
  const { dashboards } = model;
  const panels = dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels.filter(hasExcuse)));
  return [...dashboards.filter(hasExcuse), ...panels, ...alertsOf(model).filter(hasExcuse)];
}

function hasExcuse({ excuses }: Definition): boolean {
  return excuses.length > 0;
}

interface OfVariant {
  /** A profile or an output, as messages name it. */
  readonly variant: string;
  readonly problems: readonly Problem[];
}

/** The problems of all variants, each once; one that not all of them have names those that do. */
function withVariants(all: readonly OfVariant[]): readonly Problem[] {
  const seen = new Map<string, { readonly problem: Problem; readonly variants: Set<string> }>();
  for (const { variant, problems } of all) {
    for (const problem of problems) {
      const known = seen.get(key(problem)) ?? { problem, variants: new Set() };
      known.variants.add(variant);
      seen.set(key(problem), known);
    }
  }
  return [...seen.values()].map(({ problem, variants }) =>
    variants.size === all.length ? problem : only(problem, [...variants]),
  );
}

function only(problem: Problem, variants: readonly string[]): Problem {
  const { where } = problem;
  return { ...problem, where: renamed(where, `${where.what} (${variants.join(', ')})`) };
}

function key({ where, rule, found, allowed, remedy }: Problem): string {
  return JSON.stringify([where.file, where.line, where.what, rule, found, allowed, remedy]);
}

/** By file and line, then by what it is about, then by rule; problems equal in all these stand once. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const once = new Map(problems.map((problem) => [key(problem), problem]));
  return Object.freeze([...once.values()].sort(compared));
}

function compared(a: Problem, b: Problem): number {
  return (
    byText(a.where.file ?? '', b.where.file ?? '') ||
    (a.where.line ?? 0) - (b.where.line ?? 0) ||
    byText(a.where.what, b.where.what) ||
    byText(a.rule, b.rule) ||
    byText(a.found, b.found)
  );
}

/** By code units: the same on every machine, whatever its language. */
function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
