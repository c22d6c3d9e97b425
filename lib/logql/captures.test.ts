/** What the compiler reads from a pattern or a regular expression is what is read at run time. */
import { describe, expect, test } from 'vitest';
import { compileRegexp } from '../promql/regexp/compile.ts';
import { type PatternLabels, patternLabels, type RegexpLabels, regexpLabels } from './captures.ts';

type Both<A extends string, B extends string> = [A, B] extends [B, A] ? readonly A[] : never;

const ofPattern = <const P extends string, const L extends string>(text: P, labels: Both<L, PatternLabels<P>>) =>
  [text, labels] as const;
const ofRegexp = <const R extends string, const L extends string>(text: R, labels: Both<L, RegexpLabels<R>>) =>
  [text, labels] as const;

describe('patternLabels()', () => {
  test.each([
    ofPattern('<ip>', ['ip']),
    ofPattern('<ip> - - [<_>] "<method> <path> <_>" <status>', ['ip', 'method', 'path', 'status']),
    ofPattern('a < b, c > d <ip>', ['ip']),
    ofPattern('<td class="x"><cell></td>', ['cell']),
    ofPattern('<a><b c> <_2> <2d> <d>', ['a', '_2', 'd']),
    ofPattern('<a>><b>', ['a', 'b']),
    ofPattern('<<a>', ['a']),
    ofPattern('<a> <', ['a']),
  ])('%s', (text, labels) => {
    expect(patternLabels(text)).toEqual(labels);
  });

  test.each([
    ['no captures', 'no capture has a name'],
    ['<_> <_>', 'no capture has a name'],
    ['<a><b>', 'nothing stands between the captures <a><b>'],
    ['<a><_>', 'nothing stands between the captures <a><_>'],
    ['<a> <a>', 'two captures are named <a>'],
    ['<a> <on>', 'a word of LogQL'],
  ])('%s is refused', (text, says) => {
    expect(() => patternLabels(text)).toThrow(says);
  });
});

describe('regexpLabels()', () => {
  const rows = [
    ofRegexp('(?P<status>\\d+)', ['status']),
    ofRegexp("vote for '(?P<option>[^']*)' by (?<voter>\\w+)", ['option', 'voter']),
    ofRegexp('(?i)(?:a|b)(?P<c>x)', ['c']),
    ofRegexp('\\((?P<inner>[^)]*)\\)', ['inner']),
  ];

  test.each(rows)('%s', (text, labels) => {
    expect(regexpLabels(text)).toEqual(labels);
  });

  test.each(rows)('%s, as RE2 reads it', (text, labels) => {
    const compiled = compileRegexp(text);
    expect(compiled.ok ? [...compiled.regexp.names.keys()].sort() : compiled).toEqual([...labels].sort());
  });

  test.each([
    ['(\\d+)', 'makes no label'],
    ['\\(?P<a>', 'makes no label'],
    ['(?P<a>x)(?P<a>y)', "'a' twice"],
    ['(?P<json>x)', 'a word of LogQL'],
  ])('%s is refused', (text, says) => {
    expect(() => regexpLabels(text)).toThrow(says);
  });
});
