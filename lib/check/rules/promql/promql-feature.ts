/** Functions that need a feature flag are used where the server has it. */
import { featuresIn, type PrometheusFeature } from '../../../model/deployment/features.ts';
import { experimentalIn } from '../../../promql/refuse/refusals.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

const FLAG: PrometheusFeature = 'promql-experimental-functions';

const allowed = 'functions without a flag, or those of the flags that the model declares';
const remedy = `declare it, model({ features: ['${FLAG}'], … }), and the server is started with it; or take another function`;

export const promqlFeature = rule({
  id: 'promql-feature',
  reason: 'A server without the flag refuses the function, and with it the whole rules file.',
  source:
    'Prometheus, feature flags: https://prometheus.io/docs/prometheus/latest/feature_flags/; pint: promql/features',
  example: {
    where: 'alert Odd',
    found: `mad_over_time(), which needs ${FLAG}`,
    allowed,
    remedy,
  },
  *check({ trees, model: { features = [], deployment } }) {
    if (features.includes(FLAG) || featuresIn(deployment).includes(FLAG)) return;
    for (const { node, expressions } of trees) {
      for (const name of experimentalIn(node)) {
        yield* everywhere(expressions, { found: `${name}(), which needs ${FLAG}`, allowed, remedy });
      }
    }
  },
});
