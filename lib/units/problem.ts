/**
 * What is wrong, as data: where, what was found, what is allowed there and what to do. Problems are collected and
 * printed together; every room says them in these words.
 */
import { visible } from './visible.ts';

/** Where a definition stands. Never part of `dist/`. */
export interface Where {
  /** What it is about, in the reader's words: `dashboard shop-system / panel cpu`. */
  readonly what: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** Of the constructor's name where it is called, counted from 1: a line may define several things. */
  readonly column?: number | undefined;
}

/**
 * One thing that is wrong, and what to do about it: in a definition, or in an input, whose place is a text: a file or an
 * address, either with a line.
 */
export interface Problem<Place = Where> {
  readonly where: Place;
  /** The id of the rule that found it. */
  readonly rule: string;
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
}

/**
 * A problem of a definition as a person reads it. What cannot be seen in it is written as an escape: names and texts are
 * others'.
 *
 * @example
 * alerts/application.ts:12 alert OrderQueueGrowing
 *   found:   no silent test
 *   allowed: at least one test in which the alert stays silent
 *   remedy:  add test.silent (alert-tests)
 */
export function problemText({ where, rule, found, allowed, remedy }: Problem): string {
  const place = where.file === undefined ? '' : `${where.file}${where.line === undefined ? '' : `:${where.line}`} `;
  return visible(`${place}${where.what}\n  found:   ${found}\n  allowed: ${allowed}\n  remedy:  ${remedy} (${rule})`);
}

/**
 * A problem of an input in one line, with what cannot be seen in it as an escape. What can be wrong with it in one way
 * only, such as a file that is no JSON, has no rule.
 *
 * @example
 * problemLine({ where: 'redis.prom:3', rule: 'metrics/exposition', found: '"x"', allowed: 'a number', remedy: 'Scrape it again.' })
 * // 'redis.prom:3: found "x", expected a number. Scrape it again. [metrics/exposition]'
 */
export function problemLine(problem: Omit<Problem<string>, 'rule'> & { readonly rule?: string }): string {
  const { where, rule, found, allowed, remedy } = problem;
  return visible(`${where}: found ${found}, expected ${allowed}. ${remedy}${rule === undefined ? '' : ` [${rule}]`}`);
}

/** Either what was asked for, or the reasons why there is none. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem<string>[] };

/** A result. */
export function done<T>(value: T): Outcome<T> {
  return Object.freeze({ ok: true, value });
}

/** The reasons why there is no result. */
export function failed(...problems: readonly Problem<string>[]): {
  readonly ok: false;
  readonly problems: readonly Problem<string>[];
} {
  return Object.freeze({ ok: false, problems: Object.freeze(problems) });
}
