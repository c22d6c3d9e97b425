/** Time series: lines, bars or points over time. */

import { limitSteps, type ShownLook } from '../../../model/look/look.ts';
import { axis, colouredByLine, given, numbers, shownEverywhere, thresholdsOf } from '../field.ts';
import type { Custom, FieldConfig } from '../schema.ts';
import type { PanelParts } from './parts.ts';
import { legend, tooltipOfAll } from './parts.ts';

const DRAW_STYLE = { lines: 'line', bars: 'bars', points: 'points' } as const;
const CURVE = { linear: 'linear', smooth: 'smooth', step: 'stepAfter' } as const;
const LIMITS = { line: 'line', dashed: 'dashed', area: 'area', none: 'off' } as const;

export function timeseries(panel: ShownLook<'timeseries'>): PanelParts<'timeseries'> {
  const { options } = panel;
  return {
    options: { legend: legend(options.legendStyle), tooltip: tooltipOfAll() },
    custom: custom(options),
    field: {
      ...numbers(panel),
      ...colouredByLine(panel),
      ...given<FieldConfig>({ min: options.min, max: options.max }),
      thresholds: thresholdsOf(limitSteps(panel)),
    },
  };
}

function custom(options: ShownLook<'timeseries'>['options']): Custom<'timeseries'> {
  return {
    barAlignment: 0,
    barWidthFactor: 0.6,
    drawStyle: DRAW_STYLE[options.draw],
    fillOpacity: options.fill,
    gradientMode: 'none',
    hideFrom: shownEverywhere(),
    insertNulls: false,
    lineInterpolation: CURVE[options.curve],
    lineWidth: options.lineWidth,
    pointSize: 5,
    showPoints: 'auto',
    spanNulls: options.gaps === 'connect',
    stacking: { group: 'A', mode: options.stack ?? 'none' },
    thresholdsStyle: { mode: LIMITS[options.limits] },
    ...axis(options),
  };
}
