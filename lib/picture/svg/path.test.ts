import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { box, type Point, polygon, polyline, simplified } from './path.ts';

const at = (...points: readonly (readonly [number, number])[]): readonly Point[] => points.map(([x, y]) => ({ x, y }));

test.each([
  { points: at(), text: '' },
  { points: at([1, 2]), text: 'M1 2' },
  { points: at([1, 2], [3, 2], [3, 5], [4, 4]), text: 'M1 2h2v3l1-1' },
  { points: at([0.25, -0.5], [0.25, -0.5], [1, 1]), text: 'M.3-.5l.7 1.5' },
])('$text', ({ points, text }) => {
  expect(polyline(points)).toBe(text);
});

test('a polygon is closed, a box is drawn from its corner', () => {
  expect(polygon(at([0, 0], [10, 0], [10, 5]))).toBe('M0 0h10v5z');
  expect(polygon([])).toBe('');
  expect(box(1, 2, 10, 5)).toBe('M1 2h10v5h-10z');
});

/** Where a path is after each of its steps. */
function walked(path: string): readonly Point[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([Mlhv])([^Mlhv]*)/g)].map(([, command = '', rest = '']) => {
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
    const [a = 0, b = 0] = numbers;
    if (command === 'M') [x, y] = [a, b];
    else [x, y] = [x + (command === 'v' ? 0 : a), y + (command === 'h' ? 0 : command === 'v' ? a : b)];
    return { x, y };
  });
}

const coordinate = fc.double({ min: -500, max: 500, noNaN: true });
const points = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 40 });

test('a way of many small steps ends where it should: what is rounded does not add up', () => {
  fc.assert(
    fc.property(points, (way) => {
      const [last, drawn] = [way.at(-1), walked(polyline(way)).at(-1)];
      expect(Math.abs((last?.x ?? 0) - (drawn?.x ?? 0))).toBeLessThanOrEqual(0.051);
      expect(Math.abs((last?.y ?? 0) - (drawn?.y ?? 0))).toBeLessThanOrEqual(0.051);
    }),
    { seed: 42 },
  );
});

describe('simplified', () => {
  test.each([
    { title: 'a straight line needs two points', way: at([0, 0], [1, 1], [2, 2], [9, 9]), kept: at([0, 0], [9, 9]) },
    { title: 'a peak stays', way: at([0, 0], [5, 5], [10, 0]), kept: at([0, 0], [5, 5], [10, 0]) },
    {
      title: 'what is lower than a third of a pixel goes',
      way: at([0, 0], [5, 0.3], [10, 0]),
      kept: at([0, 0], [10, 0]),
    },
    { title: 'a way back is seen', way: at([0, 0], [5, 0], [0, 0]), kept: at([0, 0], [5, 0], [0, 0]) },
  ])('$title', ({ way, kept }) => {
    expect(simplified(way)).toEqual(kept);
  });

  test('no point that is left out was far from what is drawn', () => {
    const increasing = fc.array(coordinate, { minLength: 2, maxLength: 30 }).map((ys) => ys.map((y, x) => ({ x, y })));
    fc.assert(
      fc.property(increasing, (way) => {
        const kept = simplified(way);
        for (const point of way) expect(distanceToWay(point, kept)).toBeLessThanOrEqual(0.41);
      }),
      { seed: 42 },
    );
  });
});

function distanceToWay(point: Point, way: readonly Point[]): number {
  return Math.min(...way.slice(1).map((to, index) => distanceToPart(point, way[index] ?? to, to)));
}

function distanceToPart(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - part * dx, point.y - from.y - part * dy);
}
