/** Where a text stops being a query: the position, what stands there and what should. */

export interface ParseProblem {
  /** Characters before the place, from 0. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly found: string;
  readonly expected: string;
}

/** Carries a problem out of the depth of a tree; `parse()` turns it back into a value. */
export class Unreadable extends Error {
  readonly problem: ParseProblem;

  constructor(problem: ParseProblem) {
    super(parseProblemText(problem));
    this.problem = problem;
  }
}

/** The problem at a place of `text`. */
export function problemAt(text: string, offset: number, expected: string): ParseProblem {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return Object.freeze({
    offset,
    line: before.split('\n').length,
    column: offset - lineStart + 1,
    found: foundIn(text.slice(offset)),
    expected,
  });
}

const SHOWN = 40;
/** A string, a number, a name or a Grafana variable as a whole; of anything else one character. */
const PIECE = /^(?:"[^"\n]*"?|'[^'\n]*'?|`[^`]*`?|\$\{[^}]*\}|\$?[\w:.]+|.)/su;

function foundIn(rest: string): string {
  const [piece = ''] = PIECE.exec(rest) ?? [];
  if (piece === '') return 'the end';
  const visible = JSON.stringify(piece.slice(0, SHOWN)).slice(1, -1).replaceAll('\\"', '"');
  return piece.length > SHOWN ? `\`${visible}…\`` : `\`${visible}\``;
}

/**
 * A problem in one line.
 *
 * @example
 * parseProblemText({ offset: 4, line: 1, column: 5, found: '`b`', expected: 'a text in quotes' })
 * // '1:5: found `b`, expected a text in quotes'
 */
export function parseProblemText({ line, column, found, expected }: ParseProblem): string {
  return `${line}:${column}: found ${found}, expected ${expected}`;
}
