/** What a panel says of all its numbers: unit, decimals, texts for values and for none, and where colours come from. */
import type { PanelKind } from '../../../model/panel-options.ts';
import type { ResolvedPanel } from '../../../model/resolved.ts';
import { given } from '../given.ts';
import type { FieldConfig, ValueMapping } from '../schema.ts';
import { mappingsOf } from './mappings.ts';
import { neutralColour } from './neutral.ts';
import { regions } from './thresholds.ts';
import { panelDisplay, shownFactor } from './unit.ts';

/** Unit, decimals and texts: for every kind of panel that shows numbers. */
export function numbers(panel: ResolvedPanel): FieldConfig {
  return given<FieldConfig>({
    unit: panelDisplay(panel),
    decimals: panel.decimals,
    mappings: [...mappingsOf(panel.mappings, panel.unit, panel.thresholds), ...withoutValue(panel)],
    noValue: noValue(panel),
  });
}

/** The text for no value: the lines' own where they agree, and never a zero where one of them does not know. */
export function noValue({ queries }: ResolvedPanel): string {
  const texts = new Set(queries.map(({ signal }) => signal.emptyText));
  const [only] = texts;
  return texts.size === 1 && only !== undefined ? only : 'No data';
}

/** Kinds that write one value large, in the colour of its level. */
const LARGE: ReadonlySet<PanelKind> = new Set(['stat', 'gauge', 'bargauge', 'table']);

/** Grafana colours what is not there as if it were the lowest value: "No data" in green, or a red field on a good day. */
export function withoutValue(panel: ResolvedPanel): readonly ValueMapping[] {
  if (!LARGE.has(panel.kind)) return [];
  const onField = panel.kind === 'stat' && 'colour' in panel.options && panel.options.colour === 'background';
  const color = onField ? 'semi-dark-blue' : 'text';
  return [{ type: 'special', options: { match: 'null+nan', result: { color, text: noValue(panel) } } }];
}

/**
 * Colours by the thresholds; the colours of mappings go before them. A number without thresholds gets the neutral
 * colour: Grafana's own default is red from 80 on.
 */
export function colouredByLevel(panel: ResolvedPanel): FieldConfig {
  const options = { neutral: neutralColour(panel), factor: panelFactor(panel) };
  return { color: { mode: 'thresholds' }, thresholds: regions(panel.thresholds, options) };
}

/** Colours that only tell lines apart. */
export function colouredByLine(): FieldConfig {
  return { color: { mode: 'palette-classic' }, thresholds: regions(undefined) };
}

/** What the panel's thresholds are multiplied by to stand beside its numbers. */
export function panelFactor(panel: ResolvedPanel): number {
  return shownFactor(panel.unit, panelDisplay(panel));
}
