import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, panelOf, promql, shop } from '../../../../test/support/shop.ts';
import { prometheusOf } from '../../../../test/support/shop-deployment.ts';
import { promqlFeature } from './promql-feature.ts';

const features = ['promql-experimental-functions'] as const;
const odd = { Odd: alertOn(promql('max(mad_over_time(queue_length[5m])) > 1')) };

describeRule(promqlFeature, {
  example: shop({ alerts: odd }),
  allows: [
    ['it where the model declares the flag', shop({ alerts: odd, features })],
    [
      'it where the command of the server has the flag',
      shop({
        alerts: odd,
        deployment: prometheusOf(['--enable-feature=auto-reload-config,promql-experimental-functions']),
      }),
    ],
    ['the functions that are there without', shop({ panels: [panelOf('max(first_over_time(queue_length[5m]))')] })],
  ],
  finds: [
    [
      'an aggregation in a panel',
      shop({ panels: [panelOf('limitk(5, max(queue_length))')] }),
      { where: 'dashboard shop / panel raw', found: 'limitk(), which needs promql-experimental-functions' },
    ],
  ],
});
