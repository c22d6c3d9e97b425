/** One step of `npm run check`. */

export interface Step {
  readonly name: string;
  /** What is wrong, as a person reads it; nothing where all is well. */
  run(): Promise<string>;
}
