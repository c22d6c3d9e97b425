/** Stat, gauge and bar gauge: one number per line, coloured by its level. */
import type { PanelLook } from '../../../model/look/look.ts';
import type { Calculation, Scale } from '../../../panels/options.ts';
import { colouredByLevel, numbers } from '../field/defaults.ts';
import { given } from '../given.ts';
import type { FieldConfig } from '../schema.ts';
import type { PanelParts } from './parts.ts';

const TEXT_MODE = { auto: 'auto', value: 'value', 'value and name': 'value_and_name', name: 'name' } as const;

/** Which of a line's values is shown. */
export function reduceOptions(calculation: Calculation) {
  return { calcs: [calculation], fields: '', values: false };
}

export function stat(panel: PanelLook<'stat'>): PanelParts<'stat'> {
  const { options } = panel;
  return {
    options: {
      colorMode: options.colour,
      graphMode: options.sparkline,
      justifyMode: 'auto',
      orientation: options.direction,
      percentChangeColorMode: 'standard',
      reduceOptions: reduceOptions(options.calculation),
      showPercentChange: false,
      textMode: TEXT_MODE[options.show],
      wideLayout: true,
    },
    field: { ...numbers(panel), ...colouredByLevel(panel) },
  };
}

export function gauge(panel: PanelLook<'gauge'>): PanelParts<'gauge'> {
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
    field: { ...numbers(panel), ...colouredByLevel(panel), ...ends(panel.options) },
  };
}

export function bargauge(panel: PanelLook<'bargauge'>): PanelParts<'bargauge'> {
  const { options } = panel;
  return {
    options: {
      displayMode: options.mode,
      legend: { calcs: [], displayMode: 'list', placement: 'bottom', showLegend: false },
      maxVizHeight: 300,
      minVizHeight: 16,
      minVizWidth: 8,
      namePlacement: 'auto',
      orientation: options.direction,
      reduceOptions: reduceOptions(options.calculation),
      showUnfilled: true,
      sizing: 'auto',
      text: { titleSize: 14, valueSize: 18 },
      valueMode: panel.thresholds === undefined ? 'text' : 'color',
    },
    field: { ...numbers(panel), ...colouredByLevel(panel), ...ends(options) },
  };
}

/** Where a scale ends; what is not said is the largest value there is. */
function ends({ min, max }: Scale): FieldConfig {
  return given<FieldConfig>({ min, max });
}
