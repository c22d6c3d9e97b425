/** Two PromQL trees side by side, from the root down: what is the same is passed over, what differs is named. */
import type {
  AggregateNode,
  BinaryNode,
  CallNode,
  Node,
  RangeNode,
  SelectorNode,
  SubqueryNode,
  WindowNode,
} from '../../promql/node.ts';
import { momentText, print } from '../../promql/print.ts';
import { offsetText, windowText } from '../../promql/span.ts';
import { short } from '../words.ts';
import { changed, type ExpressionChange } from './change.ts';
import { groupingChanges, matchingChanges } from './grouping.ts';
import { isComparison, type Limit, limitChanges, mirrored } from './limit.ts';
import { matcherChanges } from './matchers.ts';
import { wrappingOf } from './wrapping.ts';

/** What is known of the place in the tree. */
interface Standing {
  /** Right of `unless`, what fulfils a condition is left out. */
  readonly excludes: boolean;
}

type Changes = readonly ExpressionChange[];

/** What changed between two expressions; nothing when they print the same. */
export function promqlChanges(before: Node, after: Node): Changes {
  const changes = compared(before, after, { excludes: false });
  // Both are shown beside it.
  const isOther = changes.length === 1 && changes[0]?.words === replaced(before, after).words;
  return isOther ? [changed('shape', 'another expression')] : changes;
}

function compared(before: Node, after: Node, standing: Standing): Changes {
  if (print(before) === print(after)) return [];
  return ofOneKind(before, after, standing) ?? wrapped(before, after, standing) ?? [replaced(before, after)];
}

function replaced(before: Node, after: Node): ExpressionChange {
  return changed('shape', `${short(print(before), 160)} is now ${short(print(after), 160)}`);
}

/** The changes where both have the same form; undefined where they have not. */
function ofOneKind(before: Node, after: Node, standing: Standing): Changes | undefined {
  if (before.kind === 'selector' && after.kind === 'selector') return ofSelector(before, after);
  if (before.kind === 'range' && after.kind === 'range') return ofRange(before, after);
  if (before.kind === 'subquery' && after.kind === 'subquery') return ofSubquery(before, after, standing);
  if (before.kind === 'call' && after.kind === 'call') return ofCall(before, after, standing);
  if (before.kind === 'aggregate' && after.kind === 'aggregate') return ofAggregate(before, after, standing);
  if (before.kind === 'binary' && after.kind === 'binary') return ofBinary(before, after, standing);
  if (before.kind === 'negation' && after.kind === 'negation') return compared(before.of, after.of, standing);
  return undefined;
}

function ofSelector(before: SelectorNode, after: SelectorNode): Changes {
  const where = after.metric === '' ? '' : ` in ${after.metric}`;
  return [
    ...(before.metric === after.metric
      ? []
      : [changed('metric', `reads ${after.metric || 'any metric'} instead of ${before.metric || 'any metric'}`)]),
    ...matcherChanges(before.matchers, after.matchers, where),
    ...shiftChanges(before, after),
    ...extendedChanges(before, after),
  ];
}

function extendedChanges(before: SelectorNode, after: SelectorNode): Changes {
  const [was, is] = [before, after].map(({ extended }) => extended ?? 'within the window');
  return was === is ? [] : [changed('window', `values at the ends of the window: ${is} instead of ${was}`)];
}

function shiftChanges(before: SelectorNode | SubqueryNode, after: SelectorNode | SubqueryNode): Changes {
  const [was, is] = [before, after].map(({ offset }) => (offset === undefined ? 'now' : `${offsetText(offset)} ago`));
  const [time, other] = [before, after].map(({ at }) => (at === undefined ? '@ of the query' : momentText(at)));
  return [
    ...(was === is ? [] : [changed('window', `looks at ${is} instead of ${was}`)]),
    ...(time === other ? [] : [changed('window', `looks at the time ${other}`)]),
  ];
}

function windowChanges(before: WindowNode, after: WindowNode): Changes {
  const [was, is] = [windowText(before), windowText(after)];
  return was === is ? [] : [changed('window', `window ${was} → ${is}`)];
}

function ofRange(before: RangeNode, after: RangeNode): Changes {
  return [...windowChanges(before.window, after.window), ...ofSelector(before.selector, after.selector)];
}

function ofSubquery(before: SubqueryNode, after: SubqueryNode, standing: Standing): Changes {
  const [was, is] = [before.step, after.step].map((step) => (step === undefined ? 'the default' : windowText(step)));
  return [
    ...windowChanges(before.window, after.window),
    ...(was === is ? [] : [changed('window', `step ${was} → ${is}`)]),
    ...shiftChanges(before, after),
    ...compared(before.of, after.of, standing),
  ];
}

function ofCall(before: CallNode, after: CallNode, standing: Standing): Changes | undefined {
  const [was, is] = [before.arguments, after.arguments];
  if (was.length !== is.length) return undefined;
  const renamed =
    before.function === after.function ? [] : [changed('shape', `${before.function}() is now ${after.function}()`)];
  const inside = was.flatMap((argument, index) => {
    const other = is[index];
    return other === undefined ? [] : compared(argument, other, standing);
  });
  // Another function over something else is another expression.
  if (renamed.length > 0 && inside.some(({ effect }) => effect === 'shape')) return undefined;
  return [...renamed, ...inside];
}

function ofAggregate(before: AggregateNode, after: AggregateNode, standing: Standing): Changes | undefined {
  const renamed =
    before.operator === after.operator ? [] : [changed('shape', `${before.operator} is now ${after.operator}`)];
  const [was, is] = [before.parameter, after.parameter];
  if ((was === undefined) !== (is === undefined)) return undefined;
  const inside = compared(before.of, after.of, standing);
  if (renamed.length > 0 && inside.some(({ effect }) => effect === 'shape')) return undefined;
  return [
    ...renamed,
    ...(was !== undefined && is !== undefined ? compared(was, is, standing) : []),
    ...groupingChanges(after.operator, before.grouping, after.grouping),
    ...inside,
  ];
}

/** Operators whose operands may stand in any order, or in any brackets. */
const CHAINED = new Set(['and', 'or', '+', '*']);
const COMMUTATIVE = new Set(['+', '*']);

function ofBinary(before: BinaryNode, after: BinaryNode, standing: Standing): Changes | undefined {
  const [was, is] = [limitOf(before), limitOf(after)];
  if (was !== undefined && is !== undefined) {
    return [
      ...limitChanges(was.limit, is.limit, { ...standing, of: print(is.of) }),
      ...compared(was.of, is.of, standing),
    ];
  }
  if (before.operator !== after.operator) return undefined;
  const matching = matchingChanges(after.operator, before.matching, after.matching);
  const isPlain = before.matching === undefined && after.matching === undefined;
  if (CHAINED.has(after.operator) && isPlain) return ofChain(before, after, standing);
  const right = { excludes: after.operator === 'unless' ? !standing.excludes : standing.excludes };
  const left = compared(before.left, after.left, standing);
  return [...matching, ...left, ...compared(before.right, after.right, right)];
}

function limitOf({
  operator,
  left,
  right,
  bool,
}: BinaryNode): { readonly limit: Limit; readonly of: Node } | undefined {
  if (!isComparison(operator) || bool === true) return undefined;
  if (right.kind === 'number') return { limit: { operator, value: right.value }, of: left };
  if (left.kind === 'number') return { limit: mirrored({ operator, value: left.value }), of: right };
  return undefined;
}

/** Operands of a chain: those that are in both are left out, the others are compared in their order. */
function ofChain(before: BinaryNode, after: BinaryNode, standing: Standing): Changes {
  const { operator } = after;
  const [was, is] = [operands(before, operator), operands(after, operator)];
  const [texts, others] = [was.map(print), is.map(print)];
  const gone = was.filter((_, index) => !others.includes(texts[index] ?? ''));
  const added = is.filter((_, index) => !texts.includes(others[index] ?? ''));
  const both = Math.min(gone.length, added.length);
  const inside = gone.slice(0, both).flatMap((each, index) => {
    const other = added[index];
    return other === undefined ? [] : compared(each, other, standing);
  });
  const changes = [
    ...inside,
    ...added.slice(both).map((each) => changed('shape', `${operator} ${short(print(each), 160)} added`)),
    ...gone.slice(both).map((each) => changed('shape', `${operator} ${short(print(each), 160)} dropped`)),
  ];
  if (changes.length > 0) return changes;
  // The values of `or` and `and` are those of what stands first.
  const means = COMMUTATIVE.has(operator) && was.length === is.length ? 'same' : 'shape';
  return [changed(means, `operands of ${operator} stand in another order`)];
}

function operands(node: Node, operator: string): readonly Node[] {
  if (node.kind !== 'binary' || node.operator !== operator || node.matching !== undefined) return [node];
  return [...operands(node.left, operator), ...operands(node.right, operator)];
}

function wrapped(before: Node, after: Node, standing: Standing): Changes | undefined {
  const around = wrappingOf(after, before);
  if (around !== undefined) {
    const words = around.isOperand ? `${around.words} added` : `now within ${around.words}`;
    return [changed('shape', words), ...compared(before, around.inner, standing)];
  }
  const dropped = wrappingOf(before, after);
  if (dropped === undefined) return undefined;
  const words = dropped.isOperand ? `${dropped.words} dropped` : `no longer within ${dropped.words}`;
  return [changed('shape', words), ...compared(dropped.inner, after, standing)];
}
