/** What is inside a panel, the same in classic dashboards and in schema v2: one function for each kind, by its name. */

import { lookOf, type PanelLook } from '../../../model/look/look.ts';
import type { ResolvedPanel } from '../../../model/resolved.ts';
import type { PanelKind } from '../../../panels/kinds.ts';
import { queryOverrides } from '../overrides.ts';
import type { FieldConfig, FieldConfigSource } from '../schema.ts';
import { type GrafanaTransformation, transformationsOf } from '../transformation.ts';
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

export interface PanelContent {
  readonly options: Readonly<Record<string, unknown>>;
  readonly fieldConfig: FieldConfigSource;
  readonly transformations: readonly GrafanaTransformation[];
}

/** The content of a panel, with every default of ours filled in. */
export function panelContent(panel: ResolvedPanel): PanelContent {
  const look = lookOf(panel);
  const { options, custom, field, overrides, transformations } = panelParts(look);
  const defaults: FieldConfig = { ...field, ...(custom === undefined ? {} : { custom }) };
  return {
    options: { ...options },
    fieldConfig: { defaults, overrides: field === undefined ? [] : [...(overrides ?? queryOverrides(look))] },
    transformations: transformations ?? transformationsOf(panel),
  };
}
