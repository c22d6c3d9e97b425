/** Text into trees, and the words for what is no PromQL. Prometheus reads the accepted ones as the same expressions. */
import { describe, expect, test } from 'vitest';
import { formatted } from '../../../test/support/promtool.ts';
import { describeWithServer } from '../../../test/support/servers.ts';
import type { Node } from '../node.ts';
import { print } from '../print.ts';
import { parse } from './parse.ts';
import { parseProblemText } from './problem.ts';

function tree(text: string): Node {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`${text}: ${parseProblemText(parsed.problem)}`);
  return parsed.node;
}

const a: Node = { kind: 'selector', metric: 'a', matchers: [] };
const b: Node = { kind: 'selector', metric: 'b', matchers: [] };
const fiveMinutes = { kind: 'duration', duration: { ms: 300_000 } } as const;
const oneMinute = { kind: 'duration', duration: { ms: 60_000 } } as const;

describe('parse() makes the tree', () => {
  test.each<[string, Node]>([
    ['a', a],
    ['((a))', a],
    ['{__name__="a"}', { ...a, metric: '', matchers: [{ label: '__name__', operator: '=', value: 'a' }] }],
    ['{"a.b"}', { ...a, metric: 'a.b' }],
    [
      'a{b="c",d!="e",f=~"g",h!~"i"}',
      {
        ...a,
        matchers: [
          { label: 'b', operator: '=', value: 'c' },
          { label: 'd', operator: '!=', value: 'e' },
          { label: 'f', operator: '=~', value: 'g' },
          { label: 'h', operator: '!~', value: 'i' },
        ],
      },
    ],
    ['a{"é"=\'"\'}', { ...a, matchers: [{ label: 'é', operator: '=', value: '"' }] }],
    ['a offset -5m @ 1.5', { ...a, offset: { ms: -300_000 }, at: 1.5 }],
    ['a @ start()', { ...a, at: 'start' }],
    ['a[5m] @ end()', { kind: 'range', selector: { ...a, at: 'end' }, window: fiveMinutes }],
    ['a[5m:]', { kind: 'subquery', of: a, window: fiveMinutes }],
    ['a[5m:1m] offset 5m', { kind: 'subquery', of: a, window: fiveMinutes, step: oneMinute, offset: { ms: 300_000 } }],
    ['-1', { kind: 'number', value: -1 }],
    ['-a', { kind: 'negation', of: a }],
    ['"a"', { kind: 'string', value: 'a' }],
    ['abs(a)', { kind: 'call', function: 'abs', arguments: [a] }],
    ['sum(a)', { kind: 'aggregate', operator: 'sum', of: a }],
    ['sum by (c) (a)', { kind: 'aggregate', operator: 'sum', of: a, grouping: { kind: 'by', labels: ['c'] } }],
    [
      'sum(a) without ("c d")',
      { kind: 'aggregate', operator: 'sum', of: a, grouping: { kind: 'without', labels: ['c d'] } },
    ],
    ['TOPK(5, a)', { kind: 'aggregate', operator: 'topk', parameter: { kind: 'number', value: 5 }, of: a }],
    ['a + b', { kind: 'binary', operator: '+', left: a, right: b }],
    ['a == bool b', { kind: 'binary', operator: '==', left: a, right: b, bool: true }],
    ['a AND on () b', { kind: 'binary', operator: 'and', left: a, right: b, matching: { kind: 'on', labels: [] } }],
    ['a - ignoring () b', { kind: 'binary', operator: '-', left: a, right: b }],
    [
      'a * on (c) group_left b',
      {
        kind: 'binary',
        operator: '*',
        left: a,
        right: b,
        matching: { kind: 'on', labels: ['c'], group: { side: 'left', include: [] } },
      },
    ],
    [
      'a * ignoring (c) group_right ("d e") b',
      {
        kind: 'binary',
        operator: '*',
        left: a,
        right: b,
        matching: { kind: 'ignoring', labels: ['c'], group: { side: 'right', include: ['d e'] } },
      },
    ],
  ])('%s', (text, expected) => {
    expect(tree(text)).toEqual(expected);
  });

  test.each<[string, Node]>([
    [
      'a[$__rate_interval]',
      { kind: 'range', selector: { ...a }, window: { kind: 'variable', name: '$__rate_interval' } },
    ],
    [
      `a[\${w}:\${n}m]`,
      {
        kind: 'subquery',
        of: a,
        window: { kind: 'variable', name: `\${w}` },
        step: { kind: 'variable', name: `\${n}m` },
      },
    ],
    ['a[[[w]]]', { kind: 'range', selector: { ...a }, window: { kind: 'variable', name: '[[w]]' } }],
    ['$__range_s', { kind: 'number variable', name: '$__range_s' }],
    ['-$limit', { kind: 'negation', of: { kind: 'number variable', name: '$limit' } }],
    [`a{b=~"\${c:regex}"}`, { ...a, matchers: [{ label: 'b', operator: '=~', value: { variable: `\${c:regex}` } }] }],
    [`a{b="x\${c}"}`, { ...a, matchers: [{ label: 'b', operator: '=', value: `x\${c}` }] }],
    ['$m{b="c"}', { ...a, metric: '$m', matchers: [{ label: 'b', operator: '=', value: 'c' }] }],
    ['$m[5m]', { kind: 'range', selector: { ...a, metric: '$m' }, window: fiveMinutes }],
    [`a_\${m}_total`, { ...a, metric: `a_\${m}_total` }],
    ['sum by ($c) (a)', { kind: 'aggregate', operator: 'sum', of: a, grouping: { kind: 'by', labels: ['$c'] } }],
    ['topk($n, a)', { kind: 'aggregate', operator: 'topk', parameter: { kind: 'number variable', name: '$n' }, of: a }],
  ])('%s, which has a variable of Grafana', (text, expected) => {
    expect(tree(text)).toEqual(expected);
    expect(tree(print(expected))).toEqual(expected);
  });
});

/** Text, and how it is printed: what print() would have written at once. */
const CANONICAL: readonly (readonly [string, string])[] = [
  ['a+(b)*c', 'a + b * c'],
  ['(a+b)*c', '(a + b) * c'],
  ['a-(b-c)', 'a - (b - c)'],
  ['(a-b)-c', 'a - b - c'],
  ['a or (b and c)', 'a or b and c'],
  ['(a or b) and c', '(a or b) and c'],
  ['a ^ (b ^ c)', 'a ^ b ^ c'],
  ['(a ^ b) ^ c', '(a ^ b) ^ c'],
  ['-(a ^ b)', '-a ^ b'],
  ['(-a) ^ b', '(-a) ^ b'],
  ['-1 ^ 2', '-1 ^ 2'],
  ['(-1) ^ 2', '(-1) ^ 2'],
  ['2 ^ -a * b', '2 ^ -a * b'],
  ['2 ^ -(a * b)', '2 ^ -(a * b)'],
  ['- a * b', '-a * b'],
  ['-(a * b)', '-(a * b)'],
  ['a > b == c', 'a > b == c'],
  ['a > (b == c)', 'a > (b == c)'],
  ['a + b offset 5m * c', 'a + b offset 5m * c'],
  ['a + -b offset 5m', 'a + -b offset 5m'],
  ['rate(a[5m] offset 1h @ 5)', 'rate(a[5m] @ 5.000 offset 1h)'],
  ['max_over_time((a + b)[1h:1m] offset 5m)', 'max_over_time((a + b)[1h:1m] offset 5m)'],
  ['max_over_time((-a)[1h:])', 'max_over_time((-a)[1h:])'],
  ['+a', 'a'],
  ['-+-a', '--a'],
  ['# the queue\na # waiting\n+ b', 'a + b'],
  ['SUM BY () (a)', 'sum(a)'],
  ['sum(a) by (b,)', 'sum by (b) (a)'],
  ['a{b="c",}', 'a{b="c"}'],
  ["a{b='c',a1=`\\d`,a='\"'}", 'a{a1="\\\\d",a="\\"",b="c"}'],
  ['a{b="\\x41\\101\\u00e4\\U0001F600\\xc3\\xa4\\n"}', 'a{b="AAä😀ä\\n"}'],
  ['vector(0x1F)', 'vector(31)'],
  ['vector(010)', 'vector(8)'],
  ['vector(.5e3)', 'vector(500)'],
  ['vector(1_000)', 'vector(1000)'],
  ['vector(1h30m)', 'vector(5400)'],
  ['vector(-inf)', 'vector(-Inf)'],
  ['vector(NaN)', 'vector(NaN)'],
  ['a offset 0s', 'a'],
  ['rate(a[300])', 'rate(a[5m])'],
  ['rate(a[0.5])', 'rate(a[500ms])'],
  ['a @ 3.3335', 'a @ 3.334'],
  ['sum by (on, bool) (a)', 'sum by (on, bool) (a)'],
  ['start + end', 'start + end'],
];

describe('parse() and print() make canonical', () => {
  test.each(CANONICAL)('%s', (text, canonical) => {
    expect(print(tree(text))).toBe(canonical);
    expect(print(tree(canonical))).toBe(canonical);
  });
});

describeWithServer(['promtool'], "parse() and Prometheus' parser", () => {
  test('agree on what is canonical', async () => {
    const canonical = CANONICAL.map(([, text]) => text);
    expect(await formatted(canonical)).toEqual(canonical);
  });
});

describe('parse() names the first problem', () => {
  test.each([
    ['', '1:1: found the end, expected an expression'],
    ['a +', '1:4: found the end, expected an expression'],
    ['a +\n  * b', '2:3: found `*`, expected an expression'],
    ['a b', '1:3: found `b`, expected an operator or the end'],
    ['a)', '1:2: found `)`, expected an operator or the end'],
    ['sum(a', '1:6: found the end, expected an operator, ) or ,'],
    ['sum by a (b)', '1:8: found `a`, expected ('],
    ['sum by (', '1:9: found the end, expected a label name or )'],
    ['sum()', '1:1: found `sum`, expected an aggregation of one operand, or of a parameter and an operand'],
    ['a{', '1:3: found the end, expected a label name or }'],
    ['a{b}', '1:4: found `}`, expected =, !=, =~ or !~'],
    ['a{b=c}', '1:5: found `c`, expected a text in quotes'],
    ['a{b="c" d="e"}', '1:9: found `d`, expected } or ,'],
    ['a{b="c}', '1:5: found `"c}`, expected a text with a closing quote'],
    ['a{b="\\q"}', '1:5: found `"\\\\q"`, expected an escape sequence of Prometheus, and text in UTF-8'],
    ['a{b="\\xff"}', '1:5: found `"\\\\xff"`, expected an escape sequence of Prometheus, and text in UTF-8'],
    ['rate(a[5 minutes])', '1:10: found `minutes`, expected ] or :'],
    ['rate(a[])', '1:8: found `]`, expected a duration such as 5m'],
    ['rate(a[0s])', '1:8: found `0s`, expected a duration greater than 0'],
    ['rate(a[5m * 2])', '1:8: found `5m`, expected a fixed duration in whole milliseconds, such as 5m'],
    ['rate(a[5m + $w])', '1:8: found `5m`, expected a fixed duration in whole milliseconds, such as 5m'],
    ['rate(sum(a)[5m])', '1:13: found `5m`, expected a step, as in [1h:1m]: only a metric has a range without'],
    ['rate(a offset 5m [5m])', '1:19: found `5m`, expected the range before offset and @'],
    ['rated(a[5m])', '1:1: found `rated`, expected a function of PromQL'],
    ['$f(a)', '1:1: found `$f`, expected a function of PromQL'],
    ['a offset b', '1:10: found `b`, expected a duration such as 5m'],
    ['a offset $w', '1:10: found `$w`, expected a fixed duration in whole milliseconds, such as 5m'],
    ['a offset 5m offset 5m', '1:13: found `offset`, expected it only once'],
    ['a @ 5 @ 5', '1:7: found `@`, expected it only once'],
    ['a @ b', '1:5: found `b`, expected a time in seconds, start() or end()'],
    ['a @ $__to', '1:5: found `$__to`, expected a time in seconds, start() or end()'],
    ['sum(a) offset 5m', '1:8: found `offset`, expected a selector or a subquery before it'],
    ['(a) offset 5m', '1:5: found `offset`, expected a selector without brackets before it'],
    ['a + fill(0) b', '1:5: found `fill`, expected an expression: filling values in is experimental'],
    ['a[5m] smoothed', '1:7: found `smoothed`, expected an operator or the end: extended ranges are experimental'],
    ['a </ 5', '1:3: found `<`, expected another operator: this one is experimental'],
    ['é', '1:1: found `é`, expected an expression'],
    [`a ${'b'.repeat(50)}`, `1:3: found \`${'b'.repeat(40)}…\`, expected an operator or the end`],
  ])('%s', (text, expected) => {
    const parsed = parse(text);
    expect(parsed.ok ? parsed.node : parseProblemText(parsed.problem)).toBe(expected);
  });
});

test('parse() freezes the tree', () => {
  const node = tree('sum by (c) (rate(a{b="c"}[5m])) / on (c) group_left (d) b');
  const loose: unknown[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Object.isFrozen(value)) loose.push(value);
    for (const inner of Object.values(value)) look(inner);
  };
  look(node);
  expect(loose).toEqual([]);
});
