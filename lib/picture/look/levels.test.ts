import { expect, test } from 'vitest';
import { regions } from '../../model/look/levels.ts';
import { colourAt } from './levels.ts';

const above = regions({ direction: 'above', at: { warning: 100, critical: 1000 } });
const below = regions({ direction: 'below', at: { warning: 0.25, critical: 0 } });

test.each([
  { value: 50, of: above, colour: 'green' },
  { value: 100, of: above, colour: 'orange' },
  { value: 101, of: above, colour: 'orange' },
  { value: 2000, of: above, colour: 'red' },
  { value: 0.3, of: below, colour: 'green' },
  { value: 0.25, of: below, colour: 'green' },
  { value: 0.1, of: below, colour: 'orange' },
  { value: -1, of: below, colour: 'red' },
  { value: 0, of: [], colour: 'transparent' },
])('$value is $colour', ({ value, of, colour }) => {
  expect(colourAt(of, value)).toBe(colour);
});
