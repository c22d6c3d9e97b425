/** What each kind of panel fills in: one function for each, by its name. */

import type { ShownLook } from '../../../model/look/look.ts';
import type { PanelKind } from '../../../panels/kinds.ts';
import { alertlist } from './alertlist.ts';
import { annolist } from './annolist.ts';
import { barchart } from './barchart.ts';
import { bargauge } from './bargauge.ts';
import { dashlist } from './dashlist.ts';
import { gauge } from './gauge.ts';
import { heatmap } from './heatmap.ts';
import { histogram } from './histogram.ts';
import { logs } from './logs.ts';
import type { PanelParts } from './parts.ts';
import { piechart } from './piechart.ts';
import { stat } from './stat.ts';
import { stateTimeline } from './state-timeline.ts';
import { statusHistory } from './status-history.ts';
import { table } from './table.ts';
import { text } from './text.ts';
import { timeseries } from './timeseries.ts';

const KINDS: { readonly [K in PanelKind]: (panel: ShownLook<K>) => PanelParts<K> } = {
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
export function panelParts<K extends PanelKind>(panel: ShownLook<K>): PanelParts<K> {
  return KINDS[panel.kind](panel);
}
