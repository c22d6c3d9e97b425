/** What cannot be read, as data: the rest is compared all the same. */
import type { Problem } from '../units/problem.ts';

/** Where something was read. */
export interface Place {
  /** Below the folder that is compared, with `/`. */
  readonly file: string;
  /** Where it lies inside a file that wraps others: the key of a ConfigMap. */
  readonly inside?: string;
  /** From 1. */
  readonly line?: number;
}

/** A file, a folder or a revision that cannot be read, and what to do about it: `where` is a file with its line. */
export interface ReadProblem extends Omit<Problem<string>, 'rule'> {
  /** The file, where it is one. */
  readonly place?: Place;
}

/** Either what was asked for, or the reason why there is none. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ReadProblem };

/** A result. */
export function readAs<T>(value: T): Read<T> {
  return Object.freeze({ ok: true, value });
}

/** The reason why there is no result. */
export function unreadable(problem: ReadProblem): { readonly ok: false; readonly problem: ReadProblem } {
  return Object.freeze({ ok: false, problem: Object.freeze(problem) });
}
