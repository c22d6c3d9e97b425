/**
 * What Prometheus' grammar takes after a piece of text, in words.
 * Source: https://github.com/prometheus/prometheus/tree/main/web/ui/module/lezer-promql
 */
import { parser } from '@prometheus-io/lezer-promql';
import { expectations, type Kind } from './expected.ts';

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

/**
 * PromQL's grammar, asked: where a text has its first error, and what may follow a text.
 *
 * @example grammar.expectedAfter('sum(a') // 'an operator, ) or ,'
 */
export const grammar = expectations(parser, { main, closing });
