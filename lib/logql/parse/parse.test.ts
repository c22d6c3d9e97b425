/** Text into trees, and the words for what is no LogQL. */
import { describe, expect, test } from 'vitest';
import { ANSWERS, TEXTS } from '../../../test/support/loki-answers.ts';
import { parseProblemText } from '../../promql/parse/problem.ts';
import type { LinesNode, LogQueryNode, LogRangeNode } from '../node.ts';
import { print } from '../print.ts';
import { parse } from './parse.ts';

function tree(text: string): LogQueryNode {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`${text}: ${parseProblemText(parsed.problem)}`);
  return parsed.node;
}

function refusal(text: string): string {
  const parsed = parse(text);
  return parsed.ok ? 'taken' : parseProblemText(parsed.problem);
}

const lines: LinesNode = { kind: 'lines', streams: [{ label: 'a', operator: '=', value: 'b' }], stages: [] };
const range: LogRangeNode = { kind: 'log range', lines, window: { kind: 'duration', duration: { ms: 300_000 } } };

describe('parse() makes the tree', () => {
  test.each<[string, LogQueryNode]>([
    ['{a="b"} # all of it', lines],
    [
      '{a=~"$a", c!="d"}',
      {
        ...lines,
        streams: [
          { label: 'a', operator: '=~', value: { variable: '$a' } },
          { label: 'c', operator: '!=', value: 'd' },
        ],
      },
    ],
    [
      '{a="b"} |= "x" or `y` !~ "${z}" |~ ip("1.2.3.4")',
      {
        ...lines,
        stages: [
          { kind: 'line filter', operator: '|=', matches: ['x', 'y'] },
          { kind: 'line filter', operator: '!~', matches: [{ variable: '${z}' }] },
          { kind: 'line filter', operator: '|~', matches: [{ ip: '1.2.3.4' }] },
        ],
      },
    ],
    [
      '{a="b"} | json c="d.e", f | pattern "<g> <_>"',
      {
        ...lines,
        stages: [
          { kind: 'json', fields: [{ label: 'c', path: 'd.e' }, { label: 'f' }] },
          { kind: 'pattern', pattern: '<g> <_>' },
        ],
      },
    ],
    [
      '{a="b"} | c>1.5s or d=ip("1.1.1.1") and e=2',
      {
        ...lines,
        stages: [
          {
            kind: 'label filter',
            condition: {
              kind: 'or',
              left: { kind: 'duration', label: 'c', operator: '>', value: '1.5s' },
              right: {
                kind: 'and',
                left: { kind: 'ip', label: 'd', operator: '=', value: '1.1.1.1' },
                right: { kind: 'number', label: 'e', operator: '==', value: 2 },
              },
            },
          },
        ],
      },
    ],
    [
      'quantile_over_time(0.9, {a="b"} | unwrap duration(c) | d="" [5m] offset 1m) by (e)',
      {
        kind: 'range aggregate',
        operator: 'quantile_over_time',
        parameter: 0.9,
        of: {
          ...range,
          unwrap: {
            label: 'c',
            conversion: 'duration',
            filters: [{ kind: 'text', matcher: { label: 'd', operator: '=', value: '' } }],
          },
          offset: { ms: 60_000 },
        },
        grouping: { kind: 'by', labels: ['e'] },
      },
    ],
    [
      '1 + 2 * vector(3)',
      {
        kind: 'binary',
        operator: '+',
        left: { kind: 'number', value: 1 },
        right: {
          kind: 'binary',
          operator: '*',
          left: { kind: 'number', value: 2 },
          right: { kind: 'vector', value: 3 },
        },
      },
    ],
    [
      'rate({a="b"}[$__interval])',
      {
        kind: 'range aggregate',
        operator: 'rate',
        of: { ...range, window: { kind: 'variable', name: '$__interval' } },
      },
    ],
  ])('%s', (text, expected) => {
    expect(tree(text)).toEqual(expected);
  });

  test('frozen all the way down', () => {
    const thaw = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && (!Object.isFrozen(value) || Object.values(value).some(thaw));
    expect(thaw(tree('sum by (c) (rate({a="b"} |= "x" or "y" | json d | c > 1 and e="f" [5m]))'))).toBe(false);
  });
});

describe('parse() and Loki', () => {
  test.each(TEXTS.filter(([, taken]) => taken))('both take %s', (text) => {
    const node = tree(text);
    expect(tree(print(node))).toEqual(node);
  });

  test('agree where the grammar alone refuses', () => {
    const syntax = ANSWERS.refused.filter(({ says }) => /syntax error|unknown unit/.test(says));
    expect(syntax.length).toBeGreaterThan(14);
    expect(syntax.filter(({ query }) => parse(query).ok)).toEqual([]);
  });
});

describe('parse() tells the place, and what was expected', () => {
  test.each([
    ['', '1:1: found the end, expected an expression'],
    ['{a="b"} |= vote', '1:12: found `vote`, expected a text in quotes'],
    ['{a="b"} |= "vote', '1:12: found `"vote`, expected a text with a closing quote'],
    ['{a="b"} | ', '1:11: found the end, expected a stage such as json or line_format'],
    ['{a="b"} | json | c >', '1:21: found the end, expected a number, a duration or a size'],
    ['rate({a="b"})', '1:13: found `)`, expected a range such as [5m]'],
    ['rate({a="b"}[5x])', '1:14: found `5x`, expected a duration such as 5m'],
    ['rate({a="b"}[0s])', '1:14: found `0s`, expected a duration greater than 0'],
    ['rate({a="b"}[5m] offset 1us)', '1:25: found `1us`, expected a fixed duration in whole milliseconds, such as 5m'],
    ['sum(vector(1)) by a', '1:19: found `a`, expected ('],
    ['increase({a="b"}[5m])', '1:1: found `increase`, expected an expression'],
    ['vector(1) + {a="b"}', '1:13: found `{`, expected an expression whose answer is numbers: rate({…}[5m])'],
    ['{a="b"} |= "\\q"', '1:12: found `"\\\\q"`, expected an escape sequence of Go, and text in UTF-8'],
    [
      '{a="b"} | c="d", e="f" or g="h"',
      '1:11: found `c`, expected brackets around it: a comma and `or` side by side are ambiguous',
    ],
  ])('%s', (text, expected) => {
    expect(refusal(text)).toBe(expected);
  });
});
