/**
 * Conditions on the labels of lines, as values: `{ status: { '>=': 500 }, method: 'POST' }`.
 * Source: https://grafana.com/docs/loki/latest/query/log_queries/#label-filter-expression
 */
import type { Refusal } from '../promql/expr.ts';
import { type LabelMatch, matchers } from '../promql/matcher.ts';
import type { DurationText } from '../units/duration.ts';
import type { Field, Fields } from './field.ts';
import type { ComparisonOperator, LabelCondition } from './node.ts';

/** Addresses: one, a range such as `10.0.0.1-10.0.0.9`, or a network such as `10.0.0.0/8`. */
export interface Addresses {
  readonly type: 'addresses';
  readonly of: string;
}

/**
 * Addresses, in a line or in a label.
 *
 * @example shopLogs.parse(accessLog).filter({ ip: ip('10.0.0.0/8') }).node.stages.at(-1)
 * // { kind: 'label filter', condition: { kind: 'ip', label: 'ip', operator: '=', value: '10.0.0.0/8' } }
 */
export function ip(of: string): Addresses {
  return Object.freeze({ type: 'addresses', of });
}

/** A duration: `200ms`, `0.7s`, `1h30m`. */
type SpanText = DurationText | `${number}${'ns' | 'us' | 'µs' | 'ms' | 's' | 'm' | 'h'}`;

/** A size: `512B`, `4KB` of a thousand bytes, `4KiB` of 1,024. */
type Size = `${number}${'B' | `${'K' | 'k' | 'M' | 'G' | 'T' | 'P'}${'' | 'i'}B`}`;

type Compared<T> = { readonly [O in ComparisonOperator]?: T };

type NotAddresses = { readonly '!='?: Addresses };

type Text = LabelMatch | Addresses;

/** Comparing a text with a number. */
type TextComparison = Compared<
  Refusal<"this label is text: say what it holds where the line is read, such as { status: 'number' } or { took: 'duration' }">
>;

/** What a label can be held to, by what it holds; any can be held to a text. */
type ConditionOn<T> = T extends 'text'
  ? Text | NotAddresses | Omit<TextComparison, '!='>
  : T extends 'duration'
    ? Text | Compared<SpanText>
    : T extends 'bytes'
      ? Text | Compared<Size>
      : Text | number | Compared<number>;

/** The labels in which Loki says that a stage failed, and how. */
export type ErrorLabel = '__error__' | '__error_details__';

/**
 * A condition on each of some labels; a line passes that fulfils all of them. Every label can be held to a text, as in
 * `where()`; beside that a number to numbers, a duration to durations, a size to sizes, and a text to addresses.
 *
 * @example
 * shopLogs.parse(json({ took: 'duration', heap: 'bytes', ip: 'text' })).filter({
 *   took: { '>': '200ms', '<=': '1m30s' },
 *   heap: { '<': '4MiB' },
 *   ip: { '!=': ip('10.0.0.0/8') },
 *   service: /shop|worker/,
 * });
 * // {project="shop"} | json
 * // | took > 200ms and took <= 1m30s and heap < 4MiB and ip!=ip("10.0.0.0/8") and service=~"shop|worker"
 */
export type Condition<F> = { readonly [K in keyof F]?: ConditionOn<F[K]> } & {
  readonly [K in ErrorLabel]?: LabelMatch;
};

/** A condition whose labels the compiler no longer looks at. */
export type AnyCondition = Readonly<Record<string, Text | number | Compared<unknown> | undefined>>;

/** The node of a filter that any of the conditions lets pass. */
export function filterNode(anyOf: readonly AnyCondition[], fields: Fields): LabelCondition {
  return joined(
    'or',
    anyOf.map((condition) => allOf(condition, fields)),
  );
}

function allOf(condition: AnyCondition, fields: Fields): LabelCondition {
  const parts = Object.entries(condition).flatMap(([label, wanted]) =>
    wanted === undefined ? [] : onLabel(label, wanted, fields[label]),
  );
  return joined('and', parts);
}

function joined(kind: 'and' | 'or', [first, ...more]: readonly LabelCondition[]): LabelCondition {
  if (first === undefined) throw new TypeError('filter(): name at least one label, or leave the filter out.');
  return more.reduce((left, right) => Object.freeze({ kind, left, right }), first);
}

type Wanted = NonNullable<AnyCondition[string]>;

function onLabel(label: string, wanted: Wanted, field: Field | undefined): readonly LabelCondition[] {
  if (typeof wanted === 'number') return [comparison(label, '==', wanted, field)];
  if (isAddresses(wanted)) return [address(label, '=', wanted)];
  if (isText(wanted)) return matchers({ [label]: wanted }).map((matcher) => Object.freeze({ kind: 'text', matcher }));
  return Object.entries(wanted).map(([operator, value]) =>
    isAddresses(value)
      ? address(label, operator === '!=' ? '!=' : '=', value)
      : comparison(label, operator as ComparisonOperator, value, field),
  );
}

function isAddresses(value: unknown): value is Addresses {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'addresses';
}

function isText(wanted: Exclude<Wanted, number | Addresses>): wanted is LabelMatch {
  return typeof wanted === 'string' || wanted instanceof RegExp || Array.isArray(wanted) || 'type' in wanted;
}

function address(label: string, operator: '=' | '!=', { of }: Addresses): LabelCondition {
  return Object.freeze({ kind: 'ip', label, operator, value: of });
}

function comparison(
  label: string,
  operator: ComparisonOperator,
  value: unknown,
  field: Field | undefined,
): LabelCondition {
  if (typeof value === 'number') return Object.freeze({ kind: 'number', label, operator, value });
  if (typeof value === 'string' && (field === 'duration' || field === 'bytes')) {
    return Object.freeze({ kind: field, label, operator, value });
  }
  throw new TypeError(`filter({ ${label}: { '${operator}': … } }): ${String(value)} is nothing to compare it with.`);
}
