/** A panel's data frames as lib/picture draws them: lines at equal distances, each with how its values are written. */
import {
  colorManipulator,
  type DataFrame,
  type Field,
  FieldType,
  type GrafanaTheme2,
  getFieldDisplayName,
  getFieldSeriesColor,
  MappingType,
  SpecialValueMatch,
  type ValueMapping,
} from '@grafana/data';
import type { PanelData, PanelLine } from '../../../lib/picture/drawing.ts';
import type { DataPanel } from '../../../lib/picture/panel.ts';
import type { Span } from '../../protocol.ts';
import type { Prepared } from '../grafana/prepare.ts';
import { partOption } from './options.ts';

interface Given {
  readonly prepared: Prepared;
  readonly theme: GrafanaTheme2;
  readonly span: Span;
}

/** What a panel of this kind shows. */
export function pictureData({ kind, options }: DataPanel, given: Given): PanelData {
  const { prepared } = given;
  if (kind === 'heatmap') return { lines: [], buckets: bucketsOf(given) };
  const [frame] = prepared.data;
  const names = frame?.fields.find(({ type }) => type === FieldType.string);
  if (kind === 'barchart' && frame !== undefined && names !== undefined) return { lines: rowsOf(frame, names, given) };
  const stacked = kind === 'barchart' && 'stack' in options && options.stack !== undefined;
  const category = stacked ? { category: prepared.panel.title } : {};
  return { lines: linesOf(given).map((line) => ({ ...line, ...category })) };
}

/** A line for each series. */
function linesOf(given: Given): readonly PanelLine[] {
  const { data } = given.prepared;
  return data.flatMap((frame) =>
    numbersOf(frame).map((field) => ({
      ...lineOf(frame, field, given),
      values: evenly(timeOf(frame), field, given.span),
    })),
  );
}

/** A line for each row and column of numbers; where there are several columns, the rows are categories. */
function rowsOf(frame: DataFrame, names: Field, given: Given): readonly PanelLine[] {
  const columns = numbersOf(frame);
  return names.values.flatMap((row: unknown, index) =>
    columns.map((field, seriesIndex) => {
      // As Grafana's bar chart does: colours are counted from its first bars, whatever stood beside them before.
      const own = { ...field, state: { ...field.state, seriesIndex } };
      const line = { ...lineOf(frame, own, given), values: [numberOf(field.values[index])] };
      return columns.length === 1 ? { ...line, name: String(row) } : { ...line, category: String(row) };
    }),
  );
}

function numbersOf({ fields }: DataFrame): readonly Field[] {
  return fields.filter(({ type }) => type === FieldType.number);
}

function timeOf({ fields }: DataFrame): Field | undefined {
  return fields.find(({ type }) => type === FieldType.time);
}

function lineOf(frame: DataFrame, field: Field, { prepared, theme }: Given): Omit<PanelLine, 'values'> {
  return {
    query: frame.refId ?? '',
    name: getFieldDisplayName(field, frame, prepared.data),
    labels: field.labels ?? {},
    field: lookOf(field, theme),
    colour: colorManipulator.asHexString(getFieldSeriesColor(field, theme).color),
    override: {},
  };
}

const EMPTY = { text: 'No data', colour: 'text' } as const;

/** How the values of a field are written and coloured. */
function lookOf({ config }: Field, { visualization }: GrafanaTheme2): PanelLine['field'] {
  const colour = (name: string): string => visualization.getColorByName(name);
  const { unit = 'none', decimals, mappings = [], thresholds, noValue } = config;
  return {
    display: unit,
    ...(decimals === undefined || decimals === null ? {} : { decimals }),
    names: mappings.flatMap((mapping) => namesOf(mapping, colour)),
    steps: (thresholds?.steps ?? []).map((step) => ({ from: step.value ?? -Infinity, colour: colour(step.color) })),
    factor: 1,
    empty: { ...EMPTY, ...(noValue === undefined ? {} : { text: noValue }) },
  };
}

type Names = PanelLine['field']['names'];

const SPECIAL: Readonly<Partial<Record<SpecialValueMatch, 'null' | 'NaN'>>> = {
  [SpecialValueMatch.Null]: 'null',
  [SpecialValueMatch.NaN]: 'NaN',
};

function namesOf(mapping: ValueMapping, colour: (name: string) => string): Names {
  const named = (of: Names[number]['of'], result: { readonly text?: string; readonly color?: string }): Names => [
    { of, text: result.text ?? '', ...(result.color === undefined ? {} : { colour: colour(result.color) }) },
  ];
  if (mapping.type === MappingType.ValueToText)
    return Object.entries(mapping.options).flatMap(([value, result]) => named(Number(value), result));
  if (mapping.type === MappingType.RangeToText) {
    const { from, to, result } = mapping.options;
    return named({ from: from ?? -Infinity, to: to ?? Infinity }, result);
  }
  if (mapping.type !== MappingType.SpecialValue) return [];
  const special = SPECIAL[mapping.options.match];
  return special === undefined ? [] : named(special, mapping.options.result);
}

/** Observations by bucket; the buckets come in the order of their bounds. */
function bucketsOf({ prepared: { data, panel }, span }: Given): NonNullable<PanelData['buckets']> {
  const fields = data.flatMap((frame) => numbersOf(frame).map((field) => ({ frame, field })));
  const { unit } = partOption<{ readonly unit?: string }>(panel, 'yAxis', {});
  return {
    bounds: fields.map(({ field }) => boundOf(field.labels?.le)),
    counts: fields.map(({ frame, field }) => evenly(timeOf(frame), field, span)),
    display: unit,
  };
}

function boundOf(le: string | undefined): number {
  return le === undefined || le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le);
}

/** More moments than this nobody can tell apart on a screen. */
const MAX_MOMENTS = 4_000;

/** The values at every step of the time shown; NaN where there is none. Without times, the values themselves. */
function evenly(time: Field | undefined, field: Field, { from, to }: Span): readonly number[] {
  const step = time?.config.interval ?? 0;
  const count = step > 0 ? Math.floor((to - from) / step) + 1 : 1;
  if (time === undefined || count === 1 || count > MAX_MOMENTS) return field.values.map(numberOf);
  const values = Array.from({ length: count }, () => Number.NaN);
  for (const [index, value] of field.values.entries()) {
    const moment = Math.round((Number(time.values[index]) - from) / step);
    if (moment >= 0 && moment < count) values[moment] = numberOf(value);
  }
  return values;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}
