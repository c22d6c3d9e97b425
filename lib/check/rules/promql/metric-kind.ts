/** Functions get the kind of metric that they are for. */
import type { Kind } from '../../../catalogue/metric.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';
import { seriesKind } from '../../survey/series.ts';

const COUNTERS = 'a counter, or a part of a histogram or summary';
const GAUGES = 'a gauge';

/** What each function is for. */
const OPERAND: Readonly<Record<string, string>> = {
  rate: COUNTERS,
  irate: COUNTERS,
  increase: COUNTERS,
  delta: GAUGES,
  idelta: GAUGES,
  deriv: GAUGES,
  predict_linear: GAUGES,
  double_exponential_smoothing: GAUGES,
};

const REMEDY: Readonly<Record<string, string>> = {
  [COUNTERS]: 'for a gauge use delta() or deriv()',
  [GAUGES]: 'for a counter use rate() or increase()',
};

export const metricKind = rule({
  id: 'metric-kind',
  reason: 'rate() counts each fall of a gauge as a restart, and the derivative of a counter jumps at each restart.',
  source: 'pint: promql/rate and promql/counter; dashboard-linter: target-counter-agg-rule',
  example: {
    where: 'dashboard shop / panel raw',
    found: 'rate() of the gauge queue_length',
    allowed: 'a counter, or a part of a histogram or summary',
    remedy: 'for a gauge use delta() or deriv()',
  },
  *check(survey) {
    for (const { node, expressions } of survey.calls) {
      const allowed = OPERAND[node.function];
      const [range] = node.arguments;
      if (allowed === undefined || range?.kind !== 'range') continue;
      const kind = seriesKind(range.selector, survey);
      if (kind === undefined || (allowed === COUNTERS) === COUNTING_KINDS.has(kind)) continue;
      yield* everywhere(expressions, {
        found: `${node.function}() of the ${kind} ${range.selector.metric}`,
        allowed,
        remedy: REMEDY[allowed] ?? '',
      });
    }
  },
});

const COUNTING_KINDS: ReadonlySet<Kind> = new Set(['counter', 'native histogram']);
