import { expect, it } from 'vitest';
import { alert } from '../../../test/support/small-model.ts';
import { type DurationText, duration, durationText } from '../../units/duration.ts';
import { testStep } from './test-step.ts';

interface Times {
  readonly wait?: DurationText;
  readonly keep?: DurationText;
  readonly tests: readonly (readonly [every: DurationText, at: DurationText])[];
}

function alertWith({ wait = '0s', keep = '0s', tests }: Times) {
  const silent = tests.map(([every, at]) => ({ reason: '', given: [], every: duration(every), at: duration(at) }));
  return { ...alert, for: duration(wait), keepFiringFor: duration(keep), test: { fires: [], silent } };
}

it.each<readonly [Times, DurationText, DurationText]>([
  [{ tests: [['1m', '15m']] }, '15s', '1m'],
  [
    {
      wait: '10m',
      keep: '2m',
      tests: [
        ['1m', '15m'],
        ['5m', '1h'],
      ],
    },
    '15s',
    '1m',
  ],
  [{ wait: '90s', tests: [['1m', '15m']] }, '15s', '30s'],
  [{ keep: '45s', tests: [['1m', '15m']] }, '5s', '15s'],
  [{ tests: [['10m', '30h']] }, '15s', '5m'],
  [{ tests: [['2m', '30h']] }, '15s', '1m'],
  [{ tests: [['1m', '61s']] }, '15s', '15s'],
  [{ tests: [['1m', '2m']] }, '3m', '3m'],
  [{ tests: [] }, '15s', '5m'],
])('%j at %s is evaluated every %s', (times, interval, step) => {
  expect(durationText(testStep([alertWith(times)], duration(interval)))).toBe(step);
});

it('takes all alerts of a file together', () => {
  const alerts = [alertWith({ tests: [['5m', '1h']] }), alertWith({ tests: [['2m', '1h']] })];
  expect(durationText(testStep(alerts, duration('15s')))).toBe('1m');
});
