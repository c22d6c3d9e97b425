/** Gauge: one number within its bounds. */

import type { ShownLook } from '../../../model/look/look.ts';
import { colouredByLevel, numbers } from '../field.ts';
import type { PanelParts } from './parts.ts';
import { ends, reduceOptions } from './parts.ts';

export function gauge(panel: ShownLook<'gauge'>): PanelParts<'gauge'> {
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
