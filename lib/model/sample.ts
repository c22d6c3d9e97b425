/** What a signal's values look like where nobody measured any: in pictures and previews. */

/** How a series moves over the time shown. */
export type SampleShape = 'wobbling' | 'steady' | 'rising' | 'falling' | 'rare';

/** Said by a signal whose expression does not tell it, or tells it wrongly. */
export interface Sample {
  /** Where the values mostly lie, in the signal's own unit. */
  readonly between: readonly [number, number];
  readonly shape?: SampleShape;
  /** Where the values of single series lie, by label and value: `{ state: { idle: [8, 12] } }`. */
  readonly of?: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;
  /** Values of labels that no scrape has shown. */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
}
