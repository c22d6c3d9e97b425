/** What Grafana's grammar of LogQL takes after a piece of text, in words. */
import { parser } from '@grafana/lezer-logql';
import { expectations, firstErrorIn, type Kind } from '../../promql/parse/expected.ts';

const main: readonly Kind[] = [
  { says: 'an expression', tokens: ['vector(1)', '{a="b"}'] },
  { says: 'an expression whose answer is numbers', tokens: ['vector(1)', '1'] },
  { says: 'a stage such as json or line_format', tokens: ['json', 'x="y"'] },
  { says: 'a label and what it has to be', tokens: ['x="y"', 'x > 1'] },
  { says: 'a number, a duration or a size', tokens: ['1', '1s'] },
  { says: 'a selector of streams', tokens: ['{a="b"}'] },
  { says: 'a matcher such as service="api"', tokens: ['x="y"'] },
  { says: 'a label name or a text in quotes', tokens: ['x', '"x"'] },
  { says: 'a label name', tokens: ['x'] },
  { says: 'a text in quotes', tokens: ['"x"'] },
  { says: 'a range such as [5m]', tokens: ['[5m]'] },
  { says: 'a duration such as 5m', tokens: ['5m'] },
  { says: '=, !=, =~ or !~', tokens: ['=~'] },
  { says: 'a stage such as | json', tokens: ['| json'] },
  { says: 'an operator', tokens: ['and vector(1)'] },
  { says: '(', tokens: ['('] },
];

const closing: readonly (readonly [says: string, token: string])[] = [
  [')', ')'],
  ['}', '}'],
  [']', ']'],
  [',', ','],
];

/**
 * LogQL's grammar, asked: where a text has its first error, and what may follow a text.
 *
 * @example grammar.expectedAfter('{service="api"} |=') // 'a text in quotes'
 */
export const grammar = expectations(firstErrorIn(parser), { main, closing });
