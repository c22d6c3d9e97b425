import { expect, it } from 'vitest';
import { thresholdsOf } from './thresholds.ts';

it('writes each step from its value on, the lowest from none', () => {
  const steps = [
    { from: -Infinity, colour: 'green' },
    { from: 0, colour: 'orange' },
  ];
  expect(thresholdsOf(steps)).toEqual({
    mode: 'absolute',
    steps: [
      { color: 'green', value: null },
      { color: 'orange', value: 0 },
    ],
  });
});
