/** Where panels stand: on 24 columns, none upon another. */

export interface Placed {
  readonly id?: number;
  readonly title?: string;
  readonly type?: string;
  readonly gridPos?: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
}

const NOWHERE = { x: -1, y: -1, w: 0, h: 0 };

/** What is wrong with the place of one panel. */
export function placeProblems({ title, type, gridPos = NOWHERE }: Placed): string[] {
  const { x, y, w, h } = gridPos;
  const onGrid = [x, y, w, h].every(Number.isInteger) && x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= 24;
  const asRow = type !== 'row' || (x === 0 && w === 24 && h === 1);
  return onGrid && asRow ? [] : [`panel '${title}' stands at ${JSON.stringify(gridPos)}`];
}

/** The pairs of panels that cover each other. */
export function overlaps(panels: readonly Placed[]): string[] {
  return panels.flatMap((panel, index) =>
    panels
      .slice(index + 1)
      .flatMap((other) => (cover(panel, other) ? [`'${panel.title}' covers '${other.title}'`] : [])),
  );
}

function cover({ gridPos: a = NOWHERE }: Placed, { gridPos: b = NOWHERE }: Placed): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
