/** Where repeated panels and rows stand, in Grafana's classic JSON: no definition of ours can repeat a row. */
import { describe, expect, it } from 'vitest';
import { layOut } from '../../preview/page/layout.ts';
import { repeated } from '../../preview/page/repeat.ts';
import type { PanelJson } from '../../preview/protocol.ts';

const SERVICES = ['db', 'redis', 'vote'];
const valuesOf = (variable: string): readonly string[] => (variable === 'service' ? SERVICES : []);

function panel(
  id: number,
  [x, y, w, h]: readonly [number, number, number, number],
  more: Partial<PanelJson> = {},
): PanelJson {
  return { id, type: 'stat', title: `Panel ${id}`, gridPos: { x, y, w, h }, ...more };
}

/** Which panel, for which value, and where. */
function places(panels: readonly PanelJson[]): readonly unknown[] {
  return panels.map(({ id, copy, gridPos: { x, y, w, h } }) => [copy?.of ?? id, copy?.values.service, x, y, w, h]);
}

const h = { repeat: 'service', repeatDirection: 'h' } as const;
const v = { repeat: 'service', repeatDirection: 'v' } as const;

describe('repeated panels', () => {
  it.each([
    [
      'side by side over the whole width; the rest moves below them',
      [panel(1, [0, 0, 6, 4], h), panel(2, [6, 0, 6, 4]), panel(3, [0, 4, 24, 2])],
      [
        [1, 'db', 0, 0, 8, 4],
        [1, 'redis', 8, 0, 8, 4],
        [1, 'vote', 16, 0, 8, 4],
        [2, undefined, 6, 4, 6, 4],
        [3, undefined, 0, 8, 24, 2],
      ],
    ],
    [
      'no more than fit a line',
      [panel(1, [0, 0, 6, 4], { ...h, maxPerRow: 2 }), panel(3, [0, 4, 24, 2])],
      [
        [1, 'db', 0, 0, 12, 4],
        [1, 'redis', 12, 0, 12, 4],
        [1, 'vote', 0, 4, 12, 4],
        [3, undefined, 0, 8, 24, 2],
      ],
    ],
    [
      'one below the other, beside what is there',
      [panel(1, [0, 0, 6, 4], v), panel(2, [6, 0, 6, 4]), panel(3, [0, 4, 24, 2])],
      [
        [1, 'db', 0, 0, 6, 4],
        [1, 'redis', 0, 4, 6, 4],
        [1, 'vote', 0, 8, 6, 4],
        [2, undefined, 6, 0, 6, 4],
        [3, undefined, 0, 12, 24, 2],
      ],
    ],
    [
      'as they are where the variable has no values',
      [panel(1, [0, 0, 6, 4], { ...h, repeat: 'nothing' })],
      [[1, undefined, 0, 0, 6, 4]],
    ],
  ])('stand %s', (_, panels, expected) => {
    expect(places(repeated(panels, valuesOf))).toEqual(expected);
  });

  it('have ids of their own, which stay when another value is chosen', () => {
    const ids = (values: readonly string[]) => repeated([panel(1, [0, 0, 6, 4], h)], () => values).map(({ id }) => id);
    expect(new Set(ids(SERVICES)).size).toBe(3);
    expect(ids(['db', 'redis'])).toEqual(ids(SERVICES).slice(0, 2));
  });
});

describe('repeated rows', () => {
  const below = panel(9, [0, 6, 24, 1], { type: 'row', panels: [] });
  const last = panel(10, [0, 7, 24, 2]);

  it('stand one after the other with what is in them', () => {
    const row = panel(1, [0, 0, 24, 1], { type: 'row', repeat: 'service', panels: [] });
    const panels = [row, panel(2, [0, 1, 12, 5]), panel(3, [12, 1, 12, 5]), below, last];
    expect(places(repeated(panels, valuesOf))).toEqual([
      ...SERVICES.flatMap((value, index) => [
        [1, value, 0, 6 * index, 24, 1],
        [2, value, 0, 6 * index + 1, 12, 5],
        [3, value, 12, 6 * index + 1, 12, 5],
      ]),
      [9, undefined, 0, 18, 24, 1],
      [10, undefined, 0, 19, 24, 2],
    ]);
  });

  it('fold and unfold each on its own, the panels in them repeated as well', () => {
    const inside = [panel(2, [0, 1, 6, 5], { ...v, repeat: 'service' })];
    const row = panel(1, [0, 0, 24, 1], { type: 'row', repeat: 'service', collapsed: true, panels: inside });
    const panels = repeated([row, { ...below, gridPos: { ...below.gridPos, y: 1 } }], valuesOf);
    const [, second] = panels;
    const tops = layOut(panels, 1_192, ({ id }) => id === second?.id).map(({ panel: { title }, top }) => [title, top]);
    expect(tops).toEqual([
      ['Panel 1', 0],
      ['Panel 1', 38],
      ['Panel 2', 76],
      ['Panel 2', 266],
      ['Panel 2', 456],
      ['Panel 1', 646],
      ['Panel 9', 684],
    ]);
  });
});
