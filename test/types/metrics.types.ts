/**
 * Mistakes with metrics. Compiled and never run: every refused line stands below the line that is right, and differs
 * from it in as little as possible.
 */

import { type Counter, type Gauge, sharedCounter, target } from 'plainsight';
import type { Expr } from 'plainsight/promql';
import * as q from 'plainsight/promql';
import type { Bytes, StateUnit, Unit } from 'plainsight/units';
import * as unit from 'plainsight/units';
import { expectTypeOf } from 'vitest';

import * as m from './catalogue.ts';
import { is } from './is.ts';

// A metric that no exporter exposes.
m.commands_total.where({});
// @ts-expect-error the name is misspelled
m.comands_total.where({});

// A label that the metric lacks.
m.commands_total.where({ cmd: 'rpush' });
// @ts-expect-error the label is misspelled
m.commands_total.where({ cmdd: 'rpush' });
// @ts-expect-error another metric has this one
m.commands_total.where({ route: '/' });
m.latency_seconds.where({ route: '/' });
// @ts-expect-error the buckets' label is no label of the histogram
m.latency_seconds.where({ le: '1' });
m.commands_total.where({ service: 'redis' });
// @ts-expect-error not a label of this target
m.commands_total.where({ pod: 'redis' });

// What a label is matched with.
m.commands_total.where({ cmd: ['lpop', 'rpush'], job: /r.*/, instance: q.not('a'), service: q.variable('service') });
// @ts-expect-error a number is no text
m.commands_total.where({ cmd: 5 });
// @ts-expect-error a label is left out, not undefined
m.commands_total.where({ cmd: undefined });

// Only a counter has a rate.
q.rate(m.commands_total, '5m');
// @ts-expect-error a gauge
q.rate(m.memory_bytes, '5m');
// @ts-expect-error a histogram
q.rate(m.latency_seconds, '5m');
// @ts-expect-error a native histogram
q.rate(m.native_seconds, '5m');
// @ts-expect-error a summary
q.rate(m.call_summary_seconds, '5m');
// @ts-expect-error nobody has said what it is
q.rate(m.mystery, '5m');
// @ts-expect-error a rate already
q.rate(q.rate(m.commands_total, '5m'), '5m');
// @ts-expect-error a sum of rates
q.rate(q.sum(q.rate(m.commands_total, '5m')), '5m');
q.irate(m.commands_total, '5m');
// @ts-expect-error a gauge
q.irate(m.memory_bytes, '5m');
q.increase(m.commands_total, '5m');
// @ts-expect-error a gauge
q.increase(m.memory_bytes, '5m');

// Only a gauge has a delta.
q.delta(m.memory_bytes, '5m');
// @ts-expect-error a counter
q.delta(m.commands_total, '5m');
q.idelta(m.memory_bytes, '5m');
// @ts-expect-error a counter
q.idelta(m.commands_total, '5m');

// deriv() and predictLinear() need the samples of something that is recorded.
q.deriv(m.key_size, '10m');
// @ts-expect-error a counter
q.deriv(m.commands_total, '10m');
// @ts-expect-error an expression, which is not recorded
q.deriv(q.max(m.key_size), '10m');
q.predictLinear(m.key_size, '6h', '1d');
// @ts-expect-error an expression, which is not recorded
q.predictLinear(q.max(m.key_size), '6h', '1d');

// A raw counter is no value.
q.sum(q.rate(m.commands_total, '5m'));
// @ts-expect-error a raw counter
q.sum(m.commands_total);
q.max(m.memory_bytes);
// @ts-expect-error a raw counter
q.max(m.commands_total);
// @ts-expect-error nobody has said what it is
q.max(m.mystery);
q.topk(5, q.rate(m.commands_total, '5m'));
// @ts-expect-error a raw counter
q.topk(5, m.commands_total);
q.quantile(0.9, m.memory_bytes);
// @ts-expect-error a raw counter
q.quantile(0.9, m.commands_total);
q.abs(m.memory_bytes);
// @ts-expect-error a raw counter
q.abs(m.commands_total);
q.neg(m.memory_bytes);
// @ts-expect-error a raw counter
q.neg(m.commands_total);
q.maxOverTime(m.memory_bytes, '1h');
// @ts-expect-error a raw counter
q.maxOverTime(m.commands_total, '1h');
q.gt(m.memory_bytes, 100);
// @ts-expect-error a raw counter
q.gt(m.commands_total, 100);
q.div(m.memory_bytes, 2);
// @ts-expect-error a raw counter
q.div(m.commands_total, 2);
is<Expr<'instance' | 'job' | 'service'>>(m.memory_bytes);
// @ts-expect-error a raw counter
is<Expr<'cmd' | 'instance' | 'job' | 'service'>>(m.commands_total);

// What asks only whether there are samples takes any metric.
q.absent(m.commands_total);
q.absentOverTime(m.latency_seconds, '5m');
q.countOverTime(m.mystery, '5m');
q.count(m.commands_total);
q.resets(m.commands_total, '1h');

// A family that many exporters share is bound to one first.
q.max(q.up.of(target('redis')));
// @ts-expect-error whose?
q.max(q.up);
// @ts-expect-error whose?
q.rate(sharedCounter({ name: 'x', help: '', unit: unit.seconds, labels: {}, series: 1 }), '5m');

// Narrowing, and looking at another time, keep everything else.
expectTypeOf(m.commands_total.where({ cmd: 'lpop' }).offset('1w').at('end')).toEqualTypeOf<
  Counter<'cmd' | 'instance' | 'job' | 'service', Unit<'commands', ''>, 'cmd' | 'job'>
>();
expectTypeOf(m.memory_bytes.where({})).toEqualTypeOf<Gauge<'instance' | 'job' | 'service', Bytes, 'job'>>();
expectTypeOf(q.up.of(target('redis', { labels: ['service'] }))).toEqualTypeOf<
  Gauge<'instance' | 'job' | 'service', StateUnit, 'job'>
>();
m.key_size.at(1_700_000_000);
// @ts-expect-error no such time
m.key_size.at('now');
m.key_size.offset('1w');
// @ts-expect-error not how a duration is written
m.key_size.offset('1 week');

// absent() answers with what its selector matches by equality: the job of the target, and what `where` pins.
expectTypeOf(q.absent(m.memory_bytes)).toEqualTypeOf<Expr<'job', Unit<'series', ''>>>();
expectTypeOf(q.absentOverTime(m.key_size.where({ db: 'db0', key: ['a', 'b'] }), '5m')).toEqualTypeOf<
  Expr<'db' | 'job', Unit<'series', ''>>
>();
q.max(q.absent(m.memory_bytes), { by: ['job'] });
// @ts-expect-error the result has no such label
q.max(q.absent(m.memory_bytes), { by: ['service'] });
// Several jobs are no equality, and an expression has no matchers.
expectTypeOf(q.absent(q.up.of(target('shop', { jobs: ['a', 'b'] })))).toEqualTypeOf<Expr<never, Unit<'series', ''>>>();
expectTypeOf(q.absent(q.max(m.memory_bytes))).toEqualTypeOf<Expr<never, Unit<'series', ''>>>();
// @ts-expect-error a label that the metric does not have, beside one that it has
m.key_size.where({ db: 'db0', dbb: 'db0' });
