import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Level, Thresholds } from '../field.ts';
import { levelColour, levelOf, limitLines, regions, type Step } from './levels.ts';

const from: Thresholds = { direction: 'from', at: { warning: 100, critical: 1000 } };
const below: Thresholds = { direction: 'below', at: { warning: 0.25, critical: 0.1 } };
/** A signal with one level alone is among the widest type's values, though the type does not say so. */
const only = (direction: Thresholds['direction'], level: Level, value: number): Thresholds => ({
  direction,
  at: { [level]: value } as Thresholds['at'],
});

function written(steps: readonly Step[]): string {
  return steps.map(({ from, colour }) => (from === -Infinity ? colour : `${colour} from ${from}`)).join(', ');
}

describe('regions()', () => {
  test.each<[string, Thresholds | undefined, string]>([
    ['from', from, 'green, orange from 100, red from 1000'],
    ['below', below, 'red, orange from 0.1, green from 0.25'],
    ['below, with zero', { direction: 'below', at: { warning: 5, critical: 0 } }, 'red, orange from 0, green from 5'],
    ['from, warning alone', only('from', 'warning', 5), 'green, orange from 5'],
    ['from, critical alone', only('from', 'critical', 5), 'green, red from 5'],
    ['below, warning alone', only('below', 'warning', 5), 'orange, green from 5'],
    ['below, critical alone', only('below', 'critical', 5), 'red, green from 5'],
    ['none', undefined, 'green'],
  ])('%s', (_, thresholds, steps) => {
    expect(written(regions(thresholds))).toBe(steps);
  });

  test('another colour for what is fine and for no thresholds, another scale', () => {
    expect(written(regions(from, { fine: 'blue', factor: 1000 }))).toBe('blue, orange from 100000, red from 1000000');
    expect(written(regions(undefined, { neutral: 'text' }))).toBe('text');
  });

  test('every value has the colour of the level that it has reached', () => {
    const thresholds = fc
      .record({
        direction: fc.constantFrom<Thresholds['direction']>('from', 'below'),
        a: fc.integer(),
        b: fc.integer(),
      })
      .filter(({ a, b }) => a !== b)
      .map(({ direction, a, b }): Thresholds => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const at = direction === 'from' ? { warning: low, critical: high } : { warning: high, critical: low };
        return { direction, at };
      });
    fc.assert(
      fc.property(thresholds, fc.integer(), (of, value) => {
        // Grafana's rule: the last step that the value has reached.
        const step = regions(of).findLast(({ from }) => value >= from);
        expect(step?.colour).toBe(levelColour(levelOf(value, of)));
      }),
      { seed: 42 },
    );
  });
});

describe('limitLines()', () => {
  test.each<[string, Thresholds | undefined, string]>([
    ['from', from, 'transparent, orange from 100, red from 1000'],
    ['below', below, 'transparent, red from 0.1, orange from 0.25'],
    ['below nothing: a line on the axis says nothing', only('below', 'warning', 0), 'transparent'],
    ['none', undefined, 'green'],
  ])('%s: each line has the colour of its own level', (_, thresholds, steps) => {
    expect(written(limitLines(thresholds))).toBe(steps);
  });
});

describe('levelOf()', () => {
  test.each<[number, Thresholds, Level | undefined]>([
    [99, from, undefined],
    [100, from, 'warning'],
    [999, from, 'warning'],
    [1000, from, 'critical'],
    [0, only('from', 'critical', 1), undefined],
    [1, only('from', 'critical', 1), 'critical'],
    [0.25, below, undefined],
    [0.2, below, 'warning'],
    [0.05, below, 'critical'],
    [4, only('below', 'warning', 5), 'warning'],
  ])('%d', (value, thresholds, level) => {
    expect(levelOf(value, thresholds)).toBe(level);
  });
});
