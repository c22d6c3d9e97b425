import { gauge, source } from 'plainsight';
import * as unit from 'plainsight/units';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { alertOn, panelOf, promql, recordedAs, shop, storeTarget } from '../../../../test/support/shop.ts';
import { recordingKnown } from './recording-known.ts';

const federated = gauge(source(storeTarget, { version: '' }), {
  name: 'job:orders:sum',
  help: '',
  unit: unit.count('orders'),
  labels: {},
  series: 1,
});

describeRule(recordingKnown, {
  example: shop({ panels: [panelOf('max(job:queue_length:min)')] }),
  allows: [
    ['a name with a variable in it', shop({ panels: [panelOf('max($level:queue_length:max)')] })],
    [
      "one that an exporter exposes, as another Prometheus' federation does",
      shop({ catalogue: { federated }, panels: [panelOf('max(job:orders:sum)')] }),
    ],
    ['one that is there', shop({ panels: [panelOf('max(job:queue_length:max)')] })],
    [
      'one that an alert reads',
      shop({
        signals: { a: recordedAs('app:a:sum', 'sum(queue_length)') },
        alerts: { A: alertOn(promql('app:a:sum > 1')) },
      }),
    ],
  ],
  finds: [
    [
      'one that is unlike any other',
      shop({ alerts: { A: alertOn(promql('app:a:sum > 1')) } }),
      {
        where: 'alert A',
        found: 'the recorded series app:a:sum, which no rule writes',
        remedy: "record it: recorded: { as: 'app:a:sum', … } of its signal",
      },
    ],
  ],
});
