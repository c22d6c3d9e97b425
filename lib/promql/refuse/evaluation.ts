/**
 * What Prometheus takes into its rules and refuses whenever it evaluates them, and what a panel's query fails with: the
 * rules file is loaded, and the alert never fires.
 * Sources: promql/engine.go, promql/durations.go and promql/functions.go of Prometheus 3.16
 */
import { durationText } from '../../units/duration.ts';
import type { Node, OffsetNode, SelectorNode, WindowNode } from '../node.ts';
import { fixedSpan, termsOf, windowText } from '../span.ts';
import { visit } from '../walk.ts';
import { short } from './operations.ts';
import { type Refusal, type Refusals, typeOf, typeText } from './types.ts';

/** Where an expression is evaluated: a rule has neither a step nor a range of its own. */
export interface Evaluated {
  readonly by: 'panel' | 'rule';
}

const ENDS: Readonly<Record<'anchored' | 'smoothed', readonly string[]>> = {
  anchored: ['changes', 'delta', 'increase', 'rate', 'resets'],
  smoothed: ['delta', 'increase', 'rate'],
};

/** What fails in every evaluation of an expression. */
export function* evaluationRefusals(tree: Node, where: Evaluated): Refusals {
  const type = typeOf(tree);
  if (type === 'range vector' || type === 'string') {
    yield {
      found: `${typeText(type)} as the result: ${short(tree)}`,
      allowed: 'an instant vector or a number',
      remedy: 'take a function of it that gives one value a series, such as last_over_time()',
    };
  }
  const found: Refusal[] = [];
  visit(tree, (node) => {
    for (const refusal of nodeRefusals(node, where)) found.push(refusal);
  });
  yield* found;
}

function* nodeRefusals(node: Node, where: Evaluated): Refusals {
  if (node.kind === 'call') {
    for (const argument of node.arguments) {
      if (argument.kind === 'range') yield* endRefusals(node.function, argument.selector);
    }
  }
  yield* labelRefusals(node);
  if (node.kind === 'range' || node.kind === 'subquery') yield* spanRefusals(node.window, where);
  if (node.kind === 'subquery' && node.step !== undefined) yield* spanRefusals(node.step, where);
  const offset = node.kind === 'selector' || node.kind === 'subquery' ? node.offset : undefined;
  if (offset !== undefined) yield* queryRefusals(offset, where);
}

/** A label that is written has a name; whether it has one, only the engine asks. */
function* labelRefusals(node: Node): Refusals {
  const name = labelWritten(node);
  if (name !== '') return;
  yield {
    found: `${node.kind === 'call' ? node.function : 'count_values'}() that writes a label without a name`,
    allowed: 'the name of a label',
    remedy: 'name the label',
  };
}

function labelWritten(node: Node): string | undefined {
  const given = node.kind === 'aggregate' && node.operator === 'count_values' ? node.parameter : undefined;
  const to = node.kind === 'call' && /^label_(?:replace|join)$/.test(node.function) ? node.arguments[1] : given;
  return to?.kind === 'string' ? to.value : undefined;
}

function* endRefusals(name: string, { extended, metric }: SelectorNode): Refusals {
  if (extended === undefined || ENDS[extended].includes(name)) return;
  yield {
    found: `${name}() of ${metric}[…] ${extended}`,
    allowed: `${extended} within ${ENDS[extended].join('(), ')}()`,
    remedy: `leave ${extended} out`,
  };
}

function* spanRefusals(span: WindowNode, where: Evaluated): Refusals {
  const fixed = fixedSpan(span);
  if (fixed !== undefined && !(fixed.ms > 0)) {
    const comes = Number.isFinite(fixed.ms) ? durationText(fixed) : 'no finite time';
    yield {
      found: `[${windowText(span)}], which comes to ${comes}`,
      allowed: 'a span longer than 0',
      remedy: 'turn the subtraction round, or write the span out',
    };
  }
  yield* queryRefusals(span, where);
}

/** step() and range() are those of the query; a rule is evaluated at one moment, and both are 0. */
function* queryRefusals(span: WindowNode | OffsetNode, { by }: Evaluated): Refusals {
  const isOfQuery = termsOf(span).some(({ kind }) => kind === 'step' || kind === 'query range');
  if (by !== 'rule' || !isOfQuery) return;
  yield {
    found: `${'kind' in span ? windowText(span) : durationText(span)} in a rule, where step() and range() are 0`,
    allowed: 'a duration such as 5m',
    remedy: 'write the duration out',
  };
}
