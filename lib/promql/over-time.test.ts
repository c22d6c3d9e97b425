import { expect, test } from 'vitest';
import { describePrinted, row } from '../../test/support/printed.ts';
import * as m from '../../test/types/catalogue.ts';
import { bytes, count } from '../units/unit.ts';
import { max } from './aggregate.ts';
import * as q from './over-time.ts';
import { dashboardRange, interval, rateInterval } from './window.ts';

const own = ['instance', 'job', 'service'] as const;
const used = max(m.memory_bytes);

describePrinted('values over time', [
  row(q.avgOverTime(m.memory_bytes, '1h'), 'avg_over_time(memory_bytes{job="redis"}[1h])', own, bytes),
  row(q.minOverTime(m.memory_bytes, '1h'), 'min_over_time(memory_bytes{job="redis"}[1h])', own, bytes),
  row(q.maxOverTime(m.memory_bytes, '90m'), 'max_over_time(memory_bytes{job="redis"}[1h30m])', own, bytes),
  row(q.sumOverTime(m.memory_bytes, '1h'), 'sum_over_time(memory_bytes{job="redis"}[1h])', own, bytes),
  row(q.lastOverTime(m.memory_bytes, '1h'), 'last_over_time(memory_bytes{job="redis"}[1h])', own, bytes),
  row(q.firstOverTime(m.memory_bytes, '1h'), 'first_over_time(memory_bytes{job="redis"}[1h])', own, bytes),
  row(q.stddevOverTime(m.memory_bytes, '1h'), 'stddev_over_time(memory_bytes{job="redis"}[1h])', own, bytes),
  row(q.madOverTime(m.memory_bytes, '1h'), 'mad_over_time(memory_bytes{job="redis"}[1h])', own, bytes),
  row(
    q.stdvarOverTime(m.memory_bytes, '1h'),
    'stdvar_over_time(memory_bytes{job="redis"}[1h])',
    own,
    count('variance'),
  ),
  row(
    q.quantileOverTime(0.9, m.memory_bytes, '1h'),
    'quantile_over_time(0.9, memory_bytes{job="redis"}[1h])',
    own,
    bytes,
  ),
  row(q.countOverTime(m.memory_bytes, '1h'), 'count_over_time(memory_bytes{job="redis"}[1h])', own, count('samples')),
  row(
    q.presentOverTime(m.memory_bytes, '1h'),
    'present_over_time(memory_bytes{job="redis"}[1h])',
    own,
    count('series'),
  ),
  row(
    q.absentOverTime(m.memory_bytes, '1h'),
    'absent_over_time(memory_bytes{job="redis"}[1h])',
    ['job'],
    count('series'),
  ),
  row(q.absent(m.commands_total), 'absent(commands_total{job="redis"})', ['job'], count('series')),
  row(q.maxOverTime(used, '1h', { step: '1m' }), 'max_over_time(max(memory_bytes{job="redis"})[1h:1m])', [], bytes),
  row(
    q.quantileOverTime(0.9, used, '1h', { step: '1m' }),
    'quantile_over_time(0.9, max(memory_bytes{job="redis"})[1h:1m])',
    [],
    bytes,
  ),
  row(
    q.absentOverTime(used, '1h', { step: '1m' }),
    'absent_over_time(max(memory_bytes{job="redis"})[1h:1m])',
    [],
    count('series'),
  ),
  row(
    q.maxOverTime(used, dashboardRange, { step: interval }),
    'max_over_time(max(memory_bytes{job="redis"})[$__range:$__interval])',
    [],
    bytes,
  ),
  row(
    q.maxOverTime(m.memory_bytes.offset('1w').at('end'), rateInterval),
    'max_over_time(memory_bytes{job="redis"}[$__rate_interval] @ end() offset 1w)',
    own,
    bytes,
  ),
]);

test('an expression needs a step at run time too', () => {
  // The compiler would refuse it.
  const unchecked = q.maxOverTime as (of: typeof used, window: '1h') => unknown;
  expect(() => unchecked(used, '1h')).toThrow(
    new TypeError("an expression's range needs { step }: how often it is evaluated."),
  );
});
