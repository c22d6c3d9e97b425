/**
 * PromQL expressions as a tree of plain, frozen data. Printing, parsing back, label checks, cost and blast radius all
 * walk these nodes; nothing else in the library looks at the text of a query.
 */
import type { MetricFacts } from '../catalogue/metric.ts';
import type { Duration } from '../units/duration.ts';

/** One of Grafana's variables in the place of a span of time. */
export interface SpanVariable {
  readonly kind: 'variable';
  readonly name: string;
}

/** A fixed duration, or one of Grafana's variables: what every server can read. */
export type PlainWindow = { readonly kind: 'duration'; readonly duration: Duration } | SpanVariable;

/** A range or a step: what every server can read, or what Prometheus works out. */
export type WindowNode = PlainWindow | ComputedSpan;

/** A span that the server works out before it runs the query: `5m + step()`. */
export interface ComputedSpan {
  readonly kind: 'computed';
  readonly of: SpanTerm;
}

export type SpanOperator = '+' | '-' | '*' | '/' | '%' | '^';

/** What a computed span is made of; values are in seconds. */
export type SpanTerm =
  | { readonly kind: 'span'; readonly value: number; readonly as: 'duration' | 'seconds' }
  | SpanVariable
  /** `step()`: the resolution of a range query, 0 in a rule. */
  | { readonly kind: 'step' }
  /** `range()`: from its beginning to its end, 0 in a rule. */
  | { readonly kind: 'query range' }
  | { readonly kind: 'span negation'; readonly of: SpanTerm }
  | {
      readonly kind: 'span operation';
      readonly operator: SpanOperator | 'min_of' | 'max_of';
      readonly left: SpanTerm;
      readonly right: SpanTerm;
    };

/** How far back `offset` looks. */
export type OffsetNode = Duration | SpanVariable | ComputedSpan;

export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** Text of a matcher: a literal, or a Grafana variable that its data source escapes as a regular expression. */
export type MatchValue = string | { readonly variable: string };

export interface Matcher {
  readonly label: string;
  readonly operator: MatchOperator;
  readonly value: MatchValue;
}

/** Where in time a selector or subquery looks: `offset 5m`, `@ 1609746000`, `@ start()`, `@ ${t}`. */
export interface TimeShift {
  readonly offset?: OffsetNode;
  readonly at?: number | 'start' | 'end' | SpanVariable;
}

export interface SelectorNode extends TimeShift {
  readonly kind: 'selector';
  readonly metric: string;
  readonly matchers: readonly Matcher[];
  /** Values at the ends of the window: the last before it (`anchored`), or on a line between two samples. */
  readonly extended?: 'anchored' | 'smoothed';
  /** What the catalogue says of the metric; absent in a tree that was parsed from text. */
  readonly facts?: MetricFacts;
}

export interface RangeNode {
  readonly kind: 'range';
  readonly selector: SelectorNode;
  readonly window: WindowNode;
}

export interface SubqueryNode extends TimeShift {
  readonly kind: 'subquery';
  readonly of: Node;
  readonly window: WindowNode;
  readonly step?: WindowNode;
}

export interface NumberNode {
  readonly kind: 'number';
  readonly value: number;
  /** Which signal's threshold the number is, and of which level: an environment may have another. */
  readonly threshold?: { readonly signal: string; readonly level: string };
}

/** One of Grafana's numbers, such as `$__range_s`. */
export interface NumberVariableNode {
  readonly kind: 'number variable';
  readonly name: string;
}

export interface StringNode {
  readonly kind: 'string';
  readonly value: string;
}

export interface CallNode {
  readonly kind: 'call';
  readonly function: string;
  readonly arguments: readonly Node[];
}

export interface Grouping {
  readonly kind: 'by' | 'without';
  readonly labels: readonly string[];
}

export interface AggregateNode {
  readonly kind: 'aggregate';
  readonly operator: string;
  readonly parameter?: Node;
  readonly of: Node;
  readonly grouping?: Grouping;
}

export interface Matching {
  readonly kind: 'on' | 'ignoring';
  readonly labels: readonly string[];
  readonly group?: { readonly side: 'left' | 'right'; readonly include: readonly string[] };
}

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '^'
  | 'atan2'
  | '=='
  | '!='
  | '>'
  | '<'
  | '>='
  | '<='
  | '</'
  | '>/'
  | 'and'
  | 'or'
  | 'unless';

export interface BinaryNode {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Node;
  readonly right: Node;
  readonly bool?: true;
  readonly matching?: Matching;
}

export interface NegationNode {
  readonly kind: 'negation';
  readonly of: Node;
}

/** Text that the types do not vouch for; the build parses it and looks its metrics up. */
export interface RawNode {
  readonly kind: 'raw';
  readonly text: string;
  readonly reason: string;
}

/** A named expression that its owner fills in: how an alert stands on a signal before the profile is known. */
export interface ReferenceNode {
  readonly kind: 'reference';
  readonly to: string;
  readonly by: readonly string[];
  readonly window: WindowNode;
}

export type Node =
  | SelectorNode
  | RangeNode
  | SubqueryNode
  | NumberNode
  | NumberVariableNode
  | StringNode
  | CallNode
  | AggregateNode
  | BinaryNode
  | NegationNode
  | RawNode
  | ReferenceNode;

/** `name(args…)`. */
export function call(name: string, ...args: readonly Node[]): CallNode {
  return Object.freeze({ kind: 'call', function: name, arguments: Object.freeze(args) });
}

/** A number as an argument. */
export function numberNode(value: number): NumberNode {
  return Object.freeze({ kind: 'number', value });
}

/** A string as an argument. */
export function stringNode(value: string): StringNode {
  return Object.freeze({ kind: 'string', value });
}
