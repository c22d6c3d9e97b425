/** Whether a panel has a legend, and of which kind. */
import type { Calculation, LegendOptions } from '../../model/panel-options.ts';
import type { ResolvedPanel } from '../../model/resolved.ts';
import { hasOneLine } from './names.ts';

export interface LegendLook {
  readonly kind: 'list' | 'table' | 'none';
  readonly place: 'bottom' | 'right';
  readonly calculations: readonly Calculation[];
}

/** Calculations make it a table; a panel with one line in all has none, since its title says what the line is. */
export function legendLook(panel: ResolvedPanel, options: LegendOptions = {}): LegendLook {
  const { show, place = 'bottom', calculations = [] } = options;
  const usual = hasOneLine(panel) ? 'none' : 'list';
  return { kind: show ?? (calculations.length > 0 ? 'table' : usual), place, calculations };
}
