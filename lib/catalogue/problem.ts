/**
 * What is wrong with an input, as data: the person who reads it learns where, what was found, what is allowed there and
 * what to do. Problems are collected and printed together.
 */
import { visible } from '../units/visible.ts';

/** One thing that is wrong with an input of the catalogue. */
export interface Problem {
  /** A file, an address, or either with a line: `redis.prom:12`. */
  readonly where: string;
  /** Which rule was broken, such as `metrics/exposition`. */
  readonly rule: string;
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
}

/** Either what was asked for, or the reasons why there is none. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A result. */
export function done<T>(value: T): Outcome<T> {
  return Object.freeze({ ok: true, value });
}

/** The reasons why there is no result. */
export function failed(...problems: readonly Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } {
  return Object.freeze({ ok: false, problems: Object.freeze(problems) });
}

/**
 * A problem in one paragraph, with what cannot be seen in it as an escape.
 *
 * @example
 * problemText({ where: 'redis.prom:3', rule: 'metrics/exposition', found: '"x"', allowed: 'a number', remedy: 'Scrape it again.' })
 * // 'redis.prom:3: found "x", expected a number. Scrape it again. [metrics/exposition]'
 */
export function problemText({ where, rule, found, allowed, remedy }: Problem): string {
  return visible(`${where}: found ${found}, expected ${allowed}. ${remedy} [${rule}]`);
}
