/** The colours that a dashboard gives to the values of a label, as exceptions for the series of its panels. */
import { kindOf } from '../../panels/kinds.ts';
import type { Override } from '../field.ts';
import type { LabelColours, Panel } from '../panel.ts';
import type { PanelQuery } from '../panel-query.ts';

/**
 * The overrides that follow from colours of labels. Only kinds whose colours tell series apart have any, and a panel
 * keeps the colours that its own overrides give to a query that is split by the label.
 *
 * `{ service: { shop: 'blue' } }` becomes `{ series: /^shop\b/, colour: 'blue' }` where names begin with the service.
 */
export function labelOverrides(panel: Panel, colours: LabelColours): readonly Override[] {
  if (!tellsSeriesApart(panel)) return [];
  return Object.entries(colours).flatMap(([label, byValue]) => {
    const named = panel.queries.filter((query) => isNamedBy(query, label));
    const [first] = named;
    if (first === undefined || named.some((query) => hasOwnColour(panel, query))) return [];
    return Object.entries(byValue).map(([value, colour]) => ({ series: seriesOf(first, label, value), colour }));
  });
}

function tellsSeriesApart({ kind }: Panel): boolean {
  const { shows, levelColours, columns } = kindOf(kind);
  return shows === 'signals' && levelColours === undefined && columns === undefined;
}

function isNamedBy({ by, legend }: PanelQuery, label: string): boolean {
  return by.includes(label) && legend.pieces.some((piece) => isHole(piece, label));
}

function isHole(piece: PanelQuery['legend']['pieces'][number] | undefined, label: string): boolean {
  return typeof piece === 'object' && piece.hole === 'label' && piece.label === label;
}

function hasOwnColour({ overrides }: Panel, { key }: PanelQuery): boolean {
  return overrides.some(({ query, colour }) => query === key && colour !== undefined);
}

/** The names of the series with a value: it is a word of its own, at the place that the legend gives it. */
function seriesOf({ legend: { pieces } }: PanelQuery, label: string, value: string): RegExp {
  const word = value.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const begin = isHole(pieces[0], label) ? '^' : edge(value.at(0));
  const end = pieces.length > 1 && isHole(pieces.at(-1), label) ? '$' : edge(value.at(-1));
  return new RegExp(`${begin}${word}${end}`);
}

/** Where a word ends; beside a character that belongs to no word there is no such place. */
function edge(character = ''): string {
  return /\w/.test(character) ? '\\b' : '';
}
