/** One drawing for each kind of panel. */
import { lookOf } from '../../model/look/look.ts';
import type { ResolvedPanel } from '../../model/resolved.ts';
import type { PanelKind } from '../../panels/kinds.ts';
import type { Box } from '../box.ts';
import type { Context, Draw, DrawFromData, Drawing, PanelData } from '../drawing.ts';
import { alertlist } from './alertlist.ts';
import { annolist } from './annolist.ts';
import { barchart } from './barchart.ts';
import { bargauge } from './bargauge.ts';
import { dashlist } from './dashlist.ts';
import { gauge } from './gauge.ts';
import { heatmap } from './heatmap.ts';
import { histogram } from './histogram.ts';
import { logs } from './logs.ts';
import { piechart } from './piechart.ts';
import { stat } from './stat.ts';
import { stateTimeline } from './state-timeline.ts';
import { statusHistory } from './status-history.ts';
import { table } from './table.ts';
import { text } from './text.ts';
import { timeseries } from './timeseries.ts';

/** Drawn from their options and data alone: the preview draws these so, since Grafana has no component to lend. */
export type KindFromData =
  | 'gauge'
  | 'barchart'
  | 'heatmap'
  | 'histogram'
  | 'state-timeline'
  | 'status-history'
  | 'piechart';

export const FROM_DATA: { readonly [K in KindFromData]: DrawFromData<K> } = {
  gauge,
  barchart,
  heatmap,
  histogram,
  'state-timeline': stateTimeline,
  'status-history': statusHistory,
  piechart,
};

/** The drawings of all kinds. */
export const DRAWINGS: { readonly [K in PanelKind]: Draw<K> } = {
  ...FROM_DATA,
  timeseries,
  stat,
  bargauge,
  table,
  logs,
  text,
  alertlist,
  annolist,
  dashlist,
};

/** The inside of a panel of any kind. */
export function drawInside<K extends PanelKind>(
  panel: ResolvedPanel<K>,
  data: PanelData,
  box: Box,
  context: Context,
): Drawing {
  return DRAWINGS[panel.kind](lookOf(panel), data, box, context);
}
