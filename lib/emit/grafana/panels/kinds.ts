/** One function per kind of panel: our narrow options in, with nothing left open, Grafana's out. */
import type { PanelLook } from '../../../model/look/look.ts';
import type { PanelKind } from '../../../panels/kinds.ts';
import { barchart, histogram } from './bars.ts';
import { heatmap } from './heatmap.ts';
import { alertlist, annolist, dashlist } from './lists.ts';
import type { PanelParts } from './parts.ts';
import { piechart } from './piechart.ts';
import { bargauge, gauge, stat } from './single-value.ts';
import { stateTimeline, statusHistory } from './states.ts';
import { table } from './table.ts';
import { logs, text } from './text.ts';
import { timeseries } from './timeseries.ts';

const KINDS: { readonly [K in PanelKind]: (panel: PanelLook<K>) => PanelParts<K> } = {
  timeseries,
  stat,
  gauge,
  bargauge,
  barchart,
  table,
  heatmap,
  histogram,
  'state-timeline': stateTimeline,
  'status-history': statusHistory,
  piechart,
  logs,
  text,
  alertlist,
  annolist,
  dashlist,
};

/** What Grafana is told of a panel of any kind. */
export function panelParts<K extends PanelKind>(panel: PanelLook<K>): PanelParts<K> {
  return KINDS[panel.kind](panel);
}
