/** How values are distributed over time: a column for each moment, a row for each bucket, the brighter the more. */
import type { CompleteByKind } from '../../panels/kinds.ts';
import type { BucketCounts } from '../../sample/buckets.ts';
import { type Box, inset } from '../box.ts';
import { onScale } from '../colour.ts';
import { extent, runs } from '../data/reduce.ts';
import type { DrawFromData, DrawnPanel } from '../drawing.ts';
import { formatter, whole } from '../format/display.ts';
import { fixed } from '../format/number.ts';
import { momentTexts, TIME_HEIGHT } from '../plot/frame.ts';
import { container, element, type Lines } from '../svg/element.ts';
import { label, USUAL_SIZE } from '../svg/label.ts';
import { box as outline } from '../svg/path.ts';
import { textWidth } from '../text/measure.ts';
import type { ThemeName } from '../theme.ts';

type HeatmapLook = CompleteByKind['heatmap'];

/** Sources: ColorBrewer 2.0 by Cynthia Brewer; Turbo by Anton Mikhailov. */
const SCHEMES: Readonly<Record<HeatmapLook['scheme'], readonly string[]>> = {
  Oranges: ['#fff5eb', '#fee6ce', '#fdd0a2', '#fdae6b', '#fd8d3c', '#f16913', '#d94801', '#a63603', '#7f2704'],
  Blues: ['#f7fbff', '#deebf7', '#c6dbef', '#9ecae1', '#6baed6', '#4292c6', '#2171b5', '#08519c', '#08306b'],
  Greens: ['#f7fcf5', '#e5f5e0', '#c7e9c0', '#a1d99b', '#74c476', '#41ab5d', '#238b45', '#006d2c', '#00441b'],
  Spectral: ['#3288bd', '#66c2a5', '#abdda4', '#e6f598', '#ffffbf', '#fee08b', '#fdae61', '#f46d43', '#d53e4f'],
  Turbo: ['#23171b', '#4860e6', '#2aabee', '#2ee5ae', '#95fb51', '#feb927', '#f66b19', '#c41c0e', '#900c00'],
};

/** Schemes of one hue begin with a near white, which on a dark ground would stand out most: they are turned round there. */
const ONE_HUE: ReadonlySet<string> = new Set(['Oranges', 'Blues', 'Greens']);
const SHADES = 9;
const EXPONENT = 0.5;
const SCALE = { width: 120, height: 8 } as const;

export const heatmap: DrawFromData<'heatmap'> = (panel, { buckets }, box, context) => {
  if (buckets === undefined) return { lines: [] };
  const { display } = buckets;
  const names = buckets.bounds.map((bound) => (bound === Infinity ? '+Inf' : whole(formatter(display)(bound))));
  const before = Math.max(...names.map((name) => textWidth(name, USUAL_SIZE))) + 10;
  const plot = inset(box, { left: before, right: 6, top: 8, bottom: TIME_HEIGHT + 20 });
  const colours = schemeOf(panel.options, context.theme.name);
  return {
    lines: [
      ...cells(buckets, plot, colours),
      ...bucketNames(names, plot),
      ...momentTexts(plot, context),
      ...scaleLines(panel, { buckets, colours, box }),
    ],
    note: 'fewer columns',
  };
};

function schemeOf({ scheme }: HeatmapLook, theme: ThemeName): readonly string[] {
  const colours = SCHEMES[scheme];
  return theme === 'dark' && ONE_HUE.has(scheme) ? [...colours].reverse() : colours;
}

/** The end of the colour scale where nothing was observed. */
const MIN_SCALE = 0.1;

function fullest({ counts }: BucketCounts): number {
  return Math.max(extent(counts)[1], MIN_SCALE);
}

/** All cells of one shade are one path, cells beside each other one part of it. */
function cells(buckets: BucketCounts, { x, y, width, height }: Box, colours: readonly string[]): Lines {
  const top = fullest(buckets);
  const columns = buckets.counts[0]?.length ?? 1;
  const [across, up] = [width / columns, height / buckets.counts.length];
  const byShade = new Map<number, string>();
  for (const [row, counts] of buckets.counts.entries()) {
    for (const { from, to, value } of runs(counts.map((count) => shade(count, top)))) {
      if (value < 0) continue;
      const part = outline(x + from * across, y + height - (row + 1) * up, (to - from) * across, up - 1);
      byShade.set(value, (byShade.get(value) ?? '') + part);
    }
  }
  return [...byShade]
    .sort(([a], [b]) => a - b)
    .map(([value, d]) => element('path', { d, fill: onScale(colours, value / (SHADES - 1)) }));
}

/** The shade of a cell; -1 for one that stays empty. */
function shade(count: number, top: number): number {
  return !(count >= top * 0.02) ? -1 : Math.round((count / top) ** EXPONENT * (SHADES - 1));
}

const NAME_HEIGHT = 15;

/** Each name stands at the upper border of its bucket. */
function bucketNames(names: readonly string[], { x, y, height }: Box): Lines {
  const each = height / names.length;
  const every = Math.max(1, Math.ceil(NAME_HEIGHT / each));
  return names.flatMap((name, row) => {
    const shownHere = (names.length - 1 - row) % every === 0;
    return shownHere ? label(name, { x: x - 6, y: y + height - (row + 1) * each, anchor: 'end' }) : [];
  });
}

interface ScalePlace {
  readonly buckets: BucketCounts;
  readonly colours: readonly string[];
  readonly box: Box;
}

/** The colour scale with its ends. */
function scaleLines(panel: DrawnPanel<'heatmap'>, { buckets, colours, box }: ScalePlace): Lines {
  const id = `scale-${panel.id}`;
  const unit = panel.options.cellValue === undefined ? '' : ` ${panel.options.cellValue}`;
  const text = `${fixed(fullest(buckets))}${unit}`;
  const y = box.y + box.height - 9;
  const end = box.x + box.width - 6 - textWidth(text, USUAL_SIZE);
  const x = end - 8 - SCALE.width;
  const stops = colours.map((colour, index) =>
    element('stop', { offset: String(index / (colours.length - 1)), 'stop-color': colour }),
  );
  return [
    ...container('linearGradient', { id }, stops),
    ...label('0', { x: x - 6, y, anchor: 'end' }),
    element('rect', { x, y: y - SCALE.height / 2, ...SCALE, fill: `url(#${id})` }),
    ...label(text, { x: end, y }),
  ];
}
