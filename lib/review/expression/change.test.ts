import { describe, expect, it } from 'vitest';
import { changed, wordsOf } from './change.ts';

const long = (name: string) => `or sum by (service) (rate(${name}_total{job="shop"}[5m])) ${'+ 1 '.repeat(16)}added`;

describe('the changes of an expression in one line', () => {
  it.each([
    ['one', [changed('window', 'window 5m → 10m')], 'window 5m → 10m'],
    ['the same twice', [changed('window', 'window 5m → 10m'), changed('window', 'window 5m → 10m')], 'window 5m → 10m'],
    [
      'a few in their order',
      [changed('shape', 'or a added'), changed('looser', 'the limit is > 2 instead of > 1')],
      'or a added; the limit is > 2 instead of > 1',
    ],
    [
      'long ones: first what is small',
      [
        changed('shape', long('orders')),
        changed('shape', long('carts')),
        changed('shape', '16 is now 48'),
        changed('looser', 'the limit is > 2 instead of > 1'),
      ],
      `the limit is > 2 instead of > 1; 16 is now 48; ${long('carts')}; and 1 more change`,
    ],
    [
      'many: six, and how many more',
      Array.from({ length: 9 }, (_, at) => changed('scope', `new filter a="${at}"`)),
      `${[0, 1, 2, 3, 4, 5].map((at) => `new filter a="${at}"`).join('; ')}; and 3 more changes`,
    ],
    ['one that is too long by itself', [changed('shape', 'x'.repeat(500))], 'x'.repeat(500)],
    [
      'two that are too long by themselves',
      [changed('shape', 'x'.repeat(500)), changed('shape', 'y'.repeat(500))],
      `${'x'.repeat(500)}; and 1 more change`,
    ],
  ])('%s', (_, changes, words) => {
    expect(wordsOf(changes)).toBe(words);
  });
});
