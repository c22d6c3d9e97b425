/** What is told of two expressions: something where they differ, nothing where they do not, and never without end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { print as printLogs } from '../../lib/logql/print.ts';
import type { Matcher } from '../../lib/promql/node.ts';
import { print } from '../../lib/promql/print.ts';
import { mapNode } from '../../lib/promql/walk.ts';
import { expressionChanges } from '../../lib/review/expression/expression.ts';
import { arbitraryLogQuery } from '../support/arbitrary-log-query.ts';
import { arbitraryNode } from '../support/arbitrary-node.ts';

describe.each([
  ['promql', arbitraryNode.map(print)],
  ['logql', arbitraryLogQuery.map(printLogs)],
] as const)('of two expressions of %s', (language, text) => {
  it('something is told where they differ', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = expressionChanges(before, after, language);
        expect(changes.length > 0).toBe(before !== after);
        for (const { words } of changes) expect(words).not.toMatch(/\n|^$/);
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it('one within the other is told', () => {
    fc.assert(
      fc.property(text, (inside) => {
        const around = `sum(${inside})`;
        if (language === 'logql' && /^\{/.test(inside)) return;
        expect(expressionChanges(inside, around, language)).not.toEqual([]);
        expect(expressionChanges(around, inside, language)).not.toEqual([]);
      }),
      { seed: 42, numRuns: 100 },
    );
  });
});

it('one label more in every selector is told as nothing else', () => {
  const extra: Matcher = { label: 'added_label', operator: '=', value: 'x' };
  fc.assert(
    fc.property(arbitraryNode, (node) => {
      const after = mapNode(node, (each) =>
        each.kind === 'selector' ? { ...each, matchers: [...each.matchers, extra] } : each,
      );
      const changes = expressionChanges(print(node), print(after), 'promql');
      for (const { words } of changes) expect(words).toContain('added_label="x"');
      expect(changes.length > 0).toBe(print(node) !== print(after));
    }),
    { seed: 42, numRuns: 300 },
  );
});
