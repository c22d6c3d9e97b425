/** Which of Grafana's display units a line is shown in. */
import type { ResolvedPanel, ResolvedQuery } from '../../../model/resolved.ts';
import { defaultDisplayUnit } from '../../../units/display.ts';
import { sameUnit, type Unit } from '../../../units/unit.ts';

const DATE = /^(?:dateTime|time:)/;

/** True for display units that take milliseconds since 1970. */
export function isDate(display: string): boolean {
  return DATE.test(display);
}

/** The display unit of the panel's main axis; nothing for kinds that show no numbers. */
export function panelDisplay({ display, unit }: ResolvedPanel): string | undefined {
  return display ?? (unit && defaultDisplayUnit(unit));
}

/** The display unit of one line: what its override says, else the panel's where the unit is the same. */
export function lineDisplay(panel: ResolvedPanel, query: ResolvedQuery): string {
  const override = panel.overrides.find(({ line }) => line === query.key);
  if (override?.display !== undefined) return override.display;
  return unitDisplay(panel, override?.unit ?? query.unit);
}

function unitDisplay(panel: ResolvedPanel, unit: Unit): string {
  const asPanel = panel.unit !== undefined && sameUnit(panel.unit, unit);
  return (asPanel ? panelDisplay(panel) : undefined) ?? defaultDisplayUnit(unit);
}

/** What a number of the unit is multiplied by where it is shown: thresholds and limits follow the query. */
export function shownFactor(unit: Unit | undefined, display: string | undefined): number {
  return unit?.of === 'timestamp' && display !== undefined && isDate(display) ? 1000 : 1;
}
