/** Queries of log lines as the compiler sees them: from stage to stage it knows which labels the lines have, and what these hold. */
import type { LabelSet } from '../promql/expr.ts';
import type { LabelMatch, VariableValue } from '../promql/matcher.ts';
import type { Unit } from '../units/unit.ts';
import type { Addresses, Condition, ErrorLabel } from './condition.ts';
import type { Fields, NameIn, Sample, SampleUnit } from './field.ts';
import type { Format } from './format.ts';
import type { LinesNode, Unwrap } from './node.ts';
import type { TemplateOf } from './template.ts';

/** A pattern of lines, in which `<_>` stands for anything. */
export interface LinePattern {
  readonly type: 'line pattern';
  readonly of: string;
}

type OneOrMore<T> = readonly [T, ...T[]];

/** What a line is looked through for: texts, addresses or a dashboard's variable; regular expressions; or patterns. */
export type LineMatches = OneOrMore<string | Addresses | VariableValue> | OneOrMore<RegExp> | OneOrMore<LinePattern>;

/** The labels of a line with those of a format: a field of the name of a stream's label gets a name of its own. */
export type Parsed<S extends string, F, N> = Merged<
  F,
  { readonly [K in NameIn<N> as K extends S ? `${K}_extracted` : K]: N[K] }
>;

/** The choice that is none makes the compiler show the labels, in place of how they came about. */
type Merged<F, N> = N extends unknown
  ? { readonly [K in keyof F | keyof N]: K extends keyof N ? N[K] : K extends keyof F ? F[K] : never }
  : never;

/** What labels are made of: another label, which is gone then, or a template. */
export type Written<F> = Readonly<Record<string, NameIn<F> | TemplateOf<NameIn<F>>>>;

/** The labels after a `labelFormat()`. */
export type Formatted<F, W> = Merged<
  { readonly [K in Exclude<keyof F, Renamed<W>>]: F[K] },
  { readonly [K in keyof W]: W[K] extends keyof F ? F[W[K]] : 'text' }
>;

type Renamed<W> = Extract<W[keyof W], string>;

/** Labels to drop or to keep: always, or where they have a value. */
export type Choices<F> = readonly (NameIn<F> | ErrorLabel | ValueOf<F>)[];
type ValueOf<F> = { readonly [K in keyof F | ErrorLabel]?: LabelMatch };

/** The labels that are left, where only some are kept. */
export type Kept<F, C extends readonly unknown[]> = C extends unknown
  ? { readonly [K in keyof F & Chosen<C[number]>]: F[K] }
  : never;
type Chosen<C> = C extends string ? C : keyof C;

/** The labels that are left, where some are dropped; one that is dropped for some of its values is left. */
export type Dropped<F, C extends readonly unknown[]> = C extends unknown
  ? { readonly [K in Exclude<keyof F, C[number]>]: F[K] }
  : never;

/**
 * Lines of some streams, in the order of the stages filtered, read and rewritten. `S` are the labels of the streams,
 * `F` the labels of the lines and what they hold, `P` those that the selector of the streams holds to one value.
 *
 * @example
 * shopLogs.where({ service: 'shop' }).contains('POST', 'PUT').excludes(/health|metrics/)
 * // {project="shop", service="shop"} |= "POST" or "PUT" !~ "health|metrics"
 * @example
 * shopLogs
 *   .parse(accessLog)
 *   .filter({ status: { '>=': 500 }, path: not('/') }, { status: '404' })
 *   .lineFormat((labels) => template`${labels.method} ${labels.path}`)
 *   .labelFormat({ code: 'status' })
 *   .drop('ip', { method: 'GET' });
 * // {project="shop"} | pattern `<ip> "<method> <path> <_>" <status> <size>`
 * // | status >= 500 and path!="/" or status="404" | line_format "{{.method}} {{.path}}"
 * // | label_format code=status | drop ip, method="GET"
 */
export interface LinesQuery<in out S extends string, in out F, in out P extends string> {
  readonly type: 'lines: take their rate() or countOverTime()';
  readonly node: LinesNode;
  readonly labels: LabelSet<NameIn<F>>;
  /** What each label holds. */
  readonly fields: F;
  readonly streamLabels: readonly S[];
  readonly pinned: readonly P[];

  /** Lines that contain any of the texts, match any of the regular expressions, or any of the patterns. */
  contains(...anyOf: LineMatches): LinesQuery<S, F, P>;
  /** Lines that contain none of the texts, match none of the regular expressions, or none of the patterns. */
  excludes(...noneOf: LineMatches): LinesQuery<S, F, P>;
  /** Reads the lines as a format says; its fields are labels from here on. */
  parse<N extends Fields>(format: Format<N>): LinesQuery<S, Parsed<S, F, N>, P>;
  /** Lines that fulfil any of the conditions; a condition on several labels is fulfilled when each of its parts is. */
  filter(...anyOf: OneOrMore<Condition<F>>): LinesQuery<S, F, P>;
  /** Lines of which no stage has failed. */
  withoutErrors(): LinesQuery<S, F, P>;
  /** Writes the lines anew. */
  lineFormat(write: TemplateOf<NameIn<F>>): LinesQuery<S, F, P>;
  /** Renames labels, and writes labels by a template. */
  labelFormat<const W extends Written<F>>(labels: W): LinesQuery<S, Formatted<F, W>, P>;
  /** Drops labels, or some values of them. */
  drop<const C extends Choices<F>>(...labels: C): LinesQuery<S, Dropped<F, C>, P>;
  /** Drops all labels but these, those of the streams among them. */
  keep<const C extends Choices<F>>(...labels: C): LinesQuery<S, Kept<F, C>, P>;
  /** Takes the colours of a terminal out of the lines. */
  decolorize(): LinesQuery<S, F, P>;
  /** Takes a label's value as the value of the line: a number, a duration in seconds, a size in bytes. */
  unwrap<const K extends NameIn<F>>(label: K & Sample<F, K>): ValuesQuery<F, Exclude<NameIn<F>, K>, SampleUnit<F[K]>>;
}

/**
 * Lines with a value each, and the labels that are left without it.
 *
 * @example
 * const sizes = shopLogs.parse(accessLog).unwrap('size').withoutErrors();
 * avgOverTime(sizes, '5m', { by: ['path'] });
 * // avg_over_time({project="shop"} | pattern `<ip> "<method> <path> <_>" <status> <size>` | unwrap size
 * // | __error__="" [5m]) by (path)
 */
export interface ValuesQuery<in out F, in out L extends string, out U extends Unit> {
  readonly type: 'values of lines: take their avgOverTime(), sumOverTime() or quantileOverTime()';
  readonly node: LinesNode;
  readonly unwrapped: Unwrap;
  readonly labels: LabelSet<L>;
  readonly fields: F;
  readonly unit: U;

  /** Lines that fulfil any of the conditions. */
  filter(...anyOf: OneOrMore<Condition<F>>): ValuesQuery<F, L, U>;
  /** Lines whose value could be read, and of which no stage has failed. */
  withoutErrors(): ValuesQuery<F, L, U>;
}

/** Any query of lines, its labels unknown to the compiler. */
export interface AnyLinesQuery {
  readonly type: LinesQuery<string, Fields, string>['type'];
  readonly node: LinesNode;
  readonly labels: { readonly names: readonly string[] };
  readonly fields: Fields;
  readonly pinned: readonly string[];
}

/** Any lines with values, their labels unknown to the compiler. */
export interface AnyValuesQuery {
  readonly type: ValuesQuery<Fields, string, Unit>['type'];
  readonly node: LinesNode;
  readonly unwrapped: Unwrap;
  readonly labels: { readonly names: readonly string[] };
  readonly unit: Unit;
}
