import { expect, it } from 'vitest';
import { queue_length } from '../../../test/support/shop.ts';
import { max, or, withLabel } from '../../promql/index.ts';
import { print } from '../../promql/print.ts';
import { filtered } from './filter.ts';

const filter = { service: 'service' };

it('filters a metric in one place, and spares it where its label is written anew', () => {
  const seen = max(queue_length, { by: ['service'] });
  const said = withLabel(max(queue_length), 'service', 'worker');
  expect(print(filtered(or(seen, said).node, ['service'], filter))).toBe(
    'max by (service) (queue_length{job="store",service=~"${service:regex}"})' +
      ' or label_replace(max(queue_length{job="store"}), "service", "worker", "", "")',
  );
});

it('leaves a signal that is not about one service as it is', () => {
  const { node } = max(queue_length);
  expect(filtered(node, ['queue'], filter)).toBe(node);
});

it('gives dashboards with the same filter the same tree', () => {
  const { node } = max(queue_length, { by: ['service'] });
  const tree = filtered(node, ['service'], filter);
  expect(filtered(node, ['service'], { ...filter })).toBe(tree);
  expect(print(filtered(node, ['service'], { service: 'other' }))).toBe(
    'max by (service) (queue_length{job="store",service=~"${other:regex}"})',
  );
});
