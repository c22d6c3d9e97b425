/** Which of Grafana's display units a line is shown in. */
import type { ResolvedPanel, ResolvedQuery } from '../../model/resolved.ts';
import { defaultDisplayUnit } from '../../units/display.ts';
import { sameUnit, type Unit } from '../../units/unit.ts';

/** The display unit of the panel's main axis; plain numbers where the panel has no unit. */
export function panelDisplay({ display, unit }: ResolvedPanel): string {
  return display ?? (unit === undefined ? 'none' : defaultDisplayUnit(unit));
}

/** The display unit of one line: what its override says, else the panel's where the unit is the same. */
export function lineDisplay(panel: ResolvedPanel, query: ResolvedQuery): string {
  const override = panel.overrides.find(({ line }) => line === query.key);
  if (override?.display !== undefined) return override.display;
  const unit = override?.unit ?? query.unit;
  if (panel.unit !== undefined && sameUnit(panel.unit, unit)) return panelDisplay(panel);
  return defaultDisplayUnit(unit);
}

const DATE = /^(?:dateTime|time:)/;

/** What a number of the unit is multiplied by where it is shown: dates take milliseconds. */
export function shownFactor(unit: Unit | undefined, display: string): number {
  return unit?.of === 'timestamp' && DATE.test(display) ? 1000 : 1;
}
