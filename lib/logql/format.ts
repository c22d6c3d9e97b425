/**
 * How the lines of a service are written, under the names of Loki's parsers. A format is declared once; what is read
 * with it has its fields as labels.
 * Source: https://grafana.com/docs/loki/latest/query/log_queries/#parser-expression
 */
import {
  type PatternLabels,
  type PatternText,
  patternLabels,
  type RegexpLabels,
  type RegexpText,
  regexpLabels,
} from './captures.ts';
import { assertLabelNames, type Field, type Fields, type NameIn } from './field.ts';
import type { FieldExtraction, Stage } from './node.ts';

/** A format of lines: how Loki reads it, and which labels that makes. */
export interface Format<out F extends Fields> {
  readonly kind: 'format';
  readonly stage: Stage;
  readonly fields: F;
}

/** Captures are text unless something else is said of them. */
type Captured<L extends string, D> = D extends unknown
  ? { readonly [K in L]: K extends keyof D ? Extract<D[K], Field> : 'text' }
  : never;

/** What captures hold, where it is more than text. */
type FieldOf<L extends string> = { readonly [K in L]?: Field };

function format<F extends Fields>(stage: Stage, fields: F): Format<F> {
  assertLabelNames(`${stage.kind}()`, Object.keys(fields));
  return Object.freeze({ kind: 'format', stage: Object.freeze(stage), fields: Object.freeze({ ...fields }) });
}

function captured<L extends string, D>(labels: readonly string[], said: D | undefined): Captured<L, D> {
  const texts = Object.fromEntries(labels.map((label) => [label, 'text']));
  // The compiler has read the same names from the same text; captures.test.ts holds both to one table.
  return { ...texts, ...said } as Captured<L, D>;
}

/**
 * Lines of fixed form: what stands where a name is becomes its label. `<_>` is passed over.
 *
 * @param fields what those labels hold that are more than text
 * @throws TypeError for a pattern that Loki refuses: without a name, with one twice, or with two that touch.
 * @example
 * shopLogs.parse(pattern('<method> <path> <status>', { status: 'number' })).filter({ status: { '>=': 500 } })
 * // {project="shop"} | pattern "<method> <path> <status>" | status >= 500
 */
export function pattern<const P extends string, const D extends FieldOf<PatternLabels<P>> = Record<never, never>>(
  text: P & PatternText<P>,
  fields?: D,
): Format<Captured<PatternLabels<P>, D>> {
  const labels = patternLabels(text);
  return format({ kind: 'pattern', pattern: text }, captured<PatternLabels<P>, D>(labels, fields));
}

/**
 * Lines that a regular expression (RE2) takes apart: what its named groups match becomes their labels.
 *
 * @param fields what those labels hold that are more than text
 * @throws TypeError without a named group, or with a name twice.
 * @example
 * shopLogs.parse(regexp('order (?P<order>[0-9]+)')).filter({ order: not('') })
 * // {project="shop"} | regexp "order (?P<order>[0-9]+)" | order!=""
 */
export function regexp<const R extends string, const D extends FieldOf<RegexpLabels<R>> = Record<never, never>>(
  expression: R & RegexpText<R>,
  fields?: D,
): Format<Captured<RegexpLabels<R>, D>> {
  const labels = regexpLabels(expression);
  return format({ kind: 'regexp', regexp: expression }, captured<RegexpLabels<R>, D>(labels, fields));
}

/** Where each field stands, where only these are to be read. */
export interface Paths<F> {
  readonly paths: { readonly [K in NameIn<F>]: string };
}

/**
 * Lines that are JSON. A field inside another is named with both, `user_id`; with `paths` only these fields are read,
 * each from its place.
 *
 * @param fields the fields that queries use, and what they hold
 * @example
 * shopLogs.parse(json({ level: 'text', took: 'duration' })).filter({ took: { '>': '200ms' } })
 * // {project="shop"} | json | took > 200ms
 * @example
 * shopLogs.parse(json({ customer: 'text' }, { paths: { customer: 'user.id' } }))
 * // {project="shop"} | json customer="user.id"
 */
export function json<const F extends Fields>(fields: F, options?: Paths<F>): Format<F> {
  return format({ kind: 'json', fields: extractions(options) }, fields);
}

/** How lines of logfmt are read. */
export interface LogfmtOptions<F> extends Partial<Paths<F>> {
  /** A line that is not wholly logfmt is a failure, where otherwise what can be read of it is. */
  readonly strict?: true;
  /** A field without a value makes a label without a value. */
  readonly keepEmpty?: true;
}

/**
 * Lines that are logfmt, `level=info took=3ms`.
 *
 * @param fields the fields that queries use, and what they hold
 * @example
 * shopLogs.parse(logfmt({ level: 'text' }, { strict: true })).filter({ level: 'error' })
 * // {project="shop"} | logfmt --strict | level="error"
 */
export function logfmt<const F extends Fields>(fields: F, options: LogfmtOptions<F> = {}): Format<F> {
  const { paths, strict, keepEmpty } = options;
  const flags = { ...(strict === undefined ? {} : { strict }), ...(keepEmpty === undefined ? {} : { keepEmpty }) };
  return format({ kind: 'logfmt', fields: paths === undefined ? [] : extractions({ paths }), ...flags }, fields);
}

/**
 * Lines that the shipper packed labels into: they are labels again, and the line is the one that was written.
 *
 * @param fields the labels that were packed, and what they hold
 * @example shopLogs.parse(unpack({ container: 'text' })) // {project="shop"} | unpack
 */
export function unpack<const F extends Fields>(fields: F): Format<F> {
  return format({ kind: 'unpack' }, fields);
}

function extractions(
  options: { readonly paths: Readonly<Record<string, string>> } | undefined,
): readonly FieldExtraction[] {
  return Object.freeze(Object.entries(options?.paths ?? {}).map(([label, path]) => Object.freeze({ label, path })));
}
