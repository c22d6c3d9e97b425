/** Every kind of panel, by the name of its Grafana plugin. */
import { alertlist } from './alertlist.ts';
import { annolist } from './annolist.ts';
import { barchart } from './barchart.ts';
import { bargauge } from './bargauge.ts';
import { dashlist } from './dashlist.ts';
import { gauge } from './gauge.ts';
import { heatmap } from './heatmap.ts';
import { histogram } from './histogram.ts';
import type { Kind, PanelFacts, QueryFormat, Shown } from './kind.ts';
import { logs } from './logs.ts';
import { piechart } from './piechart.ts';
import { stat } from './stat.ts';
import { stateTimeline } from './state-timeline.ts';
import { statusHistory } from './status-history.ts';
import { table } from './table.ts';
import { text } from './text.ts';
import { timeseries } from './timeseries.ts';

const KINDS = {
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
} as const;

type Kinds = typeof KINDS;

export type PanelKind = keyof Kinds;

/** The kinds that show one thing: `KindShowing<'log streams'>` is `'logs'`. */
export type KindShowing<S extends Shown> = { [K in PanelKind]: Kinds[K]['shows'] extends S ? K : never }[PanelKind];

/** What may be said of each kind of panel. */
export type OptionsByKind = {
  readonly [K in PanelKind]: Kinds[K] extends Kind<infer Options, infer _, Shown> ? Options : never;
};

/** The options of each kind with nothing left open. */
export type CompleteByKind = { readonly [K in PanelKind]: ReturnType<Kinds[K]['complete']> };

/** The kinds in the order in which documents list them. */
// Object.keys() forgets the keys of what it was given.
export const panelKinds = Object.keys(KINDS) as readonly PanelKind[];

/** What is known of a kind, whichever it is. */
export type AnyKind<K extends PanelKind = PanelKind> = Kind<OptionsByKind[K], CompleteByKind[K], Shown>;

const BY_NAME: { readonly [K in PanelKind]: AnyKind<K> } = KINDS;

/** What is known of a kind of panel. */
export function kindOf<K extends PanelKind>(kind: K): AnyKind<K> {
  return BY_NAME[kind];
}

/** What a panel's queries answer with. */
export function formatOf<K extends PanelKind>(kind: K, options: OptionsByKind[K]): QueryFormat {
  const { format = 'range' } = kindOf(kind);
  return typeof format === 'function' ? format(options) : format;
}

/** The options of a panel, with defaults in place of what it leaves open. */
export function completeOptions<K extends PanelKind>(
  panel: PanelFacts<OptionsByKind[K]> & { readonly kind: K },
): CompleteByKind[K] {
  return kindOf(panel.kind).complete(panel);
}
