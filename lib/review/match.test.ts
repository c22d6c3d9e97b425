import { describe, expect, it } from 'vitest';
import { matched, outOfOrder } from './match.ts';

const whole = (text: string): string => text;
const initial = (text: string): string | undefined => text[0];

describe('things are paired', () => {
  it.each([
    ['by the surest sign first', ['a1', 'a2'], ['a2', 'a1'], ['a2=a2', 'a1=a1'], [], []],
    ['by a weaker one where that leaves some', ['a1', 'b1'], ['a2', 'c1'], ['a1=a2'], ['c1'], ['b1']],
    ['in their order where several have one sign', ['a1', 'a2'], ['a3', 'a4'], ['a1=a3', 'a2=a4'], [], []],
    ['never twice', ['a1'], ['a2', 'a3'], ['a1=a2'], ['a3'], []],
    ['not at all without a sign', [''], ['a'], [], ['a'], ['']],
  ])('%s', (_, before, after, pairs, added, removed) => {
    const result = matched(before, after, [(text) => (text === '' ? undefined : whole(text)), initial]);
    expect(result.pairs.map((pair) => `${pair.before}=${pair.after}`)).toEqual(pairs);
    expect([result.added, result.removed]).toEqual([added, removed]);
  });
});

describe('what left its order is as little as can be', () => {
  it.each([
    [[0, 1, 2, 3], []],
    [[3, 0, 1, 2], [0]],
    [[1, 2, 3, 0], [3]],
    [[1, 0], [0]],
    [
      [4, 1, 2, 0, 3],
      [0, 3],
    ],
    [[], []],
  ])('%j: %j', (order, moved) => {
    expect([...outOfOrder(order)].sort()).toEqual(moved);
  });
});
