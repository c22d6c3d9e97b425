/** What a panel says of all its numbers: unit, decimals, texts for values and for none, and where colours come from. */
import { regions } from '../../../model/look/levels.ts';
import type { PanelLook } from '../../../model/look/look.ts';
import { kindOf } from '../../../panels/kinds.ts';
import { given } from '../given.ts';
import type { FieldConfig, ValueMapping } from '../schema.ts';
import { mappingsOf } from './mappings.ts';
import { thresholdsOf } from './thresholds.ts';

/** Unit, decimals and texts: for every kind of panel that shows numbers. */
export function numbers(panel: PanelLook): FieldConfig {
  const { display, decimals, names, empty } = panel.field;
  return given<FieldConfig>({
    unit: display,
    decimals,
    mappings: [...mappingsOf(names), ...withoutValue(panel)],
    noValue: empty.text,
  });
}

/** Grafana colours what is not there as if it were the lowest value: "No data" in green, or a red field on a good day. */
export function withoutValue(panel: PanelLook): readonly ValueMapping[] {
  const { levelColours, columns } = kindOf(panel.kind);
  if (levelColours !== 'numbers' && columns === undefined) return [];
  const { text, colour } = panel.field.empty;
  return [{ type: 'special', options: { match: 'null+nan', result: { color: colour, text } } }];
}

/**
 * Colours by the thresholds; the colours of mappings go before them. A number without thresholds gets the neutral
 * colour: Grafana's own default is red from 80 on.
 */
export function colouredByLevel(panel: PanelLook): FieldConfig {
  return { color: { mode: 'thresholds' }, thresholds: thresholdsOf(panel.field.steps) };
}

/** Colours that only tell lines apart. */
export function colouredByLine(): FieldConfig {
  return { color: { mode: 'palette-classic' }, thresholds: thresholdsOf(regions(undefined)) };
}
