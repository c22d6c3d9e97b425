/**
 * In what the two text formats differ, as Prometheus 3.16 reads them (its own parsers in model/textparse, which take more
 * than the formats' documents say, and in places less).
 */
import type { Format } from './family.ts';

/** All patterns are sticky. */
export interface Grammar {
  /** What may stand between two words. */
  readonly gap: RegExp;
  /** The value of a label. */
  readonly labelValue: RegExp;
  /** True where a comma must stand between two labels. */
  readonly commas: boolean;
  /** A value, with what must stand before it. */
  readonly value: RegExp;
  /** A timestamp, with what must stand before it. */
  readonly timestamp: RegExp;
  /** How many of a timestamp's units make a second. */
  readonly perSecond: number;
  /** What may follow a value, in words. */
  readonly afterValue: string;
  /** The start of an exemplar; never found where there are none. */
  readonly exemplar: RegExp;
  /** From the `#` to the name. */
  readonly keyword: RegExp;
  readonly helpEscape: RegExp;
}

export const GRAMMARS: Readonly<Record<Format, Grammar>> = Object.freeze({
  'prometheus text': {
    gap: /[ \t]*/y,
    labelValue: /"(?:\\[^\n]|[^\\"])*"/y,
    commas: false,
    value: /[ \t]*[^{ \t\n]+/y,
    timestamp: /[ \t]*[^ \t\n]+/y,
    perSecond: 1000,
    afterValue: 'a timestamp in whole milliseconds, or the end of the line',
    exemplar: /(?!)/y,
    keyword: /#[ \t]+(?:HELP|TYPE)[ \t]+/y,
    helpEscape: /\\([\\n])/g,
  },
  openmetrics: {
    gap: /(?:)/y,
    labelValue: /"(?:\\[^\n]|[^\\"\n])*"/y,
    commas: true,
    value: / [^ \n]+/y,
    timestamp: / [^ \n]+/y,
    perSecond: 1,
    afterValue: 'a timestamp in seconds, an exemplar, or the end of the line',
    exemplar: / # \{/y,
    keyword: /# (?:HELP|TYPE|UNIT) /y,
    helpEscape: /\\([\\"n])/g,
  },
});
