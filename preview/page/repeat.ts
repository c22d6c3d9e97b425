/**
 * Rows and panels that stand once for each chosen value of a variable, laid out as Grafana lays them out: panels side
 * by side over the whole width or one below the other, rows one after the other, and everything below moves down.
 */
import type { Labels, PanelJson } from '../protocol.ts';

/** The values of a variable that are chosen; all of them where none is. */
export type ValuesOf = (variable: string) => readonly string[];

/** The panels with those that repeat in the place of each. */
export function repeated(panels: readonly PanelJson[], valuesOf: ValuesOf): readonly PanelJson[] {
  let shift = 0;
  return sectionsOf(panels).flatMap((section) => {
    const [top, bottom] = [topOf(section), bottomOf(section)];
    let next = top + shift;
    const copies = rowCopies(section, valuesOf).flatMap((copy) => {
      const moved = movedBy(withCopies(copy, valuesOf), next - top);
      next = bottomOf(moved);
      return moved;
    });
    shift = next - bottom;
    return copies;
  });
}

/** A row, where there is one, and the panels below it. */
function sectionsOf(panels: readonly PanelJson[]): readonly (readonly PanelJson[])[] {
  const sections: PanelJson[][] = [];
  for (const panel of panels) {
    const last = sections.at(-1);
    if (last === undefined || panel.type === 'row') sections.push([panel]);
    else last.push(panel);
  }
  return sections;
}

function topOf(panels: readonly PanelJson[]): number {
  return Math.min(...panels.map(({ gridPos }) => gridPos.y));
}

function bottomOf(panels: readonly PanelJson[]): number {
  return Math.max(...panels.map(({ gridPos }) => gridPos.y + gridPos.h));
}

function movedBy(panels: readonly PanelJson[], down: number): readonly PanelJson[] {
  return down === 0 ? panels : panels.map((panel) => at(panel, { y: panel.gridPos.y + down }));
}

function at(panel: PanelJson, place: Partial<PanelJson['gridPos']>): PanelJson {
  return { ...panel, gridPos: { ...panel.gridPos, ...place } };
}

/** The emitter's ids are below it: each copy has a range of its own, and each row's copy a thousand of those. */
const IDS = 2 ** 30;
const ROW_IDS = 1_000 * IDS;

function copyOf(panel: PanelJson, values: Labels, id: number): PanelJson {
  return { ...panel, id, copy: { of: panel.copy?.of ?? panel.id, values: { ...panel.copy?.values, ...values } } };
}

function rowCopies(section: readonly PanelJson[], valuesOf: ValuesOf): readonly (readonly PanelJson[])[] {
  const [row] = section;
  const variable = row?.type === 'row' ? row.repeat : undefined;
  const values = variable === undefined ? [] : valuesOf(variable);
  if (variable === undefined || values.length === 0) return [section];
  return values.map((value, index) => {
    const copied = (panel: PanelJson): PanelJson => copyOf(panel, { [variable]: value }, panel.id + index * ROW_IDS);
    return section.map((panel) => ({
      ...copied(panel),
      ...(panel.panels === undefined ? {} : { panels: panel.panels.map(copied) }),
    }));
  });
}

/** A section with its panels repeated; those of a folded row are within the row. */
function withCopies(section: readonly PanelJson[], valuesOf: ValuesOf): readonly PanelJson[] {
  const placed: PanelJson[] = [];
  const inOrder = [...section].sort((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x);
  for (const panel of inOrder) {
    const block = panelCopies(panel, valuesOf);
    placed.push(...movedBy(block, freeFrom(block, placed) - topOf(block)));
  }
  return placed.map((panel) =>
    panel.panels === undefined ? panel : { ...panel, panels: withCopies(panel.panels, valuesOf) },
  );
}

const COLUMNS = 24;
/** Grafana's own. */
const PER_ROW = 4;

function panelCopies(panel: PanelJson, valuesOf: ValuesOf): readonly PanelJson[] {
  const { repeat, repeatDirection, maxPerRow = PER_ROW, gridPos } = panel;
  const values = repeat === undefined || panel.type === 'row' ? [] : valuesOf(repeat);
  if (repeat === undefined || values.length === 0) return [panel];
  const columns = repeatDirection === 'h' ? Math.min(values.length, maxPerRow) : 1;
  const wide = repeatDirection === 'h' ? { x: 0, w: COLUMNS } : gridPos;
  return values.map((value, index) =>
    at(copyOf(panel, { [repeat]: value }, panel.id + index * IDS), {
      x: wide.x + ((index % columns) * wide.w) / columns,
      y: gridPos.y + Math.floor(index / columns) * gridPos.h,
      w: wide.w / columns,
    }),
  );
}

/** The first line from its own on where a block meets nothing that stands already. */
function freeFrom(block: readonly PanelJson[], placed: readonly PanelJson[]): number {
  let y = topOf(block);
  for (;;) {
    const down = y - topOf(block);
    const below = placed.filter((other) => block.some((panel) => meets(panel, down, other)));
    if (below.length === 0) return y;
    y = bottomOf(below);
  }
}

function meets({ gridPos: a }: PanelJson, down: number, { gridPos: b }: PanelJson): boolean {
  const isBeside = a.x + a.w <= b.x || b.x + b.w <= a.x;
  const isAbove = a.y + down + a.h <= b.y || b.y + b.h <= a.y + down;
  return !isBeside && !isAbove;
}
