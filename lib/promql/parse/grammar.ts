/** What may follow a piece of PromQL, in words. */
import { expectations, type Kind } from './expected.ts';
import { readExpression } from './expression.ts';
import { Unreadable } from './problem.ts';
import { readerOf, skip, Unexpected } from './reader.ts';

const main: readonly Kind[] = [
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
const closing: readonly (readonly [says: string, token: string])[] = [
  [')', ')'],
  ['}', '}'],
  [']', ']'],
  [',', ','],
  [':', ':1m]'],
];

/** Where the reading of a text stops; infinity where it does not. */
function firstError(text: string): number {
  const reader = readerOf(text);
  try {
    readExpression(reader);
    skip(reader);
    return reader.at < text.length ? reader.at : Number.POSITIVE_INFINITY;
  } catch (error) {
    if (error instanceof Unexpected) return error.at;
    if (error instanceof Unreadable) return error.problem.offset;
    throw error;
  }
}

/**
 * PromQL, asked what may follow a text.
 *
 * @example grammar.expectedAfter('sum(a') // 'an operator, ) or ,'
 */
export const grammar = expectations(firstError, { main, closing });
