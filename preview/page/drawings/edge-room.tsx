/**
 * Room for the last time on an axis. Grafana leaves 8 pixels beside a graph without an axis on the right, and cuts a
 * time that stands at the very edge. Samples and pictures end on a full hour, so that here it would be the rule.
 */
import { measureText, UPLOT_AXIS_FONT_SIZE, type UPlotConfigBuilder } from '@grafana/ui';
import { useLayoutEffect } from 'react';
import type { Plot } from './plot.ts';

/** Grafana's own. */
const LEAST = 8;

export function EdgeRoom({ config }: { readonly config: UPlotConfigBuilder }) {
  // Left out, the other sides would get uPlot's own room, which is twice as much.
  useLayoutEffect(() => config.setPadding([besideAxes, rightOf, besideAxes, besideAxes]), [config]);
  return null;
}

type SidesWithAxes = readonly [top: boolean, right: boolean, bottom: boolean, left: boolean];

/** As Grafana: an axis has room in itself. */
function besideAxes(_plot: Plot, side: 0 | 1 | 2 | 3, sides: SidesWithAxes): number {
  return sides[side] ? 0 : LEAST;
}

/** What uPlot has found for an axis. */
interface Found {
  readonly _splits?: readonly number[];
  readonly _values?: readonly (string | null)[];
}

function rightOf(plot: Plot, side: 0 | 1 | 2 | 3, sides: SidesWithAxes): number {
  if (sides[side]) return 0;
  // uPlot keeps it on the axis, and leaves it out of its types.
  const { _splits: times = [], _values: labels = [] } = (plot.axes[0] ?? {}) as Found;
  const { min = 0, max = 0 } = plot.scales.x ?? {};
  const last = times.findLastIndex((time) => time <= (max ?? 0));
  const [time, label] = [times[last], labels[last]];
  if (time === undefined || label === undefined || label === null || max === null || min === null) return LEAST;
  const beside = ((max - time) / (max - min)) * (plot.bbox.width / window.devicePixelRatio);
  return Math.max(LEAST, Math.ceil(measureText(label, UPLOT_AXIS_FONT_SIZE).width / 2 - beside));
}
