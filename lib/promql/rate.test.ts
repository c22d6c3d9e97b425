import { expect, test } from 'vitest';
import { describePrinted, row } from '../../test/support/printed.ts';
import * as m from '../../test/types/catalogue.ts';
import { bytes, count, perSecond, ratio } from '../units/unit.ts';
import { max } from './aggregate.ts';
import * as q from './rate.ts';
import { intervalVariable, rateInterval } from './window.ts';

const all = ['cmd', 'instance', 'job', 'service'] as const;
const own = ['instance', 'job', 'service'] as const;

describePrinted('rates', [
  row(q.rate(m.commands_total, '5m'), 'rate(commands_total{job="redis"}[5m])', all, perSecond('commands')),
  row(
    q.rate(m.commands_total, rateInterval),
    'rate(commands_total{job="redis"}[$__rate_interval])',
    all,
    perSecond('commands'),
  ),
  row(
    q.rate(m.commands_total, intervalVariable('window')),
    'rate(commands_total{job="redis"}[$window])',
    all,
    perSecond('commands'),
  ),
  row(
    q.rate(m.commands_total.where({ cmd: 'rpush' }), '5m'),
    'rate(commands_total{cmd="rpush",job="redis"}[5m])',
    all,
    perSecond('commands'),
  ),
  row(q.rate(m.cpu_seconds_total, '5m'), 'rate(cpu_seconds_total{job="redis"}[5m])', ['cpu', ...own], ratio),
  row(q.irate(m.commands_total, '5m'), 'irate(commands_total{job="redis"}[5m])', all, perSecond('commands')),
  row(q.increase(m.commands_total, '1h'), 'increase(commands_total{job="redis"}[1h])', all, count('commands')),
  row(q.delta(m.memory_bytes, '1h'), 'delta(memory_bytes{job="redis"}[1h])', own, bytes),
  row(q.idelta(m.memory_bytes, '1h'), 'idelta(memory_bytes{job="redis"}[1h])', own, bytes),
  row(q.deriv(m.memory_bytes, '1h'), 'deriv(memory_bytes{job="redis"}[1h])', own, perSecond('bytes')),
  row(q.deriv(m.start_time_seconds, '1h'), 'deriv(start_time_seconds{job="redis"}[1h])', own, ratio),
  row(q.predictLinear(m.memory_bytes, '6h', '1d'), 'predict_linear(memory_bytes{job="redis"}[6h], 86400)', own, bytes),
  row(q.resets(m.commands_total, '1h'), 'resets(commands_total{job="redis"}[1h])', all, count('resets')),
  row(q.changes(m.start_time_seconds, '1h'), 'changes(start_time_seconds{job="redis"}[1h])', own, count('changes')),
  row(
    q.rate(m.commands_total.offset('1d').at(1609746000), '5m'),
    'rate(commands_total{job="redis"}[5m] @ 1609746000.000 offset 1d)',
    all,
    perSecond('commands'),
  ),
]);

test('an expression has no samples of its own at run time either', () => {
  // The compiler would refuse it.
  const unchecked = q.deriv as (of: unknown, window: '1h') => unknown;
  expect(() => unchecked(max(m.memory_bytes), '1h')).toThrow(/^a range needs a metric, not a 'aggregate' expression/);
});
