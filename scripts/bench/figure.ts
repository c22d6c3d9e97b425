/** What a budget is, and what measuring it yields. */

export interface Figure {
  readonly value: number;
  readonly limit: number;
  readonly unit: 's' | 'ms' | 'MB' | '×';
  /** How the figure came about, where the name does not say it. */
  readonly note?: string;
}

/** Why a budget cannot be measured here. */
export interface Skipped {
  readonly skipped: string;
}

export interface Budget {
  readonly name: string;
  measure(): Promise<Figure | Skipped>;
}
