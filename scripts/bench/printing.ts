/** How fast expressions are printed. */

import { source, target } from '../../lib/catalogue/metric.ts';
import { sum } from '../../lib/promql/aggregate.ts';
import { div } from '../../lib/promql/arithmetic.ts';
import { counter } from '../../lib/promql/metric.ts';
import { print } from '../../lib/promql/print.ts';
import { rate } from '../../lib/promql/rate.ts';
import { count } from '../../lib/units/unit.ts';
import type { Budget } from './figure.ts';

const EXPRESSIONS = 100_000;

const requests = counter(source(target('api', ['service']), { version: '' }), {
  name: 'http_requests_total',
  help: 'Requests.',
  unit: count('requests'),
  labels: { route: ['/'], status: ['200'] },
  series: 1,
});

const errors = div(
  sum(rate(requests.where({ status: /5../, route: ['/', '/vote'] }), '5m'), { by: ['service', 'route'] }),
  sum(rate(requests, '5m'), { by: ['service', 'route'] }),
);

export const printing: Budget = {
  name: 'printing 100,000 expressions',
  measure: async () => {
    const started = performance.now();
    let length = 0;
    for (let index = 0; index < EXPRESSIONS; index += 1) length += print(errors.node).length;
    if (length === 0) throw new Error('nothing was printed');
    return { value: (performance.now() - started) / 1000, limit: 1, unit: 's' };
  },
};
