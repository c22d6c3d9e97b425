/** Stat, gauge and bar gauge: one number per line, coloured by its level. */
import type { Calculation, GaugeOptions } from '../../../model/panel-options.ts';
import type { ResolvedPanel } from '../../../model/resolved.ts';
import { colouredByLevel, numbers } from '../field/defaults.ts';
import { given } from '../given.ts';
import type { FieldConfig } from '../schema.ts';
import type { PanelParts } from './parts.ts';

const TEXT_MODE = { auto: 'auto', value: 'value', 'value and name': 'value_and_name', name: 'name' } as const;

/** Which of a line's values is shown. */
export function reduceOptions(calculation: Calculation = 'lastNotNull') {
  return { calcs: [calculation], fields: '', values: false };
}

export function stat(panel: ResolvedPanel<'stat'>): PanelParts<'stat'> {
  const { options } = panel;
  return {
    options: {
      colorMode: options.colour ?? 'value',
      graphMode: options.sparkline ?? 'none',
      justifyMode: 'auto',
      orientation: options.direction ?? 'auto',
      percentChangeColorMode: 'standard',
      reduceOptions: reduceOptions(options.calculation),
      showPercentChange: false,
      textMode: TEXT_MODE[options.show ?? 'auto'],
      wideLayout: true,
    },
    field: { ...numbers(panel), ...colouredByLevel(panel) },
  };
}

export function gauge(panel: ResolvedPanel<'gauge'>): PanelParts<'gauge'> {
  return {
    options: {
      barShape: 'flat',
      barWidthFactor: 0.5,
      effects: { barGlow: false, centerGlow: false, gradient: false },
      endpointMarker: 'none',
      minVizHeight: 75,
      minVizWidth: 75,
      orientation: 'auto',
      reduceOptions: reduceOptions(panel.options.calculation),
      segmentCount: 1,
      segmentSpacing: 0.3,
      // Said, so that Grafana 13 does not take the panel for one of an older version.
      shape: 'gauge',
      showThresholdLabels: false,
      showThresholdMarkers: panel.thresholds !== undefined,
      sizing: 'auto',
      sparkline: false,
      textMode: 'auto',
    },
    field: { ...numbers(panel), ...colouredByLevel(panel), ...limits(panel, panel.options) },
  };
}

export function bargauge(panel: ResolvedPanel<'bargauge'>): PanelParts<'bargauge'> {
  const { options } = panel;
  return {
    options: {
      displayMode: options.mode ?? 'basic',
      legend: { calcs: [], displayMode: 'list', placement: 'bottom', showLegend: false },
      maxVizHeight: 300,
      minVizHeight: 16,
      minVizWidth: 8,
      namePlacement: 'auto',
      orientation: options.direction ?? 'horizontal',
      reduceOptions: reduceOptions(options.calculation),
      showUnfilled: true,
      sizing: 'auto',
      text: { titleSize: 14, valueSize: 18 },
      valueMode: panel.thresholds === undefined ? 'text' : 'color',
    },
    field: { ...numbers(panel), ...colouredByLevel(panel), min: 0, ...limits(panel, options) },
  };
}

/** Where a scale ends. A share of a whole ends at the whole; otherwise Grafana takes the largest value there is. */
function limits({ unit }: ResolvedPanel, { min, max }: GaugeOptions): FieldConfig {
  const whole = unit?.of === 'ratio' ? { min: 0, max: 1 } : {};
  return { ...whole, ...given<FieldConfig>({ min, max }) };
}
