/** A panel's options, read as what they should be. */
import type { VizLegendOptions } from '@grafana/schema';
import type { PanelJson } from '../../protocol.ts';

/** An option that is a text. */
export function textOption({ options }: PanelJson, name: string, otherwise: string): string {
  const value = options?.[name];
  return typeof value === 'string' ? value : otherwise;
}

/** An option that is a number. */
export function numberOption({ options }: PanelJson, name: string, otherwise: number): number {
  const value = options?.[name];
  return typeof value === 'number' ? value : otherwise;
}

/** An option that says yes or no. */
export function isOption({ options }: PanelJson, name: string): boolean {
  return options?.[name] === true;
}

/** A part of the options, in Grafana's own type. */
export function partOption<T>({ options }: PanelJson, name: string, otherwise: T): T {
  const value = options?.[name];
  // The emitter writes what Grafana's own types say, and the caller names the type.
  return typeof value === 'object' && value !== null ? (value as T) : otherwise;
}

/** How the legend is shown. */
export function legendOption(panel: PanelJson): VizLegendOptions {
  const usual = { showLegend: false, displayMode: 'list', placement: 'bottom', calcs: [] };
  return partOption<VizLegendOptions>(panel, 'legend', usual as unknown as VizLegendOptions);
}
