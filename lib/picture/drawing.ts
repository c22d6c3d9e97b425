/** What a drawing of a panel's inside is given, and what it consists of. */
import type { OverrideLook } from '../model/field.ts';
import type { Field, PanelLook } from '../model/look/look.ts';
import type { PanelKind } from '../panels/kinds.ts';
import type { BucketCounts } from '../sample/buckets.ts';
import type { LogLine } from '../sample/neutral-lines.ts';
import type { Labels } from '../sample/target-labels.ts';
import type { TimeRange } from '../sample/time.ts';
import type { Box } from './box.ts';
import type { Lines } from './svg/element.ts';
import type { Theme } from './theme.ts';

/** The overrides of one line. */
export type LineOverride = OverrideLook;

/** A series as a panel shows it. */
export interface PanelLine {
  /** The key of the query that it belongs to. */
  readonly query: string;
  readonly name: string;
  readonly labels: Labels;
  /** Equally far apart, from the first moment shown to the last; NaN where there is none. */
  readonly values: readonly number[];
  readonly field: Field;
  /** The colour that tells the line apart, as `#rrggbb`. */
  readonly colour: string;
  readonly override: LineOverride;
  /** Of a bar chart: lines of one category share a bar; a line without one has its own. */
  readonly category?: string;
}

/** What a panel shows: invented data in a picture, a server's answers in the preview. */
export interface PanelData {
  readonly lines: readonly PanelLine[];
  /** Of a heatmap: how many observations fell into each bucket, and the display unit of the buckets' bounds. */
  readonly buckets?: BucketCounts & { readonly display: string | undefined };
  /** Of a logs panel, newest first. */
  readonly logs?: readonly LogLine[];
}

/** What every drawing needs to know besides its panel and its data. */
export interface Context {
  readonly theme: Theme;
  readonly range: TimeRange;
  /** One of the names of the IANA database; UTC where it is left out. */
  readonly timeZone?: string;
}

export interface Drawing {
  readonly lines: Lines;
  /** What is drawn differently from Grafana; written in the panel's corner. */
  readonly note?: string;
}

/** Draws the inside of one kind of panel in a place. */
export type Draw<K extends PanelKind> = (panel: PanelLook<K>, data: PanelData, box: Box, context: Context) => Drawing;

/** What a drawing from options and data alone reads of its panel. */
export type DrawnPanel<K extends PanelKind> = Pick<PanelLook<K>, 'id' | 'options'>;

/** Draws a kind of panel for which options and data are enough. */
export type DrawFromData<K extends PanelKind> = (
  panel: DrawnPanel<K>,
  data: PanelData,
  box: Box,
  context: Context,
) => Drawing;
