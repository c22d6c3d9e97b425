/** What a rule is, and what it finds. Each rule is a file of `rules/`, its test beside it; `docs/checks.md` lists all. */
import type { Excuse } from '../model/excuse.ts';
import type { Where } from '../model/problem.ts';
import type { Survey } from './survey/survey.ts';

/** What a finding is about: a panel, a dashboard, an alert, or something that cannot be excused. */
export interface Definition {
  readonly where: Where;
  readonly excuses: readonly Excuse[];
}

/** One thing that is wrong with a definition. */
export interface Finding {
  readonly about: Definition;
  /** Which part of the definition, as `line votes`. */
  readonly part?: string;
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
}

/** A finding as the documentation shows it. The rule's test produces exactly this. */
export interface Example {
  readonly where: string;
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
}

export interface Rule {
  /** What messages and excuses name it by. */
  readonly id: string;
  /** Why it exists, in one sentence. */
  readonly reason: string;
  /** Where it comes from. */
  readonly source: string;
  readonly example: Example;
  check(survey: Survey): Iterable<Finding>;
}

/** A rule. */
export function rule(of: Rule): Rule {
  return Object.freeze(of);
}

/** A definition that nobody can excuse: it has no place to say why. */
export function unexcusable(where: Where): Definition {
  return { where, excuses: [] };
}
