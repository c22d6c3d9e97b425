/** What a query's series are called where nothing says it, and which of Grafana's display units they are shown in. */
import { defaultDisplayUnit } from '../../units/display.ts';
import { sameUnit, type Unit } from '../../units/unit.ts';
import type { ShownPanel, ShownQuery } from '../resolved.ts';

/** The name of a query whatever its series: its legend where that is plain text, else the name of its signal. */
export function queryName({ legend, signal }: ShownQuery): string {
  const plain = legend.pieces.every((piece) => typeof piece === 'string');
  return plain && legend.pieces.length > 0 ? legend.pieces.join('') : signal.name;
}

/** The display unit of the panel's main axis; nothing where the panel has no unit of its own. */
export function panelDisplay({ display, unit }: ShownPanel): string | undefined {
  return display ?? (unit && defaultDisplayUnit(unit));
}

/** The display unit of one query: what its override says, else the panel's where the unit is the same. */
export function queryDisplay(panel: ShownPanel, query: ShownQuery): string {
  const override = panel.overrides.find((override) => override.query === query.key);
  if (override?.display !== undefined) return override.display;
  return unitDisplay(panel, override?.unit ?? query.unit);
}

function unitDisplay(panel: ShownPanel, unit: Unit): string {
  const asPanel = panel.unit !== undefined && sameUnit(panel.unit, unit);
  return (asPanel ? panelDisplay(panel) : undefined) ?? defaultDisplayUnit(unit);
}

const DATE = /^(?:dateTime|time:)/;

/** What a number of the unit is multiplied by where it is shown: dates are milliseconds, Prometheus has seconds. */
export function shownFactor(unit: Unit | undefined, display: string | undefined): number {
  return unit?.of === 'timestamp' && display !== undefined && DATE.test(display) ? 1000 : 1;
}
