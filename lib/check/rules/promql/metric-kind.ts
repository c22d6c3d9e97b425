/** Functions get the kind of metric that they are for. */
import type { Kind } from '../../../catalogue/metric.ts';
import { rule } from '../../rule.ts';
import { placeOf } from '../../survey/expressions.ts';
import { seriesKind } from '../../survey/series.ts';

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
  *check(survey) {
    for (const { node, expression } of survey.calls) {
      const allowed = FOR[node.function];
      const [range] = node.arguments;
      if (allowed === undefined || range?.kind !== 'range') continue;
      const kind = seriesKind(range.selector, survey);
      if (kind === undefined || (allowed === GROWS) === GROWING.has(kind)) continue;
      yield {
        ...placeOf(expression),
        found: `${node.function}() of ${range.selector.metric}, whose kind is ${kind}`,
        allowed,
        remedy: REMEDY[allowed] ?? '',
      };
    }
  },
});

const GROWING: ReadonlySet<Kind> = new Set(['counter', 'native histogram']);
