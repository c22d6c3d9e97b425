/** What a panel shows in a picture: invented series, each with its name, colour and how its values are written. */
import { panelDisplay } from '../../model/look/display.ts';
import { plainColour, queryField } from '../../model/look/look.ts';
import type { ResolvedPanel, ResolvedQuery } from '../../model/resolved.ts';
import type { Hole } from '../../model/text.ts';
import { hasBarPerSeries } from '../../panels/barchart.ts';
import { sampleBuckets } from '../../sample/buckets.ts';
import { sampleLogLines } from '../../sample/log-lines.ts';
import type { LogLine } from '../../sample/neutral-lines.ts';
import { sampleSeries } from '../../sample/series.ts';
import type { KnownJobs, Labels } from '../../sample/target-labels.ts';
import type { LineOverride, PanelData, PanelLine } from '../drawing.ts';
import { colourOf, lineColour, type Theme } from '../theme.ts';

/** What invented data depends on besides its panel. */
export interface Surroundings {
  readonly theme: Theme;
  readonly jobs: KnownJobs;
}

/** Invented data for a panel of any kind. */
export function sampleData(panel: ResolvedPanel, surroundings: Surroundings): PanelData {
  if (panel.kind === 'logs') return { lines: [], logs: logLines(panel) };
  const [query] = panel.queries;
  if (panel.kind !== 'heatmap' || query === undefined) return { lines: sampleLines(panel, surroundings) };
  return { lines: [], buckets: { ...sampleBuckets(query), display: panelDisplay(panel) } };
}

function logLines({ id, logs }: ResolvedPanel): readonly LogLine[] {
  return logs === undefined ? [] : sampleLogLines(id, logs);
}

/** The lines of a panel, in the order of its queries. */
export function sampleLines(panel: ResolvedPanel, { theme, jobs }: Surroundings): readonly PanelLine[] {
  const series = panel.queries.flatMap((query) => sampleSeries(query, jobs).map((sample) => ({ query, ...sample })));
  const category = sharedCategory(panel);
  const alone = plainColour(panel);
  return series.map(({ query, labels, values }, index) => {
    const name = seriesName(query, labels);
    const override = overrideOf(panel, query, name);
    const own = override.colour ?? alone;
    return {
      query: query.key,
      name,
      labels,
      values,
      field: queryField(panel, query),
      colour: own === undefined ? lineColour(theme, index) : colourOf(theme, own),
      override,
      ...category,
    };
  });
}

/** A stacked bar chart whose series have no bars of their own has one bar, of the newest values. */
function sharedCategory(panel: ResolvedPanel): Pick<PanelLine, 'category'> {
  if (!isBarChart(panel) || panel.options.stack === undefined || hasBarPerSeries(panel)) return {};
  return { category: panel.title };
}

function isBarChart(panel: ResolvedPanel): panel is ResolvedPanel<'barchart'> {
  return panel.kind === 'barchart';
}

/** The overrides of one line: those by its key, then those by its name; a later one wins. */
function overrideOf({ overrides }: ResolvedPanel, { key }: ResolvedQuery, name: string): LineOverride {
  const byKey = overrides.filter(({ query }) => query === key);
  const byName = overrides.filter(({ series }) => series !== undefined && isNamed(series, name));
  return Object.assign({}, ...byKey, ...byName);
}

/** Tests without the flags `g` and `y`, which make a regular expression remember where it stopped. */
function isNamed({ source, flags }: RegExp, name: string): boolean {
  return new RegExp(source, flags.replace(/[gy]/g, '')).test(name);
}

/** The name of one series: the legend with the labels filled in, else the labels, else the signal's name. */
export function seriesName({ legend, signal }: ResolvedQuery, labels: Labels): string {
  const filled = legend.pieces.map((piece) => pieceText(piece, labels)).join('');
  return filled || Object.values(labels).join(' ') || signal.name;
}

/** A label's value, or the text itself; a legend has no value to fill in. */
function pieceText(piece: string | Hole, labels: Labels): string {
  if (typeof piece === 'string') return piece;
  return piece.hole === 'label' ? (labels[piece.label] ?? '') : '';
}
