/** A tile's texts and its history keep out of each other's way, whatever the tile's shape and the reader's font. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elements, PROPORTIONAL, textBoxes } from '../../../test/support/svg.ts';
import { NOW } from '../../sample/time.ts';
import { themes } from '../theme.ts';
import { drawTile, type Tile, tileSize } from './tile.ts';

const context = { theme: themes.dark, range: { from: NOW - 3_600_000, to: NOW } };

function tile(values: readonly number[], others: Partial<Tile> = {}): Tile {
  const shown = { value: { text: '4.23', suffix: ' votes/s' }, title: 'now', level: '#73BF69', text: '#73BF69' };
  return { ...shown, history: { values, min: 0 }, ...others };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function drawn(of: Tile, { width, height }: Size) {
  const cell = { x: 0, y: 40, width, height };
  const lines = drawTile(of, cell, tileSize(of, cell), context);
  const all = elements(`<svg font-size="12">${lines.join('')}</svg>`);
  const paths = all.filter(({ name }) => name === 'path').map(({ attributes: { d = '' } }) => highest(d));
  return { all, top: Math.min(...paths), paths: paths.length };
}

/** The smallest y that a path of relative steps reaches. */
function highest(d: string): number {
  let y = 0;
  let top = Infinity;
  for (const [, letter = '', numbers = ''] of d.matchAll(/([Mlhvz])([^Mlhvz]*)/g)) {
    const [first = 0, second = 0] = (numbers.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    if (letter === 'M') y = second;
    if (letter === 'l') y += second;
    if (letter === 'v') y += first;
    top = Math.min(top, y);
  }
  return top;
}

const values = [3, 8, 1, 5];

describe('a history', () => {
  test.each([
    ['a tile as high as wide', { width: 196, height: 206 }, 2],
    ['a wide one', { width: 400, height: 120 }, 2],
    ['one that is too low for it', { width: 200, height: 90 }, 0],
    ['a wide one that is too low for it', { width: 400, height: 48 }, 0],
  ])('in %s', (_, size, paths) => {
    expect(drawn(tile(values), size).paths).toBe(paths);
  });

  test.each(PROPORTIONAL)('goes neither through the number nor through its name, in %s', (font) => {
    const sizes = fc.record({
      width: fc.integer({ min: 120, max: 900 }),
      height: fc.integer({ min: 101, max: 400 }),
    });
    const texts = fc.constantFrom('4.23', '1', '10,234,567.89', 'Up');
    const suffixes = fc.constantFrom('', ' votes/s', '%', ' connections');
    fc.assert(
      fc.property(
        sizes,
        texts,
        suffixes,
        fc.array(fc.nat(99), { minLength: 2, maxLength: 9 }),
        (size, text, suffix, of) => {
          const { all, top } = drawn(tile(of, { value: { text, suffix } }), size);
          const lowest = Math.max(...textBoxes(all, font).map(({ bottom }) => bottom));
          expect(lowest).toBeLessThanOrEqual(top + 1);
        },
      ),
      { seed: 42, numRuns: 60 },
    );
  });

  test('ends at a limit, or at a higher value', () => {
    const size = { width: 196, height: 206 };
    const top = (values: readonly number[], max?: number): number =>
      drawn(tile(values, { history: { values, min: 0, max } }), size).top;
    expect(top([1, 2], 20)).toBeGreaterThan(top([1, 2]) + 50);
    expect(top([1, 40], 20)).toBe(top([1, 40]));
  });

  test('has a name above it as large as it is told', () => {
    const size = { width: 196, height: 206 };
    const largest = (nameSize: number): readonly (string | undefined)[] =>
      drawn(tile(values, { nameSize }), size)
        .all.filter(({ name }) => name === 'text')
        .map(({ attributes }) => attributes['font-size']);
    // 12 is that of the picture itself.
    expect([largest(12)[0], largest(20)[0]]).toEqual([undefined, '20']);
  });

  test('begins at 0, so that a small change looks small', () => {
    const size = { width: 196, height: 206 };
    const flat = drawn(tile([100, 101]), size);
    const steep = drawn(tile([100, 101], { history: { values: [100, 101], min: undefined } }), size);
    const span = (found: typeof flat): number => {
      const line = found.all.filter(({ name }) => name === 'path').at(-1)?.attributes.d ?? '';
      return Math.abs(Number(/l\S+?(-[\d.]+)$/.exec(line)?.[1] ?? 0));
    };
    expect(span(flat)).toBeLessThan(3);
    expect(span(steep)).toBeGreaterThan(50);
  });
});
