import { describe, expect, it } from 'vitest';
import { bytes, count, perSecond, ratio, seconds } from '../../units/unit.ts';
import { limitsText } from './words.ts';

describe('limitsText', () => {
  it.each([
    [
      { direction: 'from', at: { warning: 100, critical: 1000 } },
      count('votes'),
      'Warning from 100 votes, critical from 1000 votes.',
    ],
    [{ direction: 'below', at: { warning: 0.99, critical: 0.95 } }, ratio, 'Warning below 99 %, critical below 95 %.'],
    [{ direction: 'from', at: { warning: 0.001, critical: 90 } }, seconds, 'Warning from 1 ms, critical from 1m30s.'],
    [{ direction: 'from', at: { warning: 1 } }, seconds, 'Warning from 1s.'],
    [{ direction: 'below', at: { critical: 1.5 * 1024 ** 3 } }, bytes, 'Critical below 1.5 GiB.'],
    [{ direction: 'from', at: { warning: 2048 } }, perSecond('bytes'), 'Warning from 2 KiB/s.'],
    [
      { direction: 'below', at: { critical: 1 }, reason: 'a worker polls ten times' },
      perSecond('polls'),
      'Critical below 1 polls/s: a worker polls ten times.',
    ],
  ] as const)('%j %j', (thresholds, unit, expected) => {
    // One level alone is what a signal with one level has.
    expect(limitsText(thresholds as Parameters<typeof limitsText>[0], unit)).toBe(expected);
  });
});
