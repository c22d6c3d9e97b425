/** Between which values an expression can lie, whatever its series say: what no counter, count or ratio ever leaves. */
import type { AggregateNode, BinaryNode, CallNode, Node, SelectorNode } from '../../promql/node.ts';
import { print } from '../../promql/print.ts';
import { mapNode, selectors } from '../../promql/walk.ts';

/** Both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

const ANY: Range = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const POSITIVE: Range = { min: 0, max: Number.POSITIVE_INFINITY };
const SHARE: Range = { min: 0, max: 1 };
const ONE: Range = { min: 1, max: 1 };

/** Series that are 0 or 1, in every Prometheus and in every blackbox_exporter. */
const SWITCHES = new Set(['up', 'probe_success']);

/**
 * Between which values an expression lies. What nothing is known of lies anywhere.
 *
 * @example rangeOf(sum(rate(redis_commands_total, '5m')).node) // { min: 0, max: Infinity }
 */
export function rangeOf(node: Node): Range {
  switch (node.kind) {
    case 'number':
      return { min: node.value, max: node.value };
    case 'selector':
      return SWITCHES.has(node.metric) ? SHARE : node.metric === 'ALERTS' ? ONE : ANY;
    case 'range':
      return rangeOf(node.selector);
    case 'subquery':
      return rangeOf(node.of);
    case 'negation': {
      const { min, max } = rangeOf(node.of);
      return { min: -max, max: -min };
    }
    case 'call':
      return ofCall(node);
    case 'aggregate':
      return ofAggregate(node);
    case 'binary':
      return ofBinary(node);
    default:
      return ANY;
  }
}

/** What they answer, whatever they are asked of. */
const ANSWERS: Readonly<Record<string, Range>> = {
  rate: POSITIVE,
  irate: POSITIVE,
  increase: POSITIVE,
  changes: POSITIVE,
  resets: POSITIVE,
  abs: POSITIVE,
  sqrt: POSITIVE,
  exp: POSITIVE,
  time: POSITIVE,
  timestamp: POSITIVE,
  stddev_over_time: POSITIVE,
  stdvar_over_time: POSITIVE,
  absent: ONE,
  absent_over_time: ONE,
  present_over_time: ONE,
  count_over_time: { min: 1, max: Number.POSITIVE_INFINITY },
};

/** Functions that answer with one of the values that they are given, or with one between them. */
const BETWEEN = new Set([
  'avg_over_time',
  'first_over_time',
  'last_over_time',
  'max_over_time',
  'min_over_time',
  'label_replace',
  'label_join',
  'sort',
  'sort_desc',
  'vector',
]);

function ofCall({ function: name, arguments: given }: CallNode): Range {
  const answer = ANSWERS[name];
  if (answer !== undefined) return answer;
  const of = given.find(({ kind }) => kind !== 'string' && !(kind === 'number' && name !== 'vector'));
  return of !== undefined && BETWEEN.has(name) ? rangeOf(of) : ANY;
}

const OF_EACH = new Set(['avg', 'max', 'min', 'topk', 'bottomk', 'limitk', 'limit_ratio']);

function ofAggregate({ operator, of }: AggregateNode): Range {
  // Of nothing there is no count.
  if (operator === 'count' || operator === 'count_values') return operator === 'count' ? { ...POSITIVE, min: 1 } : ANY;
  if (operator === 'group') return ONE;
  if (operator === 'stddev' || operator === 'stdvar') return POSITIVE;
  if (OF_EACH.has(operator)) return rangeOf(of);
  return operator === 'sum' && rangeOf(of).min >= 0 ? POSITIVE : ANY;
}

function ofBinary(node: BinaryNode): Range {
  const { operator, bool, left, right } = node;
  if (bool === true) return SHARE;
  const [a, b] = [rangeOf(left), rangeOf(right)];
  if (operator === '/' && isPart(left, right)) return SHARE;
  if (operator === '+') return ends([a.min + b.min, a.max + b.max]);
  if (operator === '-') return ends([a.min - b.max, a.max - b.min]);
  if (operator === '*') return ends([a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max]);
  if (operator === '/') return b.min === b.max && b.min > 0 ? ends([a.min / b.min, a.max / b.min]) : quotient(a, b);
  if (operator === 'or') return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
  // A comparison and `and` keep the values of their left side.
  return ['%', '^', 'atan2'].includes(operator) ? ANY : left.kind === 'number' ? b : a;
}

const quotient = (a: Range, b: Range): Range => (a.min >= 0 && b.min >= 0 ? POSITIVE : ANY);

/** Of products with nothing by infinity nothing is known. */
function ends(values: readonly number[]): Range {
  return values.some(Number.isNaN) ? ANY : { min: Math.min(...values), max: Math.max(...values) };
}

/** What only rises, and what is summed of it: a part of it is never more than the whole. */
const COUNTED = /^(?:sum(?: by \([^)]*\))? ?\()?(?:rate|increase)\(/;

/** Whether a quotient is of a part and its whole: the same but for conditions that only the part has. */
function isPart(part: Node, whole: Node): boolean {
  const [one, other] = [selectors(part), selectors(whole)];
  if (one.length !== 1 || other.length !== 1) return false;
  const [some, all] = [textsOf(one[0]), textsOf(other[0])];
  const isSame = print(withoutMatchers(part)) === print(withoutMatchers(whole));
  return isSame && COUNTED.test(print(part)) && all.every((each) => some.includes(each));
}

const textsOf = (selector: SelectorNode | undefined): readonly string[] =>
  (selector?.matchers ?? []).map((matcher) => JSON.stringify(matcher));

function withoutMatchers(tree: Node): Node {
  return mapNode(tree, (node) => (node.kind === 'selector' ? { ...node, matchers: [] } : node));
}
