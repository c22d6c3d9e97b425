/** What a drawing of a panel's inside consists of. */

import type { PanelLook } from '../../model/look/look.ts';
import type { PanelKind } from '../../model/panel-options.ts';
import type { Box } from '../box.ts';
import type { Context } from '../context.ts';
import type { Lines } from '../svg/element.ts';

export interface Drawing {
  readonly lines: Lines;
  /** What is drawn in another way than Grafana does; said in the panel's corner. */
  readonly note?: string;
}

/** Draws the inside of one kind of panel in a place. */
export type Draw<K extends PanelKind> = (panel: PanelLook<K>, box: Box, context: Context) => Drawing;
