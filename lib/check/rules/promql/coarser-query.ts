/**
 * A query that is read by fewer labels than it was written for still says what it said.
 *
 * `max(a) - max(b)` by service is the difference within each service. Without the split it is the largest `a` of all less
 * the largest `b` of all, which may be of two services, and is the difference of none. `a or b` by service shows both;
 * without the split `b` is gone wherever there is an `a`.
 */
import type { SignalWords } from '../../../model/resolved.ts';
import type { BinaryNode, Node } from '../../../promql/node.ts';
import { type Labels, labelIn } from '../../../promql/result/labels.ts';
import { selectors as selectorsOf } from '../../../promql/walk.ts';
import { listed, quoted } from '../../messages.ts';
import { type Fault, rule } from '../../rule.ts';
import { type Expression, placeOf } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';

/** What is picked out of several series: two picks need not be of one series. */
const PICKING: ReadonlySet<string> = new Set(['max', 'min', 'quantile', 'stddev', 'stdvar']);
/** What looks at both sides at once: arithmetic and comparisons. */
const OPERATIONS: ReadonlySet<string> = new Set([
  ...['+', '-', '*', '/', '%', '^', 'atan2'],
  ...['==', '!=', '>', '<', '>=', '<='],
]);

export const coarserQuery = rule({
  id: 'coarser-query',
  reason:
    '`max(a - b)` is another number than `max(a) - max(b)`: in the second, the two largest may belong to different series.',
  source: 'ratios per instance first; Brian Brazil, "Rate then sum, never sum then rate"',
  example: {
    where: 'dashboard shop / panel spread',
    found:
      '`max(queue_length{job="store"}) - min(queue_length{job="store"})`, read without service: each side may be of another one',
    allowed: 'an operation on each series, and max or min of its result',
    remedy: 'work it out by service within the query and aggregate last, or show the panel by service',
  },
  *check(survey) {
    for (const { node, expressions } of survey.binaries) {
      const labels = survey.labelsOf(node);
      if (labels === undefined || labels.others === 'sometimes') continue;
      for (const expression of expressions) {
        const lost = lostLabels(expression, labels);
        if (lost.length === 0) continue;
        const fault = faultOf(node, lost, survey);
        if (fault !== undefined) yield { ...placeOf(expression), ...fault };
      }
    }
  },
});

/** The labels of the signal's finest split that a part of its expression no longer has. */
function lostLabels(expression: Expression, labels: Labels): readonly string[] {
  const [signal, ...others] = signalsOf(expression);
  if (signal === undefined || others.length > 0) return [];
  return signal.split.names.filter((label) => labelIn(labels, label).presence === 'never');
}

/** What an alert made of several signals lost, is theirs to say. */
function signalsOf(expression: Expression): readonly SignalWords[] {
  if (expression.use === 'panel') return [expression.query.signal];
  return expression.use === 'alert' ? expression.rule.signals : [];
}

function faultOf(node: BinaryNode, lost: readonly string[], survey: Survey): Fault | undefined {
  if (OPERATIONS.has(node.operator) && picks(node.left) && picks(node.right)) {
    return {
      found: `${quoted(node)}, read without ${listed(lost)}: each side may be of another one`,
      allowed: 'an operation on each series, and max or min of its result',
      remedy: `work it out by ${listed(lost)} within the query and aggregate last, or show the panel by ${listed(lost)}`,
    };
  }
  if (node.operator !== 'or' || !hides(node, survey)) return undefined;
  return {
    found: `${quoted(node)}, read without ${listed(lost)}: where the left side has an answer, the right side is not shown`,
    allowed: 'both sides under one aggregation, or split by a label that tells them apart',
    remedy: `aggregate what or puts together, max(a or b), or show the panel by ${listed(lost)}`,
  };
}

function picks(node: Node): boolean {
  return node.kind === 'aggregate' && PICKING.has(node.operator);
}

/** Two aggregations of different metrics with the same labels: a default, `or vector(0)`, is meant to be hidden. */
function hides({ left, right }: BinaryNode, { labelsOf }: Survey): boolean {
  if (left.kind !== 'aggregate' || right.kind !== 'aggregate') return false;
  const [a, b] = [labelsOf(left), labelsOf(right)];
  if (a === undefined || b === undefined) return false;
  const names = (node: Node): string => [...new Set(selectorsOf(node).map(({ metric }) => metric))].sort().join();
  const keys = (labels: typeof a): string =>
    [...labels.named]
      .flatMap(([k, { presence }]) => (presence === 'never' ? [] : [k]))
      .sort()
      .join();
  return names(left) !== names(right) && keys(a) === keys(b);
}
