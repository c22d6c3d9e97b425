import { expect, test } from 'vitest';
import { describePrinted, row } from '../../test/support/printed.ts';
import { count } from '../units/unit.ts';
import { neg } from './arithmetic.ts';
import { gt } from './comparison.ts';
import { raw } from './raw.ts';

const options = { reason: 'a week-old value', labels: ['job'], unit: count('targets') } as const;
const either = raw('up or up', options);

describePrinted('text', [
  row(raw('up offset 1w', options), 'up offset 1w', ['job'], count('targets')),
  row(gt(either, 1), '(up or up) > 1', ['job'], count('targets')),
  row(neg(either), '-(up or up)', ['job'], count('targets')),
]);

test.each([
  ['', 'why', 'raw(): the expression is empty.'],
  ['up', ' ', "raw('up'): give the reason why the types cannot say this."],
])('raw(%j) for the reason %j is refused', (text, reason, message) => {
  expect(() => raw(text, { ...options, reason })).toThrow(new TypeError(message));
});
