import { expect, test } from 'vitest';
import { keepSplit, markSplit, plainLabel } from './split.ts';

const marked = markSplit(['cmd', 'service'] as const);

test('a marked label is another text, and its name the same', () => {
  expect(marked).not.toEqual(['cmd', 'service']);
  expect(marked.map(plainLabel)).toEqual(['cmd', 'service']);
  expect(plainLabel('cmd')).toBe('cmd');
});

test.each([
  ['keeps what the reader chose, and what the query named itself', ['cmd'], ['cmd', 'le']],
  ['keeps all', ['cmd', 'service'], ['cmd', 'service', 'le']],
  ['keeps none', [], ['le']],
])('keepSplit() %s', (_, kept, left) => {
  expect(keepSplit([...marked, 'le'], new Set(kept))).toEqual(left);
});
