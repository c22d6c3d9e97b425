/** Which kind of legend a panel has. */
import * as decided from '../../model/look/legend.ts';
import type { LegendOptions } from '../../model/panel-options.ts';
import type { ResolvedPanel } from '../../model/resolved.ts';

export interface LegendLook extends Omit<decided.LegendLook, 'show'> {
  readonly kind: decided.LegendLook['show'];
}

export function legendLook(panel: ResolvedPanel, options?: LegendOptions): LegendLook {
  const { show: kind, ...look } = decided.legendLook(panel, options);
  return { kind, ...look };
}
