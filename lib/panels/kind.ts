/** What has to be known of a kind of panel. Each kind says it in its own file; `kinds.ts` lists them. */
import type { Unit } from '../units/unit.ts';

/** What a panel shows: numbers of signals, how values are distributed, log lines, or something without a query. */
export type Shown = 'signals' | 'distribution' | 'log streams' | 'nothing';

/** What a query answers with: one value at the end of the range, all values over it, or buckets over it. */
export type QueryFormat = 'instant' | 'range' | 'heatmap';

/** A panel, as far as its kind needs to know it to complete its options. */
export interface PanelFacts<Options> {
  readonly options: Options;
  readonly unit?: Unit;
  readonly thresholds?: object;
  readonly queries: readonly { readonly labels: readonly string[]; readonly format: QueryFormat }[];
  readonly transformations: readonly object[];
}

/** A colour that stands for no level: that of text, or a calm one for areas and bars. */
export type NeutralColour = 'text' | 'area';

/** The neutral colours of numbers without thresholds, and of what stands where there is no value. */
export interface NeutralColours {
  readonly number: NeutralColour;
  readonly noValue: NeutralColour;
}

/** A kind of panel: `Options` may be left open, `Complete` are all of them. */
export interface Kind<Options, Complete, S extends Shown = 'signals'> {
  readonly shows: S;
  /** What its queries answer with, where it has any; a function where that depends on the panel's options. */
  readonly format?: QueryFormat | ((options: Options) => QueryFormat);
  /** Grid rows. */
  readonly height: number;
  /** Panels for which alerts are opened first: the lower, the sooner. Without a rank after all that have one. */
  readonly alertRank?: number;
  /** What the colours of thresholds are for; left out, colours only tell series apart. */
  readonly levelColours?: 'numbers' | 'states';
  /** Each query is a column with a unit and thresholds of its own; other kinds have one unit. */
  readonly columns?: true;
  /** Left out, numbers have the colour of areas, and a missing value that of text. */
  readonly neutral?: (options: Options) => NeutralColours;
  /** The panel's options with the defaults in place of what it leaves open. Doing it twice changes nothing. */
  readonly complete: (panel: PanelFacts<Options>) => Complete;
}
