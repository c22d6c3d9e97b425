/** Whatever query there is: it has an answer, or problems that say why not. It never throws, and asks the same of text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryLogQuery } from '../../../test/support/arbitrary-log-query.ts';
import { LINES } from '../../../test/support/loki-lines.ts';
import type { LogQueryNode } from '../node.ts';
import { parse } from '../parse/parse.ts';
import { print } from '../print.ts';
import { evaluateInstant, evaluateLogs } from './evaluate.ts';
import type { LogStream } from './line.ts';

const some = LINES.map(({ labels, lines }) => ({ labels, lines: lines.slice(0, 5) }));
const variables = (): string => '5m';

function answer(node: LogQueryNode, streams: readonly LogStream[]): unknown {
  if (node.kind !== 'lines') return evaluateInstant(node, streams, { at: 1_795_780_830_000_000_000n, variables });
  return evaluateLogs(node, streams, { from: 0n, to: 2n ** 62n, variables });
}

/** Every stream is selected, so that all stages have lines to work on. */
function overAll(node: LogQueryNode): LogQueryNode {
  const streams = [{ label: 'service', operator: '=~', value: '.+' }];
  return JSON.parse(JSON.stringify(node), (key, value) => (key === 'streams' ? streams : value));
}

describe('evaluating', () => {
  test('never throws', () => {
    fc.assert(
      fc.property(arbitraryLogQuery, (node) => {
        expect(answer(overAll(node), some)).toHaveProperty('ok');
      }),
      { seed: 42, numRuns: 600 },
    );
  });

  test('answers a tree as it answers its text', () => {
    fc.assert(
      fc.property(arbitraryLogQuery, (node) => {
        const all = overAll(node);
        const parsed = parse(print(all));
        expect(parsed.ok && answer(parsed.node, some)).toEqual(answer(all, some));
      }),
      { seed: 43, numRuns: 300 },
    );
  });
});
