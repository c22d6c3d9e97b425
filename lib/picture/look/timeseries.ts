/** How the lines, the axis and the thresholds of a graph over time are drawn. */
import { type TimeseriesLook, timeseriesLook } from '../../model/look/timeseries.ts';
import type { AxisOptions } from '../../model/panel-options.ts';
import type { ResolvedPanel } from '../../model/resolved.ts';

type GraphPanel = ResolvedPanel<'timeseries'>;
export type CurveLook = Pick<TimeseriesLook, 'draw' | 'curve' | 'fill' | 'lineWidth'>;

export function curveLook(panel: GraphPanel): CurveLook {
  return timeseriesLook(panel);
}

export function axisLook(panel: GraphPanel): AxisOptions {
  return timeseriesLook(panel);
}

export function limitLook(panel: GraphPanel): TimeseriesLook['limits'] {
  return timeseriesLook(panel).limits;
}
