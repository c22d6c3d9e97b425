/** Where panels stand: on Grafana's grid, or one below the other on a narrow page. */
import type { GridPos, PanelJson } from '../protocol.ts';

export interface Placed {
  readonly panel: PanelJson;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Of a row's title: how many panels are folded away. */
  readonly folded?: number;
}

const COLUMNS = 24;
const CELL = 30;
const GAP = 8;
/** Below this a line of the grid has no room for two panels. */
export const NARROW = 700;

/** All rows and panels that are to be seen, with their places in pixels. */
export function layOut(
  panels: readonly PanelJson[],
  width: number,
  isOpen: (row: PanelJson) => boolean,
): readonly Placed[] {
  const all = unfolded(panels, isOpen);
  return width < NARROW ? below(all, width) : onGrid(all, width);
}

interface Unfolded {
  readonly panel: PanelJson;
  readonly at: GridPos;
  readonly folded?: number;
}

/** Folded rows hold their panels; open ones have them beside them, and push down what follows. */
function unfolded(panels: readonly PanelJson[], isOpen: (row: PanelJson) => boolean): readonly Unfolded[] {
  let shift = 0;
  const rowOf = ownersOf(panels);
  return panels.flatMap((panel): readonly Unfolded[] => {
    const at = { ...panel.gridPos, y: panel.gridPos.y + shift };
    const owner = rowOf.get(panel.id);
    if (owner !== undefined && !isOpen(owner)) return [];
    if (panel.type !== 'row') return [{ panel, at }];
    const inside = panel.panels ?? [];
    if (inside.length === 0) {
      const own = panels.filter((each) => rowOf.get(each.id) === panel);
      if (isOpen(panel)) return [{ panel, at }];
      shift -= heightOf(own);
      return [{ panel, at, folded: own.length }];
    }
    if (!isOpen(panel)) return [{ panel, at, folded: inside.length }];
    const first = Math.min(...inside.map(({ gridPos }) => gridPos.y));
    shift += heightOf(inside);
    const moved = inside.map((each) => ({
      panel: each,
      at: { ...each.gridPos, y: at.y + 1 + each.gridPos.y - first },
    }));
    return [{ panel, at }, ...moved];
  });
}

/** The row above each panel that stands free. */
function ownersOf(panels: readonly PanelJson[]): ReadonlyMap<number, PanelJson> {
  const owners = new Map<number, PanelJson>();
  let row: PanelJson | undefined;
  for (const panel of panels) {
    if (panel.type === 'row') row = panel;
    else if (row !== undefined && (row.panels ?? []).length === 0) owners.set(panel.id, row);
  }
  return owners;
}

function heightOf(panels: readonly PanelJson[]): number {
  if (panels.length === 0) return 0;
  const bottom = Math.max(...panels.map(({ gridPos }) => gridPos.y + gridPos.h));
  return bottom - Math.min(...panels.map(({ gridPos }) => gridPos.y));
}

function onGrid(panels: readonly Unfolded[], width: number): readonly Placed[] {
  const column = (width - (COLUMNS - 1) * GAP) / COLUMNS;
  return panels.map(({ at: { x, y, w, h }, ...rest }) => ({
    ...rest,
    left: x * (column + GAP),
    top: y * (CELL + GAP),
    width: Math.min(w, COLUMNS - x) * (column + GAP) - GAP,
    height: h * (CELL + GAP) - GAP,
  }));
}

function below(panels: readonly Unfolded[], width: number): readonly Placed[] {
  let top = 0;
  return panels.map(({ at, ...rest }) => {
    const height = at.h * (CELL + GAP) - GAP;
    const place = { ...rest, left: 0, top, width, height };
    top += height + GAP;
    return place;
  });
}

/** How high a page of panels is. */
export function pageHeight(places: readonly Placed[]): number {
  return Math.max(0, ...places.map(({ top, height }) => top + height));
}
