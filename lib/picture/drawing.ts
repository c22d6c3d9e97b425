/** What a drawing of a panel's inside is given, and what it consists of. */
import type { PanelLook } from '../model/look/look.ts';
import type { PanelKind } from '../panels/kinds.ts';
import type { KnownJobs } from '../sample/target-labels.ts';
import type { TimeRange } from '../sample/time.ts';
import type { Box } from './box.ts';
import type { Lines } from './svg/element.ts';
import type { Theme } from './theme.ts';

export interface Drawing {
  readonly lines: Lines;
  /** What is drawn in another way than Grafana does; said in the panel's corner. */
  readonly note?: string;
}

/** Draws the inside of one kind of panel in a place. */
export type Draw<K extends PanelKind> = (panel: PanelLook<K>, box: Box, context: Context) => Drawing;

/** What every drawing needs to know besides its panel. */
export interface Context {
  readonly theme: Theme;
  readonly range: TimeRange;
  readonly jobs: KnownJobs;
}
