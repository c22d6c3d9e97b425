/**
 * The inside of one panel as an SVG of its own, from data that is given: what the preview shows of kinds that Grafana has
 * no component to lend for. Its text is escaped and it has neither scripts nor links, so that a page may take it as it is.
 */
import { lookOf } from '../model/look/look.ts';
import type { ResolvedPanel } from '../model/resolved.ts';
import type { TimeRange } from '../sample/time.ts';
import { extent, reduced } from './data/reduce.ts';
import type { DrawnPanel, PanelData } from './drawing.ts';
import { fixed } from './format/number.ts';
import { shownText } from './format/shown.ts';
import { FROM_DATA, type KindFromData } from './panels/kinds.ts';
import { container } from './svg/element.ts';
import { type ThemeName, themes } from './theme.ts';

/** A panel that is drawn from its options and its data. Plain JSON. */
export type DataPanel<K extends KindFromData = KindFromData> = DrawnPanel<K> & { readonly kind: K };

/** What a panel is drawn from besides its data; nothing for kinds that need more. */
export function dataPanel(panel: ResolvedPanel): DataPanel | undefined {
  if (!isFromData(panel)) return undefined;
  const { id, kind } = panel;
  return { kind, id, options: lookOf(panel).options };
}

function isFromData(panel: ResolvedPanel): panel is ResolvedPanel<KindFromData> {
  return panel.kind in FROM_DATA;
}

export interface PanelPlace {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly theme: ThemeName;
  readonly range: TimeRange;
  /** One of the names of the IANA database; UTC where it is left out. */
  readonly timeZone?: string;
}

/**
 * The drawing of a panel's inside. It is named by what it shows, for those who cannot see it.
 */
export function drawPanel<K extends KindFromData>(panel: DataPanel<K>, data: PanelData, place: PanelPlace): string {
  const { width, height, theme: name, range, timeZone } = place;
  const theme = themes[name];
  const context = { theme, range, ...(timeZone === undefined ? {} : { timeZone }) };
  const { lines } = FROM_DATA[panel.kind](panel, data, { x: 0, y: 0, width, height }, context);
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    role: 'img',
    'aria-label': spoken(data),
    'font-size': 12,
    fill: theme.text,
  };
  return container('svg', attributes, lines).join('\n');
}

/** The newest values of all lines, or how many buckets there are. */
function spoken({ lines, buckets }: PanelData): string {
  if (buckets !== undefined)
    return `${buckets.counts.length} buckets, up to ${fixed(Math.max(0, extent(buckets.counts)[1]))} in one`;
  return lines.map(({ name, values, field }) => `${name}: ${shownText(reduced(values), field)}`).join(', ');
}
