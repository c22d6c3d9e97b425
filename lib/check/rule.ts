/** What a rule is, and what it finds. Each rule is a file of `rules/`, its test beside it; `docs/checks.md` lists all. */
import type { Finding } from './finding.ts';
import type { Survey } from './survey/survey.ts';

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
