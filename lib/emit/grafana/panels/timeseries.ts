/** Time series: lines, bars or points over time. */
import type { TimeseriesOptions } from '../../../model/panel-options.ts';
import type { ResolvedPanel } from '../../../model/resolved.ts';
import { axis, shownEverywhere } from '../field/axis.ts';
import { colouredByLine, numbers, panelFactor } from '../field/defaults.ts';
import { limitAreas, limitLines } from '../field/thresholds.ts';
import { given } from '../given.ts';
import { hasOneLine } from '../line.ts';
import type { Custom, FieldConfig, ThresholdsConfig } from '../schema.ts';
import { legend, tooltipOfAll } from './legend.ts';
import type { PanelParts } from './parts.ts';

const DRAW_STYLE = { lines: 'line', bars: 'bars', points: 'points' } as const;
const CURVE = { linear: 'linear', smooth: 'smooth', step: 'stepAfter' } as const;
const LIMITS = { line: 'line', dashed: 'dashed', area: 'area', none: 'off' } as const;

export function timeseries(panel: ResolvedPanel<'timeseries'>): PanelParts<'timeseries'> {
  return {
    options: { legend: legend(panel, panel.options.legendStyle), tooltip: tooltipOfAll() },
    custom: custom(panel),
    field: {
      ...numbers(panel),
      ...colouredByLine(),
      ...given<FieldConfig>({ min: panel.options.min, max: panel.options.max }),
      thresholds: limits(panel),
    },
  };
}

function custom(panel: ResolvedPanel<'timeseries'>): Custom<'timeseries'> {
  const { options } = panel;
  return {
    barAlignment: 0,
    barWidthFactor: 0.6,
    drawStyle: DRAW_STYLE[options.draw ?? 'lines'],
    fillOpacity: options.fill ?? usualFill(panel),
    gradientMode: 'none',
    hideFrom: shownEverywhere(),
    insertNulls: false,
    lineInterpolation: CURVE[options.curve ?? 'linear'],
    // The outlines of stacked areas lie over each other: one of nothing would mark the whole stack.
    lineWidth: options.lineWidth ?? (options.stack === undefined ? 1 : 0),
    pointSize: 5,
    showPoints: 'auto',
    spanNulls: options.gaps === 'connect',
    stacking: { group: 'A', mode: options.stack ?? 'none' },
    thresholdsStyle: { mode: LIMITS[limitStyle(panel)] },
    ...axis({ ...options, ...softMax(panel) }),
  };
}

/** What an axis shows at least, by unit: all of an idle panel's lines are 0, and Grafana would give it 100. */
const LEAST: Readonly<Record<string, number>> = { ratio: 0.05, seconds: 0.1, cores: 0.1, bytes: 1024 };
const LEAST_COUNTED = 1;

function softMax({ options, unit }: ResolvedPanel<'timeseries'>): { readonly softMax?: number } {
  if (options.min === undefined || options.softMax !== undefined || options.max !== undefined) return {};
  return unit === undefined ? {} : { softMax: LEAST[unit.of] ?? LEAST_COUNTED };
}

/** Areas that overlap hide each other: a line alone has a light one, stacked lines and bars a strong one. */
function usualFill(panel: ResolvedPanel<'timeseries'>): number {
  const { draw, stack } = panel.options;
  if (draw === 'bars') return 80;
  if (stack !== undefined) return 50;
  return hasOneLine(panel) ? 10 : 0;
}

function limitStyle({ thresholds, options }: ResolvedPanel<'timeseries'>): NonNullable<TimeseriesOptions['limits']> {
  return thresholds === undefined ? 'none' : (options.limits ?? 'dashed');
}

function limits(panel: ResolvedPanel<'timeseries'>): ThresholdsConfig {
  const drawn = limitStyle(panel) === 'area' ? limitAreas : limitLines;
  return drawn(panel.thresholds, panelFactor(panel));
}
