/**
 * No threshold lies beyond what a quantile can reach.
 *
 * Prometheus answers with the last finite bound of a classic histogram where the quantile lies in the bucket above it.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile
 */
import type { ResolvedModel } from '../../../model/resolved.ts';
import type { Node } from '../../../promql/node.ts';
import { selectors as selectorsOf } from '../../../promql/walk.ts';
import { type Fault, rule } from '../../rule.ts';
import { everywhere, placeOf } from '../../survey/expressions.ts';

export const quantileThreshold = rule({
  id: 'quantile-threshold',
  reason:
    'A quantile is never more than the last bound of its histogram: an alert beyond it never fires, however slow everything is.',
  source: 'Prometheus: histogram_quantile()',
  example: {
    where: 'alert Slow',
    found: 'a limit of 5 for a quantile of request_duration_seconds, whose last bound is 1',
    allowed: 'a limit of less than 1',
    remedy: 'choose a limit within the bounds, or give the histogram a bound beyond it',
  },
  *check({ binaries, queries, model: { catalogue } }) {
    for (const { node, expressions } of binaries) {
      const [side, limit] = UPWARDS.has(node.operator) ? [node.left, node.right] : [node.right, node.left];
      if (limit.kind !== 'number' || !(UPWARDS.has(node.operator) || DOWNWARDS.has(node.operator))) continue;
      const mustExceed = node.operator === '>' || node.operator === '<';
      const fault = unreached(side, limit.value, { mustExceed, catalogue });
      if (fault !== undefined) yield* everywhere(expressions, fault);
    }
    for (const query of queries) {
      const { thresholds } = query.panel;
      if (thresholds?.direction !== 'from') continue;
      const fault = unreached(query.node, Math.max(...Object.values(thresholds.at)), { mustExceed: false, catalogue });
      if (fault !== undefined) yield { ...placeOf(query), ...fault };
    }
  },
});

const UPWARDS: ReadonlySet<string> = new Set(['>', '>=']);
const DOWNWARDS: ReadonlySet<string> = new Set(['<', '<=']);

/** What is told of a limit that a quantile cannot reach, or cannot exceed. */
function unreached(
  node: Node,
  limit: number,
  { mustExceed, catalogue }: { readonly mustExceed: boolean; readonly catalogue: ResolvedModel['catalogue'] },
): Fault | undefined {
  const quantile = quantileIn(node);
  if (quantile === undefined) return undefined;
  const [facts] = selectorsOf(quantile).flatMap((node) => {
    const known = node.facts ?? catalogue.get(node.metric);
    return known?.kind === 'histogram' ? [known] : [];
  });
  const last = Math.max(...(facts?.bounds ?? []));
  if (facts === undefined || !Number.isFinite(last) || (mustExceed ? limit < last : limit <= last)) return undefined;
  return {
    found: `a limit of ${limit} for a quantile of ${facts.name}, whose last bound is ${last}`,
    allowed: mustExceed ? `a limit of less than ${last}` : `a limit of at most ${last}`,
    remedy: 'choose a limit within the bounds, or give the histogram a bound beyond it',
  };
}

/** The quantile whose value an expression has: below max and its like, and filters. */
function quantileIn(node: Node): Node | undefined {
  if (node.kind === 'call') return node.function === 'histogram_quantile' ? node : undefined;
  if (node.kind === 'aggregate') return ['max', 'min', 'avg'].includes(node.operator) ? quantileIn(node.of) : undefined;
  return node.kind === 'binary' && (node.operator === 'and' || node.operator === 'unless')
    ? quantileIn(node.left)
    : undefined;
}
