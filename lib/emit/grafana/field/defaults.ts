/** What a panel says of all its numbers: unit, decimals, texts for values and for none, and where colours come from. */
import type { ResolvedPanel, WhenEmpty } from '../../../model/resolved.ts';
import { given } from '../given.ts';
import type { FieldConfig } from '../schema.ts';
import { mappingsOf } from './mappings.ts';
import { neutralColour } from './neutral.ts';
import { regions } from './thresholds.ts';
import { panelDisplay, shownFactor } from './unit.ts';

/** What Grafana writes where there is no value. */
const NO_VALUE: Readonly<Record<WhenEmpty, string>> = { zero: '0', 'no data': 'No data', 'not applicable': '–' };

/** Unit, decimals and texts: for every kind of panel that shows numbers. */
export function numbers(panel: ResolvedPanel): FieldConfig {
  return given<FieldConfig>({
    unit: panelDisplay(panel),
    decimals: panel.decimals,
    mappings: [...mappingsOf(panel.mappings, panel.unit, panel.thresholds)],
    noValue: noValue(panel),
  });
}

/** The text for no value: the lines' own where they agree, and never a zero where one of them does not know. */
export function noValue({ queries }: ResolvedPanel): string {
  const meanings = new Set(queries.map(({ signal }) => signal.whenEmpty));
  const [only] = meanings;
  return NO_VALUE[meanings.size === 1 && only !== undefined ? only : 'no data'];
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
