/**
 * The tree as text: canonical, with no bracket that is not needed, as `promtool promql format` writes it on one line.
 */
import type {
  AggregateNode,
  BinaryNode,
  Grouping,
  Matcher,
  Matching,
  NegationNode,
  Node,
  SelectorNode,
  SubqueryNode,
  TimeShift,
} from './node.ts';
import { ATOM, isRightFirst, NEGATION, PRECEDENCE } from './precedence.ts';
import { isPlainInList, isPlainLabel, isPlainMetric, numberText, quote } from './quote.ts';
import { offsetText, windowText } from './span.ts';

/**
 * Prints an expression.
 *
 * @throws TypeError for a tree that still holds a reference: `resolve()` fills it in.
 * @example print(sum(rate(redis_commands_total, '5m')).node) // 'sum(rate(redis_commands_total{job="redis"}[5m]))'
 */
export function print(node: Node): string {
  const known = printed.get(node);
  if (known !== undefined) return known;
  const text = printAnew(node);
  printed.set(node, text);
  return text;
}

/** A tree stands in panels, rules, their tests and the index, and its parts in other trees. */
const printed = new WeakMap<Node, string>();

function printAnew(node: Node): string {
  switch (node.kind) {
    case 'selector':
      return selector(node) + moment(node) + extended(node) + offset(node);
    case 'range':
      return `${selector(node.selector)}[${windowText(node.window)}]${extended(node.selector)}${moment(node.selector)}${offset(node.selector)}`;
    case 'subquery':
      return subquery(node);
    case 'number':
      return numberText(node.value);
    case 'number variable':
      return node.name;
    case 'string':
      return quote(node.value);
    case 'call':
      return `${node.function}(${node.arguments.map(print).join(', ')})`;
    case 'aggregate':
      return aggregate(node);
    case 'binary':
      return binary(node);
    case 'negation':
      return negation(node);
    case 'raw':
      return node.text;
    case 'reference':
      throw new TypeError(`print(): the reference to '${node.to}' is not filled in; resolve the model first.`);
  }
}

function selector({ metric, matchers }: SelectorNode): string {
  const named = metric === '' || isPlainMetric(metric);
  const all = named ? matchers : [...matchers, { label: '__name__', operator: '=' as const, value: metric }];
  if (all.length === 0) return metric;
  return `${named ? metric : ''}{${all.map(matcher).sort(byCharacter).join(',')}}`;
}

/** Prometheus sorts the matchers as they are written, by code point: `a1="…"` stands before `a="…"`. */
function byCharacter(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Half of a character beyond U+FFFF comes after every character up to it. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function matcher({ label, operator, value }: Matcher): string {
  const text = quote(typeof value === 'string' ? value : value.variable);
  return `${isPlainLabel(label) ? label : quote(label)}${operator}${text}`;
}

function labelList(labels: readonly string[]): string {
  const names = labels.map((name) => (isPlainInList(name) ? name : quote(name)));
  return `(${names.join(', ')})`;
}

function extended({ extended: word }: SelectorNode): string {
  return word === undefined ? '' : ` ${word}`;
}

function offset({ offset: by }: TimeShift): string {
  return by === undefined || ('ms' in by && by.ms === 0) ? '' : ` offset ${offsetText(by)}`;
}

function moment({ at }: TimeShift): string {
  return at === undefined ? '' : ` ${momentText(at)}`;
}

/** How a point in time stands behind a selector: `@ 1.500`, `@ start()`, `@ $t`. */
export function momentText(at: NonNullable<TimeShift['at']>): string {
  if (typeof at === 'number') return `@ ${timeText(at)}`;
  return typeof at === 'object' ? `@ ${at.name}` : `@ ${at}()`;
}

/** Prometheus counts in whole milliseconds, and rounds halves away from zero. */
function timeText(seconds: number): string {
  const ms = Math.round(Math.abs(seconds) * 1000);
  return `${seconds < 0 && ms !== 0 ? '-' : ''}${(ms / 1000).toFixed(3)}`;
}

function subquery(node: SubqueryNode): string {
  const step = node.step === undefined ? '' : windowText(node.step);
  return `${bracketed(node.of, ATOM)}[${windowText(node.window)}:${step}]${moment(node)}${offset(node)}`;
}

function aggregate({ operator, parameter, of, grouping }: AggregateNode): string {
  const inner = parameter === undefined ? print(of) : `${print(parameter)}, ${print(of)}`;
  const group = groupingText(grouping);
  return group === '' ? `${operator}(${inner})` : `${operator} ${group} (${inner})`;
}

/** A grouping as both languages write it; grouping by nothing is none. */
export function groupingText(grouping: Grouping | undefined): string {
  if (grouping === undefined) return '';
  if (grouping.kind === 'by' && grouping.labels.length === 0) return '';
  return `${grouping.kind} ${labelList(grouping.labels)}`;
}

function binary(node: BinaryNode): string {
  const own = PRECEDENCE[node.operator];
  const rightFirst = isRightFirst(node.operator);
  const left = bracketed(node.left, rightFirst ? own + 1 : own);
  const right = bracketed(node.right, rightFirst ? NEGATION : own + 1);
  const bool = node.bool ? ' bool' : '';
  return `${left} ${node.operator}${bool}${matchingText(node.matching)} ${right}`;
}

/** A matching behind its operator, as both languages write it; ignoring nothing is none. */
export function matchingText(matching: Matching | undefined): string {
  if (matching === undefined) return '';
  const { kind, labels, group } = matching;
  if (kind === 'ignoring' && labels.length === 0 && group === undefined) return '';
  const on = ` ${kind} ${labelList(labels)}`;
  return group === undefined ? on : `${on} group_${group.side} ${labelList(group.include)}`;
}

function negation({ of }: NegationNode): string {
  return `-${bracketed(of, NEGATION)}`;
}

function bracketed(node: Node, least: number): string {
  const text = print(node);
  return precedence(node) < least ? `(${text})` : text;
}

function precedence(node: Node): number {
  if (node.kind === 'binary') return PRECEDENCE[node.operator];
  if (node.kind === 'negation') return NEGATION;
  if (node.kind === 'raw') return 0;
  return node.kind === 'number' && (node.value < 0 || Object.is(node.value, -0)) ? NEGATION : ATOM;
}
