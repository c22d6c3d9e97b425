import { expect, test } from 'vitest';
import { ratio } from '../units/unit.ts';
import { expr, labelSet, labelsOf, scalarOf } from './expr.ts';

test.each([
  ['in order', ['b', 'a'], ['a', 'b']],
  ['each once', ['a', 'b', 'a'], ['a', 'b']],
])('labelSet() holds labels %s', (_, given, names) => {
  expect(labelSet(given)).toEqual({ names });
});

test('an expression is frozen, all of it', () => {
  const vector = expr({ kind: 'number', value: 1 }, ['a'], ratio);
  const scalar = scalarOf({ kind: 'number', value: 1 }, ratio);
  const all = [vector, vector.node, vector.labels, vector.labels.names, vector.unit, scalar, scalar.node];
  expect(all.filter((part) => !Object.isFrozen(part))).toEqual([]);
  expect(labelsOf(vector)).toEqual(['a']);
});
