/** How a graph over time is drawn. */
import type { TimeseriesOptions } from '../panel-options.ts';
import type { ResolvedPanel } from '../resolved.ts';
import { panelDisplay, shownFactor } from './display.ts';
import { type LegendLook, legendLook } from './legend.ts';
import { limitLines, regions, type Step, TRANSPARENT } from './levels.ts';
import { hasOneLine } from './names.ts';
import type { Said } from './said.ts';

type GraphPanel = ResolvedPanel<'timeseries'>;
type Decided = 'draw' | 'curve' | 'fill' | 'lineWidth' | 'limits' | 'gaps' | 'scale';

/** Where a graph's axis ends, and whether it is stacked, may stay open. */
export type TimeseriesLook = Said<TimeseriesOptions, Decided> & { readonly legendStyle: LegendLook };

/**
 * The look of a graph.
 *
 * @example timeseriesLook(panel('timeseries', { stack: 'normal' })) // { draw: 'lines', fill: 50, lineWidth: 0, … }
 */
export function timeseriesLook(panel: GraphPanel): TimeseriesLook {
  const { options } = panel;
  return {
    draw: 'lines',
    curve: 'linear',
    gaps: 'show',
    scale: 'linear',
    fill: usualFill(options, panel),
    // The outlines of stacked areas lie over each other: one of nothing would mark the whole stack.
    lineWidth: options.stack === undefined ? 1 : 0,
    ...softMax(panel),
    ...options,
    limits: limitStyle(panel),
    legendStyle: legendLook(panel, options.legendStyle),
  };
}

/** Areas that overlap hide each other: a line alone has a light one, stacked lines and bars a strong one. */
function usualFill({ draw, stack }: TimeseriesOptions, panel: GraphPanel): number {
  if (draw === 'bars') return 80;
  if (stack !== undefined) return 50;
  return hasOneLine(panel) ? 10 : 0;
}

/** What an axis shows at least, by unit: all of an idle panel's lines are 0, and Grafana would give it 100. */
const LEAST: Readonly<Record<string, number>> = { ratio: 0.05, seconds: 0.1, cores: 0.1, bytes: 1024 };
const LEAST_COUNTED = 1;

function softMax({ options, unit }: GraphPanel): { readonly softMax?: number } {
  if (options.min === undefined || options.max !== undefined || unit === undefined) return {};
  return { softMax: LEAST[unit.of] ?? LEAST_COUNTED };
}

function limitStyle({ thresholds, options }: GraphPanel): TimeseriesLook['limits'] {
  return thresholds === undefined ? 'none' : (options.limits ?? 'dashed');
}

/** Where a graph's thresholds begin, each in its colour: as lines, or as areas where what is fine has no colour. */
export function limitSteps(panel: GraphPanel): readonly Step[] {
  const { thresholds, unit } = panel;
  const factor = shownFactor(unit, panelDisplay(panel));
  if (limitStyle(panel) === 'area') return regions(thresholds, { fine: TRANSPARENT, factor });
  return limitLines(thresholds, factor);
}
