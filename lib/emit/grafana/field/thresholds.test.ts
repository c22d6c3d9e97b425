import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level, Thresholds } from '../../../model/field.ts';
import type { ThresholdsConfig } from '../schema.ts';
import { COLOUR_OF, FINE, levelOf, limitAreas, limitLines, regions } from './thresholds.ts';

const above: Thresholds = { direction: 'above', at: { warning: 100, critical: 1000 } };
const below: Thresholds = { direction: 'below', at: { warning: 0.25, critical: 0.1 } };
/** A signal with one level alone is among the widest type's values, though the type does not say so. */
const only = (direction: Thresholds['direction'], level: Level, value: number): Thresholds => ({
  direction,
  at: { [level]: value } as Thresholds['at'],
});

function steps({ steps: of }: ThresholdsConfig): string {
  return of.map(({ color, value }) => `${color} ${value}`).join(', ');
}

describe('regions()', () => {
  it.each<[string, Thresholds | undefined, string]>([
    ['above', above, 'green null, orange 100, red 1000'],
    ['below', below, 'red null, orange 0.1, green 0.25'],
    ['above, warning alone', only('above', 'warning', 5), 'green null, orange 5'],
    ['above, critical alone', only('above', 'critical', 5), 'green null, red 5'],
    ['below, warning alone', only('below', 'warning', 5), 'orange null, green 5'],
    ['below, critical alone', only('below', 'critical', 5), 'red null, green 5'],
    ['above nothing', only('above', 'critical', 0), 'green null, red 0.001'],
    ['none', undefined, 'green null'],
  ])('%s', (_, thresholds, expected) => {
    expect(steps(regions(thresholds))).toBe(expected);
  });

  it('takes another colour for what is fine, for no thresholds, and another scale', () => {
    expect(steps(regions(above, { fine: 'blue', factor: 1000 }))).toBe('blue null, orange 100000, red 1000000');
    expect(steps(regions(undefined, { neutral: 'text' }))).toBe('text null');
  });

  it('colours every value by the level that it has reached', () => {
    const thresholds = fc
      .record({ direction: fc.constantFrom('above', 'below'), a: fc.integer(), b: fc.integer() })
      .filter(({ a, b }) => a !== b)
      .map(({ direction, a, b }): Thresholds => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const at = direction === 'above' ? { warning: low, critical: high } : { warning: high, critical: low };
        return { direction: direction === 'above' ? 'above' : 'below', at };
      });
    fc.assert(
      fc.property(thresholds, fc.integer(), (of, value) => {
        // At the very limit Grafana's step has begun and an alert has not fired.
        fc.pre(!Object.values(of.at).includes(value));
        // Grafana's rule: the last step that is not above the value.
        const step = regions(of).steps.findLast((one) => one.value === null || value >= one.value);
        const level = levelOf(value, of);
        expect(step?.color).toBe(level === undefined ? FINE : COLOUR_OF[level]);
      }),
      { seed: 42 },
    );
  });
});

describe('limitLines()', () => {
  it.each<[string, Thresholds | undefined, string]>([
    ['above', above, 'transparent null, orange 100, red 1000'],
    ['below', below, 'transparent null, red 0.1, orange 0.25'],
    ['above nothing: a line on the axis says nothing', only('above', 'warning', 0), 'transparent null'],
    ['none', undefined, 'green null'],
  ])('%s: each line has the colour of its own level', (_, thresholds, expected) => {
    expect(steps(limitLines(thresholds))).toBe(expected);
  });
});

describe('limitAreas()', () => {
  it('leaves what is fine without colour', () => {
    expect(steps(limitAreas(below))).toBe('red null, orange 0.1, transparent 0.25');
  });
});

describe('levelOf()', () => {
  it.each<[number, Thresholds, Level | undefined]>([
    [99, above, undefined],
    [100, above, undefined],
    [101, above, 'warning'],
    [1001, above, 'critical'],
    [0, only('above', 'critical', 0), undefined],
    [0.1, only('above', 'critical', 0), 'critical'],
    [0.25, below, undefined],
    [0.2, below, 'warning'],
    [0.05, below, 'critical'],
    [4, only('below', 'warning', 5), 'warning'],
  ])('%d', (value, thresholds, expected) => {
    expect(levelOf(value, thresholds)).toBe(expected);
  });
});
