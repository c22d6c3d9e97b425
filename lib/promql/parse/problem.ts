/** Where a text stops being PromQL: the position, what stands there and what should. */
import { parser } from '@prometheus-io/lezer-promql';

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

/*
 * What may stand at a place, in words. The grammar itself is asked: each kind of token is tried after the text up to
 * the place, and those that the parser takes without an error are what was expected.
 */

/** The words for a place where all of `tokens` are taken. The first that fits is said. */
interface Kind {
  readonly says: string;
  readonly tokens: readonly string[];
}

const MAIN: readonly Kind[] = [
  { says: 'an expression', tokens: ['x', '1', '('] },
  { says: 'a label name', tokens: ['x', '"x"'] },
  { says: 'a text in quotes', tokens: ['"x"'] },
  { says: 'a time in seconds, start() or end()', tokens: ['1', 'start()'] },
  { says: 'a duration such as 5m', tokens: ['5m'] },
  { says: '=, !=, =~ or !~', tokens: ['=~'] },
  { says: 'an operator', tokens: ['and x'] },
  { says: '(', tokens: ['('] },
];
/** What closes or goes on, with what makes it unlike a name: `:` alone can begin one. */
const CLOSING: readonly (readonly [says: string, token: string])[] = [
  [')', ')'],
  ['}', '}'],
  [']', ']'],
  [',', ','],
  [':', ':1m]'],
];

/**
 * What may follow `before`.
 *
 * @example expectedAfter('sum(a') // 'an operator, ) or ,'
 */
export function expectedAfter(before: string): string {
  const main = MAIN.find(({ tokens }) => tokens.every((token) => isTaken(before, token)));
  const closing = CLOSING.filter(([, token]) => isTaken(before, token)).map(([says]) => says);
  const end = isComplete(before) ? ['the end'] : [];
  return listed([...(main === undefined ? [] : [main.says]), ...closing, ...end]);
}

function isTaken(before: string, token: string): boolean {
  const text = `${before} ${token}`;
  return firstError(text) >= text.length;
}

function isComplete(text: string): boolean {
  return firstError(text) === Number.POSITIVE_INFINITY;
}

/** Where the parser first stumbles over `text`; infinity where it does not. */
export function firstError(text: string): number {
  let first = Number.POSITIVE_INFINITY;
  parser.parse(text).iterate({
    enter(node) {
      if (node.type.isError) first = Math.min(first, node.from);
    },
  });
  return first;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? 'the end';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
