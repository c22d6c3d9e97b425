/** What the labels of log lines hold. To Loki each is a text; what it can be compared with and added up as is said here. */
import type { Refusal } from '../promql/expr.ts';
import { type Bytes, bytes, type Seconds, seconds, type Unit } from '../units/unit.ts';
import type { UnwrapConversion } from './node.ts';
import { labelRefusals } from './refuse/refusal.ts';

/**
 * What a label holds: a text; a number, such as a status; a number that measures something, by its unit; a duration such
 * as `310ms`; a size such as `4KB`.
 */
export type Field = 'text' | 'number' | 'duration' | 'bytes' | Unit;

/** Labels, and what each holds. */
export type Fields = Readonly<Record<string, Field>>;

/** The names of labels. */
export type NameIn<F> = keyof F & string;

/** Labels of which nothing is known but their names. */
export type Texts<L extends string> = { readonly [K in L]: 'text' };

/** The unit of a label's value as a sample. */
export type SampleUnit<T> = T extends 'duration' ? Seconds : T extends 'bytes' ? Bytes : T extends Unit ? T : never;

/** Refuses a label that is no sample: a text, or a number of which nobody said what it measures. */
export type Sample<F, K extends keyof F> = F[K] extends 'text'
  ? Refusal<`'${K & string}' is text: say what it holds where the line is read, such as { ${K & string}: unit.bytes } or { ${K & string}: 'duration' }`>
  : F[K] extends 'number'
    ? Refusal<`'${K & string}' is a number without a unit: say what it measures where the line is read, such as { ${K & string}: unit.bytes }`>
    : unknown;

/**
 * Makes sure that LogQL can write the names of labels.
 *
 * @param where what the message begins with
 * @throws TypeError for a word of LogQL, and for what is not made of letters, digits and `_`.
 */
export function assertLabelNames(where: string, labels: Iterable<string>): void {
  for (const { found, allowed } of labelRefusals(labels)) {
    throw new TypeError(`${where}: LogQL cannot write ${found}; it takes ${allowed}.`);
  }
}

/** How Loki is told to read a label's value; a plain number needs no telling. */
export function conversionOf(field: Field): { readonly conversion?: UnwrapConversion } {
  return field === 'duration' || field === 'bytes' ? { conversion: field } : {};
}

/**
 * The unit of a label's value as a sample.
 *
 * @throws TypeError for a text, and for a number without a unit.
 */
export function sampleUnit(label: string, field: Field | undefined): Unit {
  if (field === 'duration') return seconds;
  if (field === 'bytes') return bytes;
  if (typeof field === 'object') return field;
  throw new TypeError(
    `unwrap('${label}'): say what the label measures where the line is read, such as { ${label}: unit.bytes } or { ${label}: 'duration' }.`,
  );
}
