/** The lines of a panel: each series of each query, with its name, colour, values and how they are written. */
import type { Override } from '../../model/field.ts';
import { type Field, queryField } from '../../model/look/look.ts';
import type { ResolvedPanel, ResolvedQuery } from '../../model/resolved.ts';
import type { Hole } from '../../model/text.ts';
import { sampleSeries } from '../../sample/series.ts';
import type { Labels } from '../../sample/target-labels.ts';
import type { Context } from '../drawing.ts';
import { colourOf, lineColour } from '../theme.ts';

/** What is different about one line. */
export type Look = Omit<Override, 'line'>;

export interface PanelLine {
  readonly query: ResolvedQuery;
  readonly name: string;
  readonly labels: Labels;
  /** From the first moment shown to the last. */
  readonly values: readonly number[];
  readonly field: Field;
  /** The colour that tells the line apart. */
  readonly colour: string;
  readonly override: Look;
}

/** The lines of a panel, in the order of its queries. */
export function linesOf(panel: ResolvedPanel, { theme, jobs }: Context): readonly PanelLine[] {
  const series = panel.queries.flatMap((query) => sampleSeries(query, jobs).map((sample) => ({ query, ...sample })));
  return series.map(({ query, labels, values }, index) => {
    const name = seriesName(query, labels);
    const override = overrideOf(panel, query, name);
    return {
      query,
      name,
      labels,
      values,
      field: queryField(panel, query),
      colour: override.colour === undefined ? lineColour(theme, index) : colourOf(theme, override.colour),
      override,
    };
  });
}

/** What the definition says of one line: by its key, then by its name; what is said later counts. */
function overrideOf({ overrides }: ResolvedPanel, { key }: ResolvedQuery, name: string): Look {
  const byKey = overrides.filter(({ line }) => line === key);
  const byName = overrides.filter(({ line }) => typeof line !== 'string' && isNamed(line.named, name));
  return Object.assign({}, ...byKey, ...byName);
}

/** Without the flags that make a regular expression remember where it stopped. */
function isNamed({ source, flags }: RegExp, name: string): boolean {
  return new RegExp(source, flags.replace(/[gy]/g, '')).test(name);
}

/** The name of one series: the legend with the labels filled in, else the labels, else the signal's name. */
export function seriesName({ legend, signal }: ResolvedQuery, labels: Labels): string {
  const filled = legend.pieces.map((piece) => pieceText(piece, labels)).join('');
  return filled || Object.values(labels).join(' ') || signal.name;
}

/** A legend has no value to name. */
function pieceText(piece: string | Hole, labels: Labels): string {
  if (typeof piece === 'string') return piece;
  return piece.hole === 'label' ? (labels[piece.label] ?? '') : '';
}
