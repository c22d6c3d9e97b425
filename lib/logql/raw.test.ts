/** Text past the types: it takes a reason, is printed as it stands and read once. */
import { expect, test } from 'vitest';
import { seconds } from '../units/unit.ts';
import { print } from './print.ts';
import { parsedRawLog, rawLog } from './raw.ts';

const options = { reason: 'a test', labels: ['service'], unit: seconds } as const;

test('the text stays as it is, with the labels and the unit that it is said to have', () => {
  const raw = rawLog(' sum(rate({a="b"}[5m])) ', options);
  expect(print(raw.node)).toBe(' sum(rate({a="b"}[5m])) ');
  expect(raw).toMatchObject({ labels: { names: ['service'] }, unit: seconds });
});

test.each([
  ['', 'a test', 'empty'],
  ['vector(1)', ' ', 'reason'],
])('%j for the reason %j is refused', (text, reason, says) => {
  expect(() => rawLog(text, { ...options, reason })).toThrow(says);
});

test.each([
  ['rate({a="b"})', /1:13: found `\)`/],
  ['{a="b"} |= "x"', /expected numbers/],
])('%s is no query of numbers', (text, says) => {
  const parsed = parsedRawLog({ kind: 'raw', text, reason: 'a test' });
  const { found, expected, line, column } = parsed.ok
    ? { found: '', expected: '', line: 0, column: 0 }
    : parsed.problem;
  expect(`${line}:${column}: found ${found}, expected ${expected}`).toMatch(says);
});

test('a text is read once', () => {
  const node = { kind: 'raw', text: 'vector(1)', reason: 'a test' } as const;
  expect(parsedRawLog(node)).toMatchObject({ ok: true, node: { kind: 'vector', value: 1 } });
  expect(parsedRawLog({ ...node })).toBe(parsedRawLog(node));
});
