import { expect, it } from 'vitest';
import { amountOf } from './meaning.ts';

it.each([
  ['4', 4],
  ['0.5', 0.5],
  ['4MB', 4 * 2 ** 20],
  ['256KiB', 256 * 2 ** 10],
  ['1 GB', 2 ** 30],
  ['336h', 336 * 3_600_000],
  ['1w', 7 * 86_400_000],
  ['1h30m', 90 * 60_000],
  ['0s', 0],
  ['', undefined],
  ['many', undefined],
])('%s is %s', (text, amount) => {
  expect(amountOf(text)).toBe(amount);
});
