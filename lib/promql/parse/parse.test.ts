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
    [
      'a[$__interval:] offset -$__interval',
      {
        kind: 'subquery',
        of: a,
        window: { kind: 'variable', name: '$__interval' },
        offset: { kind: 'computed', of: { kind: 'span negation', of: { kind: 'variable', name: '$__interval' } } },
      },
    ],
    ['a[5$unit]', { kind: 'range', selector: a, window: { kind: 'variable', name: '5$unit' } }],
    [
      `a[\${n}m:\${s}]`,
      {
        kind: 'subquery',
        of: a,
        window: { kind: 'variable', name: `\${n}m` },
        step: { kind: 'variable', name: `\${s}` },
      },
    ],
    [
      'a[$w:$s]',
      { kind: 'subquery', of: a, window: { kind: 'variable', name: '$w' }, step: { kind: 'variable', name: '$s' } },
    ],
    [`a offset \${n}h`, { ...a, offset: { kind: 'variable', name: `\${n}h` } }],
    [`a @ \${__to:date:seconds}`, { ...a, at: { kind: 'variable', name: `\${__to:date:seconds}` } }],
    [
      'a[$__range + 2 * $w]',
      {
        kind: 'range',
        selector: a,
        window: {
          kind: 'computed',
          of: {
            kind: 'span operation',
            operator: '+',
            left: { kind: 'variable', name: '$__range' },
            right: {
              kind: 'span operation',
              operator: '*',
              left: { kind: 'span', value: 2, as: 'seconds' },
              right: { kind: 'variable', name: '$w' },
            },
          },
        },
      },
    ],
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
  ['a[5m+1m]', 'a[5m + 1m]'],
  ['a[(5m + 1m) * 2]', 'a[(5m + 1m) * 2]'],
  ['a[2 * (5m)]', 'a[2 * 5m]'],
  ['a[5m - (1m - 30s)]', 'a[5m - (1m - 30s)]'],
  ['a[(5m - 1m) - 30s]', 'a[5m - 1m - 30s]'],
  ['a[(2 ^ 3) ^ 2]', 'a[(2 ^ 3) ^ 2]'],
  ['a[2 ^ (3 ^ 2)]', 'a[2 ^ 3 ^ 2]'],
  ['a[-(5m) + 10m]', 'a[-5m + 10m]'],
  ['a[-2 ^ 2 + 10m]', 'a[-2 ^ 2 + 10m]'],
  ['a[STEP()]', 'a[step()]'],
  ['a[range():1s]', 'a[range():1s]'],
  ['a[5m:step()*2]', 'a[5m:step() * 2]'],
  ['a[max_of(step( ),5m)]', 'a[max_of(step(), 5m)]'],
  ['a[0x10]', 'a[16s]'],
  ['a[1_000]', 'a[16m40s]'],
  ['a[5.]', 'a[5s]'],
  ['a[+5m]', 'a[5m]'],
  ['a[5m # five\n]', 'a[5m]'],
  ['a offset - -5m', 'a offset 5m'],
  ['a offset 5m + 1m', 'a offset 5m + 60'],
  ['a offset -step() + b', 'a offset -step() + b'],
  ['a offset min_of(step(), 5m) * b', 'a offset min_of(step(), 5m) * b'],
  ['a offset -(2 * 5m) + b', 'a offset -(2 * 5m) + b'],
  ['increase(a[5m] smoothed)', 'increase(a[5m] smoothed)'],
  ['increase(a smoothed [5m])', 'increase(a[5m] smoothed)'],
  ['rate(a[5m] offset 1h ANCHORED @ 5)', 'rate(a[5m] anchored @ 5.000 offset 1h)'],
  ['a smoothed smoothed', 'a smoothed'],
  ['a @ 5 anchored offset 1m', 'a @ 5.000 anchored offset 1m'],
  ['-a smoothed', '-a smoothed'],
  ['a </ 5', 'a </ 5'],
  ['a>/b', 'a >/ b'],
  ['a </ b > c', 'a </ b > c'],
  ['a > 5.', 'a > 5'],
  ['a > 5.e3', 'a > 5000'],
  ['a > 1.5_5', 'a > 1.55'],
  ['a > 08', 'a > 8'],
  ['a > 0x1e5', 'a > 485'],
  ['a > (0xee)', 'a > 238'],
  ['histogram_quantile(1./6., a)', 'histogram_quantile(1 / 6, a)'],
  ['step + range + max_of + fill', 'step + range + max_of + fill'],
  ['or + or', 'or + or'],
  ['sum + by', 'sum + by'],
  ['anchored anchored', 'anchored anchored'],
  [
    'sum by (anchored, step, max_of, fill, atan2, offset) (a)',
    'sum by (anchored, step, max_of, fill, atan2, offset) (a)',
  ],
  ['a{and="b",inf="c",without="d"}', 'a{and="b",inf="c",without="d"}'],
  ['Infinity', 'Infinity'],
];

describe('parse() and print() make canonical', () => {
  test.each(CANONICAL)('%s', (text, canonical) => {
    expect(print(tree(text))).toBe(canonical);
    expect(print(tree(canonical))).toBe(canonical);
  });
});

describeWithServer(['promtool'], "parse() and Prometheus' parser", () => {
  test('agree on what is canonical', async () => {
    const isRange = (text: string): boolean => /^(?:range|subquery)$/.test(tree(text).kind);
    const canonical = CANONICAL.map(([, text]) => (isRange(text) ? `last_over_time(${text})` : text));
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
    ['rate(a[5m / 0])', '1:11: found `/`, expected a divisor other than 0'],
    ['rate(a[-$w])', '1:8: found `-`, expected a duration greater than 0'],
    ['rate(a[300y])', '1:8: found `300y`, expected a span of at most 292 years'],
    ['rate(a[9999999999])', '1:8: found `9999999999`, expected a span of at most 292 years'],
    ['rate(a[0.5h])', '1:8: found `0.5h`, expected a number, or a duration such as 1h30m, the largest unit first'],
    ['rate(a[5m30])', '1:8: found `5m30`, expected a number, or a duration such as 1h30m, the largest unit first'],
    ['rate(a[step])', '1:12: found `]`, expected ('],
    ['rate(a[5m::])', '1:11: found `:`, expected a duration such as 5m or ]'],
    ['rate(a[5m:0])', '1:11: found `0`, expected a duration greater than 0'],
    ['rate(a[sum()])', '1:8: found `sum`, expected a duration such as 5m'],
    ['a offset (5m) + b', '1:17: found `b`, expected a duration such as 5m'],
    ['a > 30m1h', '1:5: found `30m1h`, expected a number, or a duration such as 1h30m, the largest unit first'],
    ['a > 1__0', '1:5: found `1__0`, expected a number, or a duration such as 1h30m, the largest unit first'],
    ['a > 0b11', '1:5: found `0b11`, expected a number, or a duration such as 1h30m, the largest unit first'],
    ['0xee', '1:1: found `0xee`, expected a number, or a duration such as 1h30m, the largest unit first'],
    ['a > 1e999', '1:5: found `1e999`, expected a number of at most 1.8e308'],
    [
      'a anchored smoothed',
      '1:12: found `smoothed`, expected one of anchored and smoothed, and it is anchored already',
    ],
    ['a[5m:1m] smoothed', '1:10: found `smoothed`, expected a selector before it'],
    ['sum(a) anchored', '1:8: found `anchored`, expected a selector before it'],
    ['a offset 5m offset 0', '1:13: found `offset`, expected it only once'],
    ['a @ Inf', '1:5: found `Inf`, expected a finite time in seconds'],
    ['a @ -NaN', '1:6: found `NaN`, expected a finite time in seconds'],
    ['a @ 1e30', '1:5: found `1e30`, expected a time of fewer than 2 ^ 63 seconds'],
    ['a @ (5)', '1:5: found `(`, expected a time in seconds, start() or end()'],
    ['sum by (without) (a)', '1:9: found `without`, expected a label name or )'],
    ['sum by ("") (a)', '1:9: found `""`, expected a label name that is not empty'],
    ['sum(a,)', '1:7: found `)`, expected an expression'],
    ['on', '1:1: found `on`, expected an expression'],
    ['a + atan2', '1:5: found `atan2`, expected an expression'],
    ['fill(1)', '1:1: found `fill`, expected a function of PromQL'],
    ['+"a"', '1:1: found `+`, expected no sign before a text or a range'],
    ['rate(sum(a)[5m])', '1:13: found `5m`, expected a step, as in [1h:1m]: only a metric has a range without'],
    ['rate(a offset 5m [5m])', '1:19: found `5m`, expected the range before offset and @'],
    ['rated(a[5m])', '1:1: found `rated`, expected a function of PromQL'],
    ['$f(a)', '1:1: found `$f`, expected a function of PromQL'],
    ['a offset b', '1:10: found `b`, expected a duration such as 5m'],
    ['a offset 5m offset 5m', '1:13: found `offset`, expected it only once'],
    ['a @ 5 @ 5', '1:7: found `@`, expected it only once'],
    ['a @ b', '1:5: found `b`, expected a time in seconds, start() or end()'],
    ['sum(a) offset 5m', '1:8: found `offset`, expected a selector or a subquery before it'],
    ['(a) offset 5m', '1:5: found `offset`, expected a selector without brackets before it'],
    [
      'a + fill(0) b',
      '1:5: found `fill`, expected an expression: filling values in needs a flag, promql-binop-fill-modifiers',
    ],
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
