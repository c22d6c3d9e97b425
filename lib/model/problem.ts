/** Problems are data: collected, printed together, and only then is a build refused. */

/** Where a definition stands. Never part of `dist/`. */
export interface Where {
  /** What it is about, in the reader's words: `dashboard voting-app-system / panel cpu`. */
  readonly what: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

/** One thing that is wrong, and what to do about it. */
export interface Problem {
  readonly where: Where;
  /** The id of the rule that found it. */
  readonly rule: string;
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
}

/**
 * A problem as a person reads it.
 *
 * @example
 * alerts/application.ts:12 alert VoteQueueGrowing
 *   found:   no silent test
 *   allowed: at least one test in which the alert stays silent
 *   remedy:  add test.silent (alert-tests)
 */
export function problemText({ where, rule, found, allowed, remedy }: Problem): string {
  const place = where.file === undefined ? '' : `${where.file}${where.line === undefined ? '' : `:${where.line}`} `;
  return `${place}${where.what}\n  found:   ${found}\n  allowed: ${allowed}\n  remedy:  ${remedy} (${rule})`;
}
