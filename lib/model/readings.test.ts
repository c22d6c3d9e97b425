import { expect, it } from 'vitest';
import type { Node } from '../promql/node.ts';
import { selected } from './readings.ts';

const raw = (text: string): Node => ({ kind: 'raw', text, reason: 'tried' });
const up: Node = { kind: 'selector', metric: 'up', matchers: [] };

it.each<readonly [Node, readonly string[]]>([
  [up, ['up']],
  [
    { kind: 'binary', operator: '/', left: up, right: raw('rate(a[5m]) / b offset 1h or sum(a)') },
    ['up', 'a', 'b', 'a'],
  ],
  [raw('no PromQL ('), []],
  [{ kind: 'number', value: 1 }, []],
])('finds %j', (node, metrics) => {
  expect(selected(node).map(({ metric }) => metric)).toEqual(metrics);
});
