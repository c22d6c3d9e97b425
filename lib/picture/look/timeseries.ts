/** How a graph over time is drawn where the definition does not say. */
import type { AxisOptions, TimeseriesOptions } from '../../model/panel-options.ts';
import type { ResolvedPanel } from '../../model/resolved.ts';
import { hasOneLine } from './names.ts';

type GraphPanel = ResolvedPanel<'timeseries'>;

export interface CurveLook {
  readonly draw: NonNullable<TimeseriesOptions['draw']>;
  readonly curve: NonNullable<TimeseriesOptions['curve']>;
  /** Opacity of the area, 0 to 100. */
  readonly fill: number;
  readonly lineWidth: number;
}

/** The look of all lines of a panel. */
export function curveLook(panel: GraphPanel): CurveLook {
  const { draw = 'lines', curve = 'linear', fill, lineWidth, stack } = panel.options;
  return {
    draw,
    curve,
    fill: fill ?? usualFill(panel),
    // The outlines of stacked areas lie over each other: one of nothing would mark the whole stack.
    lineWidth: lineWidth ?? (stack === undefined ? 1 : 0),
  };
}

/** Areas that overlap hide each other: a line alone has a light one, stacked lines and bars a strong one. */
function usualFill(panel: GraphPanel): number {
  const { draw, stack } = panel.options;
  if (draw === 'bars') return 80;
  if (stack !== undefined) return 50;
  return hasOneLine(panel) ? 10 : 0;
}

/** What an axis shows at least, by unit: all of an idle panel's lines are 0. */
const LEAST: Readonly<Record<string, number>> = { ratio: 0.05, seconds: 0.1, cores: 0.1, bytes: 1024 };
const LEAST_COUNTED = 1;

/** What a panel says of its axis; what it leaves open is not there. */
export function axisLook({ options, unit }: GraphPanel): AxisOptions {
  const { min, max, softMin, softMax, label, scale } = options;
  const open = min !== undefined && softMax === undefined && max === undefined && unit !== undefined;
  const own = { min, max, softMin, softMax: open ? (LEAST[unit.of] ?? LEAST_COUNTED) : softMax, label, scale };
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
}

/** How the thresholds are drawn. */
export function limitLook({ thresholds, options }: GraphPanel): NonNullable<TimeseriesOptions['limits']> {
  return thresholds === undefined ? 'none' : (options.limits ?? 'dashed');
}
