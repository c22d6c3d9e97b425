/** How numbers are shown, in Grafana's words: units, thresholds, texts for values, axes, and where colours come from. */

import { regions, type Step } from '../../model/look/levels.ts';
import { plainColour, type ShownLook } from '../../model/look/look.ts';
import type { NamedValue } from '../../model/look/states.ts';
import { kindOf } from '../../panels/kinds.ts';
import type { AxisOptions } from '../../panels/options.ts';
import { present } from '../plain-data.ts';
import type { Axis, FieldConfig, ThresholdsConfig, ValueMapping } from './schema.ts';

/**
 * Thresholds by the values themselves, not by percent.
 *
 * @example thresholdsOf([{ from: -Infinity, colour: 'green' }]).steps // [{ color: 'green', value: null }]
 */
export function thresholdsOf(steps: readonly Step[]): ThresholdsConfig {
  return {
    mode: 'absolute',
    steps: steps.map(({ from, colour }) => ({ color: colour, value: from === -Infinity ? null : from })),
  };
}

type Result = { text?: string; color?: string; index?: number };

/**
 * Single values share one mapping; ranges and special values have one each.
 *
 * @example mappingsOf([{ of: 0, text: 'Down' }]) // [{ type: 'value', options: { '0': { text: 'Down', index: 0 } } }]
 */
export function mappingsOf(names: readonly NamedValue[]): readonly ValueMapping[] {
  const singles: Record<string, Result> = {};
  const others: ValueMapping[] = [];
  for (const [index, { of, text, colour }] of names.entries()) {
    const result = given<Result>({ text, color: colour, index });
    if (typeof of === 'number') singles[String(of)] = result;
    else others.push(special(of, result));
  }
  return Object.keys(singles).length === 0 ? others : [{ type: 'value', options: singles }, ...others];
}

function special(of: Exclude<NamedValue['of'], number>, result: Result): ValueMapping {
  if (of === 'null') return { type: 'special', options: { match: 'null', result } };
  if (of === 'NaN') return { type: 'special', options: { match: 'nan', result } };
  return { type: 'range', options: { from: of.from ?? null, to: of.to ?? null, result } };
}

const SCALE = {
  linear: { type: 'linear' },
  log2: { type: 'log', log: 2 },
  log10: { type: 'log', log: 10 },
} as const;

/** How values are spread over an axis. */
export function scaleDistribution(scale: NonNullable<AxisOptions['scale']>): NonNullable<Axis['scaleDistribution']> {
  return SCALE[scale];
}

/** The axis of a graph, every setting said: Grafana's defaults are not the same in every version. */
export function axis({ label = '', scale = 'linear', softMin, softMax }: AxisOptions = {}) {
  return {
    ...(softMin === undefined ? {} : { axisSoftMin: softMin }),
    ...(softMax === undefined ? {} : { axisSoftMax: softMax }),
    axisBorderShow: false,
    axisCenteredZero: false,
    axisColorMode: 'text',
    axisLabel: label,
    axisPlacement: 'auto',
    scaleDistribution: scaleDistribution(scale),
  } satisfies Axis;
}

/** Shown in legend, tooltip and graph. */
export function shownEverywhere() {
  return { legend: false, tooltip: false, viz: false };
}

/** Unit, decimals and texts: for every kind of panel that shows numbers. */
export function numbers(panel: ShownLook): FieldConfig {
  const { display, decimals, names, empty } = panel.field;
  return given<FieldConfig>({
    unit: display,
    decimals,
    mappings: [...mappingsOf(names), ...withoutValue(panel)],
    noValue: empty.text,
  });
}

/** Grafana colours what is not there as if it were the lowest value: "No data" in green, or a red field on a good day. */
export function withoutValue(panel: ShownLook): readonly ValueMapping[] {
  const { levelColours, columns } = kindOf(panel.kind);
  if (levelColours !== 'numbers' && columns === undefined) return [];
  const { text, colour } = panel.field.empty;
  return [{ type: 'special', options: { match: 'null+nan', result: { color: colour, text } } }];
}

/**
 * Colours by the thresholds; the colours of mappings go before them. A number without thresholds gets the neutral
 * colour: Grafana's own default is red from 80 on.
 */
export function colouredByLevel(panel: ShownLook): FieldConfig {
  return { color: { mode: 'thresholds' }, thresholds: thresholdsOf(panel.field.steps) };
}

/** Colours that only tell lines apart; one line alone has a colour that stands for no level. */
export function colouredByLine(panel: ShownLook): FieldConfig {
  const alone = plainColour(panel);
  const color =
    alone === undefined ? ({ mode: 'palette-classic' } as const) : ({ mode: 'fixed', fixedColor: alone } as const);
  return { color, thresholds: thresholdsOf(regions(undefined)) };
}

type Open<T> = { readonly [K in keyof T]: Record<never, never> extends Pick<T, K> ? T[K] | undefined : T[K] };

/**
 * The record without the keys that have no value. Only a key that `T` calls optional may lack one.
 *
 * @example given<{ min?: number; max?: number }>({ min: 0, max: undefined }) // { min: 0 }
 */
export function given<T extends object>(record: Open<T>): T {
  // present() forgets the keys it was given; the ones that are gone are optional in T.
  return present(record) as T;
}
