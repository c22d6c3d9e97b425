/** How the numbers of a panel are shown: thresholds, texts for values, exceptions for some lines, links, reshaping. */

import type { AxisOptions, Colour, Reducer } from '../panels/options.ts';
import type { Unit } from '../units/unit.ts';

export const levels = ['warning', 'critical'] as const;

/** A level of concern. `critical` pages a person, `warning` makes a ticket. */
export type Level = (typeof levels)[number];

/** The values that are a concern: a limit and everything beyond it (`from`), or what is less than the limit (`below`). */
export interface Thresholds<Lv extends Level = Level> {
  readonly direction: 'from' | 'below';
  readonly at: { readonly [K in Lv]: number };
  /** Where the numbers come from. */
  readonly reason?: string;
}

/** A text, and a colour, for a value or a range of values. */
export interface Mapping {
  readonly of: number | 'null' | 'NaN' | { readonly from?: number; readonly to?: number };
  readonly text: string;
  readonly colour?: Colour;
}

/** An exception for one query of a panel, found by its key, or for series whose name matches. */
export type Override = OverrideLook &
  ({ readonly query: string; readonly series?: never } | { readonly series: RegExp; readonly query?: never });

/** What is different about the series of an override. */
export interface OverrideLook {
  readonly colour?: Colour;
  readonly unit?: Unit;
  readonly display?: string;
  readonly axis?: AxisOptions & { readonly side?: 'left' | 'right' };
  readonly draw?: 'lines' | 'bars' | 'points';
  readonly style?: 'solid' | 'dashed';
  readonly fill?: number;
  /** Drawn below zero, as for bytes sent. */
  readonly mirrored?: true;
  readonly legend?: 'hide';
}

/** Where to go from here. Time range and variables travel along. */
export interface Link {
  readonly title: string;
  readonly to: { readonly dashboard: string } | { readonly url: string };
  readonly newTab?: true;
}

/** What is done to the answers before they are drawn. */
export type Transformation =
  | { readonly kind: 'merge' }
  | { readonly kind: 'labels to fields' }
  | { readonly kind: 'series to rows' }
  | { readonly kind: 'reduce'; readonly calculation: Reducer }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'sort'; readonly field: string; readonly order: 'ascending' | 'descending' }
  | { readonly kind: 'limit'; readonly to: number }
  | { readonly kind: 'hide'; readonly fields: readonly string[] };

/** One panel for every value of a variable. */
export interface Repeat {
  readonly variable: string;
  readonly direction: 'horizontal' | 'vertical';
  readonly perLine?: number;
}
