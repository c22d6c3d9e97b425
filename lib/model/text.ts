/**
 * Texts with holes, as tagged templates that take only typed holes: `[object Object]` and a stray `{{` cannot happen.
 * The same text is printed for a legend (`{{service}}`) and for an alert (`{{ $labels.service }}`).
 */
import type { Unit } from '../units/unit.ts';

/** The value of a label. */
export interface LabelHole {
  readonly hole: 'label';
  readonly label: string;
}

/** The value of an alert's expression, written by its unit. */
export interface ValueHole {
  readonly hole: 'value';
  readonly unit: Unit;
}

export type Hole = LabelHole | ValueHole;

/** Literal pieces and holes, in order. */
export interface Text {
  readonly pieces: readonly (string | Hole)[];
}

/** Exactly the labels of an expression, as holes. */
export type LabelHoles<L extends string> = { readonly [K in L]: LabelHole };

/**
 * A text with holes.
 *
 * @example
 * query(requests, { by: ['service'], legend: (l) => text`orders of ${l.service}` }).legend
 * // { pieces: ['orders of ', { hole: 'label', label: 'service' }] }
 */
export function text(literals: TemplateStringsArray, ...holes: readonly Hole[]): Text {
  const pieces = literals.flatMap((literal, index): readonly (string | Hole)[] => {
    const hole = holes[index];
    return hole === undefined ? [literal] : [literal, hole];
  });
  return Object.freeze({ pieces: Object.freeze(pieces.filter((piece) => piece !== '')) });
}

/** The holes that a legend or a description may use. */
export function labelHoles<L extends string>(labels: readonly L[]): LabelHoles<L> {
  const entries = labels.map((label) => [label, Object.freeze({ hole: 'label', label })]);
  // Object.fromEntries() forgets the keys it was given.
  return Object.freeze(Object.fromEntries(entries)) as LabelHoles<L>;
}

/** The hole for an expression's value. */
export function valueHole(unit: Unit): ValueHole {
  return Object.freeze({ hole: 'value', unit });
}

/** A text without holes. */
export function plainText(literal: string): Text {
  return Object.freeze({ pieces: Object.freeze([literal]) });
}
