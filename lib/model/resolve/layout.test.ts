import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, panelId, placeLine, sizeFaults, widths } from './layout.ts';

const open = { height: 4 };
const fixed = (width: number) => ({ height: 4, width });

describe('widths', () => {
  it.each([
    [[open], [24]],
    [
      [open, open, open, open, open],
      [5, 5, 5, 5, 4],
    ],
    [Array.from({ length: 7 }, () => open), [4, 4, 4, 3, 3, 3, 3]],
    [
      [fixed(10), open, open],
      [10, 7, 7],
    ],
    [
      [open, fixed(16)],
      [8, 16],
    ],
    [[fixed(24)], [24]],
    [
      [fixed(6), fixed(6)],
      [6, 6],
    ],
    [[fixed(18), fixed(12)], undefined],
    [[fixed(24), open], undefined],
    [Array.from({ length: 25 }, () => open), undefined],
  ])('%j', (line, expected) => {
    expect(widths(line)).toEqual(expected);
  });
});

describe('placeLine', () => {
  const panels = fc.array(fc.record({ height: fc.integer({ min: 1, max: 12 }) }), { minLength: 1, maxLength: COLUMNS });

  it('fills the line without a gap or an overlap, as high as its tallest panel', () => {
    fc.assert(
      fc.property(panels, fc.nat(100), (line, y) => {
        const { grids, below } = placeLine(line, y);
        let x = 0;
        for (const grid of grids) {
          expect(grid.x).toBe(x);
          expect(grid.y).toBe(y);
          x += grid.w;
        }
        expect(x).toBe(COLUMNS);
        expect(below - y).toBe(Math.max(...line.map(({ height }) => height)));
      }),
      { seed: 42 },
    );
  });
});

// Links to panels hang on these numbers: a change here breaks every one of them.
it.each([
  ['votes-waiting', 779908498],
  ['queue-history', 733220371],
  ['', 166136264],
])('%s', (key, id) => {
  expect(panelId(key)).toBe(id);
});

describe('sizeFaults', () => {
  it.each([
    [{ width: 24, height: 1 }, []],
    [{ height: 8 }, []],
    [{ width: 0, height: 4 }, ['width']],
    [{ width: 25, height: 4 }, ['width']],
    [{ width: 7.5, height: 4 }, ['width']],
    [{ width: -1, height: 0 }, ['width', 'height']],
    [{ width: Number.NaN, height: Number.POSITIVE_INFINITY }, ['width', 'height']],
    [{ height: 1.5 }, ['height']],
  ])('%j: %j', (size, faults) => expect(sizeFaults(size)).toEqual(faults));
});
