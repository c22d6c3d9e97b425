/** The parts of the page that need no browser. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { perBucket } from '../../preview/page/grafana/buckets.ts';
import { layOut } from '../../preview/page/layout.ts';
import { pasteText } from '../../preview/page/paste.ts';
import { reused } from '../../preview/page/reused.ts';
import { moment } from '../../preview/page/time.ts';
import type { Limits, PanelInfo, PanelJson, Tried } from '../../preview/protocol.ts';
import { troublesIn } from '../../preview/server/compiler.ts';
import { DRAWN_WITH } from '../../preview/server/install.ts';
import { tryRequest } from '../../preview/server/request.ts';
import { root } from '../../scripts/project.ts';

function panel(
  id: number,
  [x, y, w, h]: readonly [number, number, number, number],
  more: Partial<PanelJson> = {},
): PanelJson {
  return { id, type: 'stat', title: `Panel ${id}`, gridPos: { x, y, w, h }, ...more };
}

describe('the layout', () => {
  const row = panel(1, [0, 0, 24, 1], { type: 'row', collapsed: true, panels: [panel(2, [0, 1, 12, 4])] });
  const below = panel(3, [0, 1, 24, 1], { type: 'row', panels: [] });
  const last = panel(4, [12, 2, 12, 4]);
  const tops = (open: boolean, width = 1_192) =>
    layOut([row, below, last], width, () => open).map(({ panel: { id }, left, top, width: wide }) => [
      id,
      left,
      top,
      wide,
    ]);

  it.each([
    [
      'folded rows take no room',
      false,
      1_192,
      [
        [1, 0, 0, 1_192],
        [3, 0, 38, 1_192],
      ],
    ],
    [
      'open rows push down what follows',
      true,
      1_192,
      [
        [1, 0, 0, 1_192],
        [2, 0, 38, 592],
        [3, 0, 190, 1_192],
        [4, 600, 228, 592],
      ],
    ],
    [
      'on a narrow page all stand one below the other',
      true,
      390,
      [
        [1, 0, 0, 390],
        [2, 0, 38, 390],
        [3, 0, 190, 390],
        [4, 0, 228, 390],
      ],
    ],
  ])('%s', (_, open, width, expected) => {
    expect(tops(open, width)).toEqual(expected);
  });
});

describe('a new state', () => {
  it('keeps what did not change, also behind something new', () => {
    const before = {
      list: [
        { id: 1, a: { b: 1 } },
        { id: 2, a: { b: 2 } },
      ],
    };
    const next = reused(before, {
      list: [
        { id: 0, a: { b: 0 } },
        { id: 1, a: { b: 1 } },
        { id: 2, a: { b: 3 } },
      ],
    });
    expect(next.list[1]).toBe(before.list[0]);
    expect(next.list[2]).not.toBe(before.list[1]);
    expect(next).toEqual({
      list: [
        { id: 0, a: { b: 0 } },
        { id: 1, a: { b: 1 } },
        { id: 2, a: { b: 3 } },
      ],
    });
    expect(reused(before, structuredClone(before))).toBe(before);
  });
});

describe('times', () => {
  it.each([
    ['now', 1_000_000_000],
    ['now-1h', 1_000_000_000 - 3_600_000],
    ['123', 123],
    ['yesterday', undefined],
  ])('%s', (text, expected) => {
    expect(moment(text, 1_000_000_000)).toBe(expected);
  });
});

describe('what is tried', () => {
  const info: PanelInfo = {
    id: 7,
    key: 'speed',
    place: 'dashboards/shop.ts:12',
    displays: ['s'],
    limitedBy: [{ signal: 'order-speed', place: 'signals/shop.ts:4' }],
    queries: [],
    alerts: [],
    troubles: [],
    mark: '',
  };
  const below: Limits = { direction: 'below', at: { warning: 5, critical: 1 }, reason: "it's usual" };

  it.each<[string, PanelInfo, Tried, string]>([
    [
      'settings',
      info,
      { title: "It's", width: 6 },
      "// dashboards/shop.ts:12, panel speed\ntitle: 'It\\'s',\nwidth: 6,",
    ],
    [
      'limits with their direction and reason, at the signal',
      info,
      { thresholds: below },
      "// signals/shop.ts:4, signal order-speed, for its alerts too\nthresholds: { below: { warning: 5, critical: 1 }, reason: 'it\\'s usual' },",
    ],
    [
      "the panel's own limits, at the panel",
      { ...info, limitedBy: [] },
      { thresholds: { direction: 'from', at: { critical: 9 } } },
      '// dashboards/shop.ts:12, panel speed\nthresholds: { from: { critical: 9 } },',
    ],
    ['nothing', info, {}, ''],
  ])('%s can be pasted', (_, of, change, expected) => {
    expect(pasteText(of, change)).toBe(expected);
  });

  it.each<[string, unknown, boolean]>([
    ['a width', { width: 6 }, true],
    ['limits', { thresholds: below }, true],
    ['a width in words', { width: 'wide' }, false],
    ['a limit in words', { thresholds: { direction: 'from', at: { warning: 'much' } } }, false],
    ['another level', { thresholds: { direction: 'from', at: { fatal: 1 } } }, false],
    ['another setting', { key: 'other' }, false],
  ])('%s', (_, change, isTaken) => {
    const request = { profile: 'p', dashboard: 'd', changes: [{ panel: 7, change }] };
    expect(tryRequest(JSON.stringify(request))).toEqual(isTaken ? request : undefined);
  });
});

it('buckets show what fell into each', () => {
  const series = (le: string, value: string) => ({ metric: { le }, values: [[1, value] as const] });
  const buckets = perBucket([series('+Inf', '10'), series('0.1', '3'), series('1', '7')]);
  expect(buckets.map(({ metric, values }) => [metric.le, values[0]?.[1]])).toEqual([
    ['0.1', '3'],
    ['1', '4'],
    ['+Inf', '3'],
  ]);
});

it("the compiler's messages become problems with their places", () => {
  const output = "dashboards/a.ts(12,3): error TS2322: Type 'x' is wrong.\n  Type 'x' is not 'y'.\nnoise\n";
  expect(troublesIn(output)).toEqual([
    {
      what: 'dashboards/a.ts:12',
      place: 'dashboards/a.ts:12',
      by: 'TypeScript TS2322',
      lines: ["Type 'x' is wrong.", "Type 'x' is not 'y'."],
    },
  ]);
});

describe('the page', () => {
  /** The files that one reaches by imports of values. */
  const reached = (file: string, found: Set<string> = new Set()): ReadonlySet<string> => {
    if (found.has(file)) return found;
    found.add(file);
    for (const [, names = '', path = ''] of readFileSync(join(root, file), 'utf8').matchAll(VALUE_IMPORT)) {
      if (!names.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')))
        reached(join(dirname(file), path), found);
    }
    return found;
  };

  it('is bundled anew when anything of the library changes that it draws with', () => {
    const library = [...reached('lib/picture/panel.ts')];
    expect(library.length).toBeGreaterThan(30);
    expect(library.filter((file) => !DRAWN_WITH.some((room) => file.startsWith(`${room}/`)))).toEqual([]);
  });
});

const VALUE_IMPORT = /^import \{([^}]*)\} from '(\.[^']+)'/gm;

describe('the colours of the page', () => {
  const css = readFileSync(`${root}preview/page/page.css`, 'utf8');
  const themes = [...css.matchAll(/:root(?:\[[^\]]*\])? \{([^}]*)\}/g)].map(([, body = '']) =>
    Object.fromEntries(
      [...body.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name = '', colour = '']) => [name, colour]),
    ),
  );
  it.each(['text', 'faint', 'link'])('%s can be read on every ground of both themes', (name) => {
    expect(themes).toHaveLength(2);
    for (const theme of themes) {
      for (const ground of ['page', 'raised']) {
        expect(contrast(theme[name] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

/** WCAG 2.2: the ratio of relative luminances. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
