/** Functions get the kind of metric that they are for. */
import type { Kind } from '../../catalogue/metric.ts';
import type { SelectorNode } from '../../promql/node.ts';
import { rule } from '../rule.ts';
import { placeOf } from '../survey/expression.ts';

const GROWS = 'a counter, or a part of a histogram or summary';
const MOVES = 'a gauge';

/** What each function is for. */
const FOR: Readonly<Record<string, string>> = {
  rate: GROWS,
  irate: GROWS,
  increase: GROWS,
  delta: MOVES,
  idelta: MOVES,
  deriv: MOVES,
  predict_linear: MOVES,
  double_exponential_smoothing: MOVES,
};

const REMEDY: Readonly<Record<string, string>> = {
  [GROWS]: 'for a gauge take delta() or deriv()',
  [MOVES]: 'for a counter take rate() or increase()',
};

export const metricKind = rule({
  id: 'metric-kind',
  reason: 'rate() takes each fall of a gauge for a restart, and the derivative of a counter jumps at each restart.',
  source: 'pint: promql/rate and promql/counter; dashboard-linter: target-counter-agg-rule',
  example: {
    where: 'dashboard shop / panel raw',
    found: 'rate() of queue_length, whose kind is gauge',
    allowed: 'a counter, or a part of a histogram or summary',
    remedy: 'for a gauge take delta() or deriv()',
  },
  *check({ calls, model: { catalogue }, recorded }) {
    for (const { node, of } of calls) {
      const allowed = FOR[node.function];
      const [range] = node.arguments;
      if (allowed === undefined || range?.kind !== 'range') continue;
      const { selector } = range;
      if (recorded.has(selector.metric)) continue;
      const kind = kindOf(selector, selector.facts?.kind ?? catalogue.get(selector.metric)?.kind);
      if (kind === undefined || (allowed === GROWS) === GROWING.has(kind)) continue;
      yield {
        ...placeOf(of),
        found: `${node.function}() of ${selector.metric}, whose kind is ${kind}`,
        allowed,
        remedy: REMEDY[allowed] ?? '',
      };
    }
  },
});

const GROWING: ReadonlySet<Kind> = new Set(['counter', 'native histogram']);

/** Of a histogram and a summary what is asked for are counters, but for the quantiles. What is not known is let be. */
function kindOf({ metric, facts }: SelectorNode, kind: Kind | undefined): Kind | undefined {
  const isPart = /_(bucket|sum|count)$/.test(metric) && (kind === 'histogram' || kind === 'summary');
  if (isPart && facts?.name !== metric) return 'counter';
  return kind === 'untyped' || kind === 'histogram' || kind === 'summary' ? undefined : kind;
}
