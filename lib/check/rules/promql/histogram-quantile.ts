/** A quantile is taken of buckets that still have their bounds. */
import type { Node } from '../../../promql/node.ts';
import { labelIn } from '../../../promql/result/labels.ts';
import { selectors } from '../../../promql/walk.ts';
import { quoted } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

const QUANTILES: ReadonlySet<string> = new Set(['histogram_quantile', 'histogram_fraction']);

const words = {
  allowed: 'buckets of a classic histogram with their label le, or a native histogram',
  remedy: 'keep le in the aggregation: sum by (le, …) (rate(…_bucket[…]))',
};

export const histogramQuantile = rule({
  id: 'histogram-quantile',
  reason: 'Without le, or over anything but buckets, a quantile has no result, without any error.',
  source: 'Prometheus, histogram_quantile(); pint: promql/aggregate',
  example: {
    where: 'dashboard shop / panel raw',
    found:
      'histogram_quantile() of `sum(rate(request_duration_seconds_bucket{job="shop"}[$__rate_interval]))`, without le',
    ...words,
  },
  *check({ calls, labelsOf }) {
    for (const { node, expressions } of calls) {
      const operand = QUANTILES.has(node.function) ? node.arguments.at(-1) : undefined;
      const labels = operand === undefined ? undefined : labelsOf(operand);
      if (operand === undefined || labels === undefined) continue;
      if (labelIn(labels, 'le').presence !== 'never' || isNative(operand)) continue;
      yield* everywhere(expressions, { found: `${node.function}() of ${quoted(operand)}, without le`, ...words });
    }
  },
});

/** Native histograms carry their buckets in the sample. */
function isNative(node: Node): boolean {
  return selectors(node).every(({ facts }) => facts?.kind === 'native histogram');
}
