/** Whatever tree there is: the grammar of Grafana takes its text, and the text is read back as the same tree. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryLogQuery } from '../../test/support/arbitrary-log-query.ts';
import { arbitraryText } from '../../test/support/arbitrary-node.ts';
import { isVariable } from '../promql/parse/mask.ts';
import type { LogQueryNode } from './node.ts';
import { parse } from './parse/parse.ts';
import { print } from './print.ts';

function read(text: string): LogQueryNode {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.problem)}`);
  return parsed.node;
}

const runs = { seed: 42, numRuns: 1500 };

describe('a printed query', () => {
  test('is read back as the same tree', () => {
    fc.assert(
      fc.property(arbitraryLogQuery, (node) => {
        expect(read(print(node))).toEqual(wellFormed(node));
      }),
      runs,
    );
  });

  test('is read back and printed as the same text', () => {
    fc.assert(
      fc.property(arbitraryLogQuery, (node) => {
        expect(print(read(print(node)))).toBe(print(node));
      }),
      runs,
    );
  });

  test('keeps texts of any characters', () => {
    fc.assert(
      fc.property(arbitraryText, (value) => {
        fc.pre(!isVariable(value));
        const streams = [{ label: 'a', operator: '=' as const, value: 'b' }];
        const text = print({
          kind: 'lines',
          streams,
          stages: [{ kind: 'line filter', operator: '|=', matches: [value] }],
        });
        const node = read(text);
        expect(node.kind === 'lines' && node.stages[0]).toEqual({
          kind: 'line filter',
          operator: '|=',
          matches: [value.toWellFormed()],
        });
      }),
      runs,
    );
  });
});

/** Half a character is no text; it is printed as what stands for an unreadable one. */
function wellFormed<T>(tree: T): T;
function wellFormed(tree: unknown): unknown {
  if (typeof tree === 'string') return tree.toWellFormed();
  if (Array.isArray(tree)) return tree.map(wellFormed);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, wellFormed(value)]));
}
