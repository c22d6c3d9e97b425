/**
 * What a rule is, and what it finds. Each rule is a file of `rules/`, its test beside it; `docs/checks.md` lists all.
 */
import type { Definition } from './survey/expressions.ts';
import type { Survey } from './survey/survey.ts';

/** One thing that is wrong with a definition. */
export interface Finding {
  readonly about: Definition;
  /** Which part of the definition, as `query orders`. */
  readonly part?: string;
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
  /** Whether it is only so where every output finds it that has the definition: what one of them needs is needed. */
  readonly isOfAll?: true;
}

/** What is wrong, without the place. */
export type Fault = Pick<Finding, 'found' | 'allowed' | 'remedy'>;

/** A finding as the documentation shows it. The rule's test produces exactly this. */
export interface Example extends Fault {
  readonly where: string;
}

/** What docs/checks.md says of a check. */
export interface Documented {
  /** What messages and excuses name it by. */
  readonly id: string;
  /** Why it exists, in one sentence. */
  readonly reason: string;
  /** Where it comes from. */
  readonly source: string;
  readonly example: Example;
}

export interface Rule extends Documented {
  check(survey: Survey): Iterable<Finding>;
}

/** A rule. */
export function rule(of: Rule): Rule {
  return Object.freeze(of);
}
