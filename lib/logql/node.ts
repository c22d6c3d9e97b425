/**
 * LogQL expressions as a tree of plain, frozen data, as promql/node.ts is for PromQL. What the two languages share
 * (matchers of labels, windows, grouping, matching) is PromQL's own.
 * Source: https://grafana.com/docs/loki/latest/query/
 */
import type { BinaryOperator, Grouping, Matcher, Matching, PlainWindow } from '../promql/node.ts';
import type { Duration } from '../units/duration.ts';

/** What a line filter looks for: a text, a regular expression or a pattern, by its operator; or an address. */
export type LineMatch = string | { readonly variable: string } | { readonly ip: string };

/** `|=` contains, `|~` matches the regular expression, `|>` matches the pattern; with `!` they do not. */
export type LineOperator = '|=' | '!=' | '|~' | '!~' | '|>' | '!>';

/** `|= "one" or "another"`: a line passes that has one of the texts; with `!=`, a line that has none of them. */
export interface LineFilterStage {
  readonly kind: 'line filter';
  readonly operator: LineOperator;
  readonly matches: readonly LineMatch[];
}

/** A label out of a field of the line: `who="user.id"`; without a path, the field of the label's own name. */
export interface FieldExtraction {
  readonly label: string;
  readonly path?: string;
}

export interface JsonStage {
  readonly kind: 'json';
  /** Only these; empty for every field. */
  readonly fields: readonly FieldExtraction[];
}

export interface LogfmtStage {
  readonly kind: 'logfmt';
  readonly fields: readonly FieldExtraction[];
  readonly strict?: true;
  readonly keepEmpty?: true;
}

export interface PatternStage {
  readonly kind: 'pattern';
  readonly pattern: string;
}

export interface RegexpStage {
  readonly kind: 'regexp';
  readonly regexp: string;
}

export interface UnpackStage {
  readonly kind: 'unpack';
}

export interface LineFormatStage {
  readonly kind: 'line format';
  readonly template: string;
}

/** A label renamed (`to=from`), or made by a template (`to="{{.from}}"`). */
export interface LabelFormat {
  readonly label: string;
  readonly from: { readonly label: string } | { readonly template: string };
}

export interface LabelFormatStage {
  readonly kind: 'label format';
  readonly labels: readonly LabelFormat[];
}

export type ComparisonOperator = '==' | '!=' | '>' | '>=' | '<' | '<=';

/** A condition on labels. Numbers, durations and sizes are kept as they are written; `=` of a number reads as `==`. */
export type LabelCondition =
  | { readonly kind: 'text'; readonly matcher: Matcher }
  | { readonly kind: 'number'; readonly label: string; readonly operator: ComparisonOperator; readonly value: number }
  | { readonly kind: 'duration'; readonly label: string; readonly operator: ComparisonOperator; readonly value: string }
  | { readonly kind: 'bytes'; readonly label: string; readonly operator: ComparisonOperator; readonly value: string }
  | { readonly kind: 'ip'; readonly label: string; readonly operator: '=' | '!='; readonly value: string }
  | { readonly kind: 'and' | 'or'; readonly left: LabelCondition; readonly right: LabelCondition };

export interface LabelFilterStage {
  readonly kind: 'label filter';
  readonly condition: LabelCondition;
}

/** A label to drop or to keep: always, or only where it matches. */
export type LabelChoice = { readonly label: string } | { readonly matcher: Matcher };

export interface DropStage {
  readonly kind: 'drop' | 'keep';
  readonly labels: readonly LabelChoice[];
}

export interface DecolorizeStage {
  readonly kind: 'decolorize';
}

export type Stage =
  | LineFilterStage
  | JsonStage
  | LogfmtStage
  | PatternStage
  | RegexpStage
  | UnpackStage
  | LineFormatStage
  | LabelFormatStage
  | LabelFilterStage
  | DropStage
  | DecolorizeStage;

/** The lines of some streams, in the order of their stages filtered, read and rewritten. */
export interface LinesNode {
  readonly kind: 'lines';
  readonly streams: readonly Matcher[];
  /** The labels that the shipper sets; absent in a tree that was parsed from text. */
  readonly streamLabels?: readonly string[];
  /** What the streams say, for samples; no part of the query. */
  readonly examples?: readonly ExampleNode[];
  readonly stages: readonly Stage[];
}

/** A line that is written again and again, by a stream with these labels. */
export interface ExampleNode {
  readonly labels: Readonly<Record<string, string>>;
  /** How often, on average. */
  readonly every: Duration;
  readonly text: (at: Date) => string;
}

export type UnwrapConversion = 'duration' | 'duration_seconds' | 'bytes';

/** The label whose value is the sample, read as a number, a duration in seconds or a size in bytes. */
export interface Unwrap {
  readonly label: string;
  readonly conversion?: UnwrapConversion;
  /** What stands behind it: `| __error__=""`. */
  readonly filters: readonly LabelCondition[];
}

export interface LogRangeNode {
  readonly kind: 'log range';
  readonly lines: LinesNode;
  readonly unwrap?: Unwrap;
  readonly window: PlainWindow;
  readonly offset?: Duration;
}

/** `rate({…}[5m])`, `quantile_over_time(0.99, {…} | unwrap x [5m]) by (service)`. */
export interface RangeAggregateNode {
  readonly kind: 'range aggregate';
  readonly operator: string;
  readonly parameter?: number;
  readonly of: LogRangeNode;
  readonly grouping?: Grouping;
}

/** `sum by (service) (…)`, `topk(5, …)`; sorting is one too. */
export interface LogAggregateNode {
  readonly kind: 'aggregate';
  readonly operator: string;
  readonly parameter?: number;
  readonly of: LogNode;
  readonly grouping?: Grouping;
}

export interface LogBinaryNode {
  readonly kind: 'binary';
  readonly operator: Exclude<BinaryOperator, 'atan2'>;
  readonly left: LogNode;
  readonly right: LogNode;
  readonly bool?: true;
  readonly matching?: Matching;
}

export interface LogNumberNode {
  readonly kind: 'number';
  readonly value: number;
  /** Which signal's threshold the number is, and of which level: an environment may have another. */
  readonly threshold?: { readonly signal: string; readonly level: string };
}

/** `vector(0)`. */
export interface LogVectorNode {
  readonly kind: 'vector';
  readonly value: number;
}

/** `label_replace(of, "to", "replacement", "from", "regexp")`. */
export interface LogLabelReplaceNode {
  readonly kind: 'label replace';
  readonly of: LogNode;
  readonly to: string;
  readonly replacement: string;
  readonly from: string;
  readonly regexp: string;
}

/** Text that the types do not vouch for; the build parses it. */
export interface RawLogNode {
  readonly kind: 'raw';
  readonly text: string;
  readonly reason: string;
}

/** A LogQL expression whose answer is numbers. */
export type LogNode =
  | RangeAggregateNode
  | LogAggregateNode
  | LogBinaryNode
  | LogNumberNode
  | LogVectorNode
  | LogLabelReplaceNode
  | RawLogNode;

/** Any LogQL query: numbers or lines. */
export type LogQueryNode = LogNode | LinesNode;
