/** What a rule finds, and which definition it is about. */
import type { Excuse } from '../model/excuse.ts';
import type { Where } from '../model/problem.ts';

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

/** A definition that nobody can excuse: it has no place to say why. */
export function unexcusable(where: Where): Definition {
  return { where, excuses: [] };
}
