/** Axes of graphs. */
import type { AxisOptions } from '../../../panels/options.ts';
import type { Axis } from '../schema.ts';

const SCALE = {
  linear: { type: 'linear' },
  log2: { type: 'log', log: 2 },
  log10: { type: 'log', log: 10 },
} as const;

/** How values are spread over an axis. */
export function scaleDistribution(scale: NonNullable<AxisOptions['scale']>): NonNullable<Axis['scaleDistribution']> {
  return SCALE[scale];
}

/** The axis of a graph, every setting said: Grafana's defaults are not the same in every version. */
export function axis({ label = '', scale = 'linear', softMin, softMax }: AxisOptions = {}) {
  return {
    ...(softMin === undefined ? {} : { axisSoftMin: softMin }),
    ...(softMax === undefined ? {} : { axisSoftMax: softMax }),
    axisBorderShow: false,
    axisCenteredZero: false,
    axisColorMode: 'text',
    axisLabel: label,
    axisPlacement: 'auto',
    scaleDistribution: scaleDistribution(scale),
  } satisfies Axis;
}

/** Shown in legend, tooltip and graph. */
export function shownEverywhere() {
  return { legend: false, tooltip: false, viz: false };
}
