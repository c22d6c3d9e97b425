/** Sizes that nobody should have, and somebody has: they take time in proportion, and end. */
import { describe, expect, it } from 'vitest';
import { textSide } from '../../lib/read/side.ts';
import { type Report, review } from '../../lib/review/review.ts';

interface Size {
  readonly dashboards: number;
  readonly panels: number;
  /** How many of the dashboards have another window. */
  readonly changed: number;
  /** What each panel says of itself. */
  readonly text?: string;
}

function files(
  { dashboards, panels, text = '' }: Size,
  window: (dashboard: number) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: dashboards }, (_, at) => [
      `d${at}.json`,
      JSON.stringify({
        uid: `d${at}`,
        title: `Dashboard ${at}`,
        schemaVersion: 42,
        panels: Array.from({ length: panels }, (_, id) => ({
          id,
          title: `Panel ${id}`,
          type: 'timeseries',
          description: text,
          gridPos: { x: 0, y: 8 * id, w: 24, h: 8 },
          targets: [{ refId: 'A', expr: `sum by (service) (rate(requests_${id}_total[${window(at)}]))` }],
        })),
      }),
    ]),
  );
}

function compared(size: Size): Report {
  const before = textSide(
    'before',
    files(size, () => '5m'),
  );
  const after = textSide(
    'after',
    files(size, (at) => (at < size.changed ? '10m' : '5m')),
  );
  return review(before, after);
}

describe('a review of', () => {
  it('5,000 dashboards of which one changed says what changed in that one', () => {
    const report = compared({ dashboards: 5000, panels: 2, changed: 1 });
    expect(report.changedFiles).toBe(1);
    expect(report.findings.map(({ sentence }) => sentence)).toEqual([
      "'Panel 0': window 5m → 10m.",
      "'Panel 1': window 5m → 10m.",
    ]);
  });

  it('one dashboard of 10 MB says what changed in each of its panels', () => {
    const size = { dashboards: 1, panels: 4000, changed: 1, text: 'x'.repeat(2500) };
    expect(files(size, () => '5m')['d0.json']?.length).toBeGreaterThan(10_000_000);
    expect(compared(size).findings).toHaveLength(4000);
  }, 60_000);

  it.each([
    ['a.json', '['.repeat(100_000)],
    ['a.json', `{"title":"a","schemaVersion":42,"panels":[],"x":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`],
    [
      'a.yml',
      `${Array.from({ length: 40 }, (_, at) => `a${at}: &a${at} [${`*a${at - 1},`.repeat(at === 0 ? 0 : 9)}]`).join('\n')}\n`,
    ],
    ['a.yml', `a: ${'['.repeat(20_000)}`],
  ])('%s that is nested without end is a file that cannot be read, %#', (path, text) => {
    const report = review(textSide('before', { [path]: '{}' }), textSide('after', { [path]: text }));
    expect(report.findings.map(({ kind }) => kind)).toEqual(['file-unreadable']);
  });
});
