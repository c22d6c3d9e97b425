/** One value per series, as stat, gauge, bar gauge and pie chart show it. */
import { type FieldDisplay, getFieldDisplayValues } from '@grafana/data';
import type { ReduceDataOptions } from '@grafana/schema';
import type { DrawingProps } from './drawing.ts';
import { partOption, textOption } from './options.ts';

/** The values of a panel, reduced and formatted by Grafana. */
export function displayValues({ prepared, theme, timeZone }: DrawingProps): FieldDisplay[] {
  const { panel, data, fieldConfig } = prepared;
  return getFieldDisplayValues({
    fieldConfig,
    reduceOptions: partOption<ReduceDataOptions>(panel, 'reduceOptions', { calcs: ['lastNotNull'], values: false }),
    replaceVariables: (text) => text,
    theme,
    data,
    sparkline: textOption(panel, 'graphMode', 'none') !== 'none',
    timeZone,
  });
}
