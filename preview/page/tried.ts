/** A panel's settings as tried in the page: only what is seen changes, never a file. */
import type { PanelJson, ThresholdStep } from '../protocol.ts';

export interface Tried {
  readonly title?: string;
  readonly unit?: string;
  readonly width?: number;
  readonly warning?: number;
  readonly critical?: number;
  readonly direction?: 'from' | 'below';
}

const COLUMNS = 24;

/** The panels with what is tried in their place. */
export function tried(panels: readonly PanelJson[], changes: ReadonlyMap<number, Tried>): readonly PanelJson[] {
  if (changes.size === 0) return panels;
  return panels.map((panel) => {
    const change = changes.get(panel.id);
    const inside = panel.panels === undefined ? {} : { panels: tried(panel.panels, changes) };
    return change === undefined ? { ...panel, ...inside } : withChange({ ...panel, ...inside }, change);
  });
}

function withChange(panel: PanelJson, change: Tried): PanelJson {
  const steps = stepsOf(change);
  const defaults = {
    ...panel.fieldConfig?.defaults,
    ...(change.unit === undefined ? {} : { unit: change.unit }),
    ...(steps === undefined ? {} : { thresholds: { mode: 'absolute', steps } }),
  };
  const w = Math.min(change.width ?? panel.gridPos.w, COLUMNS - panel.gridPos.x);
  return {
    ...panel,
    title: change.title ?? panel.title,
    gridPos: { ...panel.gridPos, w },
    fieldConfig: { defaults, overrides: panel.fieldConfig?.overrides ?? [] },
  };
}

function stepsOf({ warning, critical, direction = 'from' }: Tried): readonly ThresholdStep[] | undefined {
  if (warning === undefined && critical === undefined) return undefined;
  const at = (color: string, value: number | undefined): readonly ThresholdStep[] =>
    value === undefined ? [] : [{ color, value }];
  if (direction === 'from') return [{ color: 'green', value: null }, ...at('orange', warning), ...at('red', critical)];
  const worst = critical === undefined ? 'orange' : 'red';
  const between = critical === undefined ? [] : at(warning === undefined ? 'green' : 'orange', critical);
  return [{ color: worst, value: null }, ...between, ...at('green', warning)];
}

/** The TypeScript to paste, as settings of the panel and of its signal. */
export function pasteText(panel: PanelJson, change: Tried): string {
  const settings = [
    ...(change.title === undefined ? [] : [`title: ${quoted(change.title)},`]),
    ...(change.unit === undefined ? [] : [`display: ${quoted(change.unit)},`]),
    ...(change.width === undefined ? [] : [`width: ${change.width},`]),
  ];
  const levels = [
    ...(change.warning === undefined ? [] : [`warning: ${change.warning}`]),
    ...(change.critical === undefined ? [] : [`critical: ${change.critical}`]),
  ];
  return [
    ...(settings.length === 0 ? [] : [`// the panel ${quoted(panel.title)}`, ...settings]),
    ...(levels.length === 0
      ? []
      : [
          '// its signal: the alerts on it read the same limits',
          `thresholds: { ${change.direction ?? 'from'}: { ${levels.join(', ')} } },`,
        ]),
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;
}
