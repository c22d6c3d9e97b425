/**
 * Ways in which the compiler could be talked into a type. Compiled and never run: every refused line stands below the
 * line that is right.
 */

import type { Counter } from 'plainsight';
import type { Expr, LabelsOf, UnitOf } from 'plainsight/promql';
import * as q from 'plainsight/promql';
import type { Bytes, Ratio, Seconds, Unit } from 'plainsight/units';
import * as unit from 'plainsight/units';
import { expectTypeOf } from 'vitest';

import * as m from './catalogue.ts';
import { is } from './is.ts';

type Commands = Unit<'commands', 'second'>;
type Series = Unit<'series', ''>;
type All = 'cmd' | 'instance' | 'job' | 'service';

const each = q.rate(m.commands_total, '5m');
const byCmd = q.sum(each, { by: ['cmd'] });
const total = q.sum(each);

// A result is never inferred from what is expected of it.
is<Expr<never, Bytes>>(q.sum(m.memory_bytes));
// @ts-expect-error no label is left
is<Expr<'job', Bytes>>(q.sum(m.memory_bytes));
is<Expr<never, Bytes>>(q.max(m.memory_bytes));
// @ts-expect-error no label is left
is<Expr<'job', Bytes>>(q.max(m.memory_bytes));
is<Expr<never, Commands>>(q.quantile(0.9, byCmd));
// @ts-expect-error no label is left
is<Expr<'cmd', Commands>>(q.quantile(0.9, byCmd));
is<Expr<never, Series>>(q.count(byCmd));
// @ts-expect-error no label is left
is<Expr<'cmd', Series>>(q.count(byCmd));
is<Expr<'size', Series>>(q.countValues('size', byCmd));
// @ts-expect-error only the new label is left
is<Expr<'cmd' | 'size', Series>>(q.countValues('size', byCmd));
is<Expr<'cmd', Commands>>(q.topk(5, byCmd));
// @ts-expect-error another label
is<Expr<'job', Commands>>(q.topk(5, byCmd));
is<Expr<All, Commands>>(q.rate(m.commands_total, '5m'));
// @ts-expect-error fewer labels
is<Expr<'cmd', Commands>>(q.rate(m.commands_total, '5m'));
// @ts-expect-error another unit
is<Expr<All, Bytes>>(q.rate(m.commands_total, '5m'));
is<Expr<never, Seconds>>(q.histogramQuantile(0.9, q.sum(q.buckets(m.latency_seconds, '5m'), { by: ['le'] })));
// @ts-expect-error another label
is<Expr<'route', Seconds>>(q.histogramQuantile(0.9, q.sum(q.buckets(m.latency_seconds, '5m'), { by: ['le'] })));
is<Expr<'cmd' | 'host', Commands>>(q.labelReplace(byCmd, { to: 'host', from: 'cmd', matching: '', value: '' }));
// @ts-expect-error another label
is<Expr<'cmd' | 'pod', Commands>>(q.labelReplace(byCmd, { to: 'host', from: 'cmd', matching: '', value: '' }));
is<Expr<'cmd', Ratio>>(q.div(byCmd, total, { on: [], groupLeft: [] }));
// @ts-expect-error another label
is<Expr<'job', Ratio>>(q.div(byCmd, total, { on: [], groupLeft: [] }));
is<Expr<never, Bytes>>(q.vector(0, unit.bytes));
// @ts-expect-error another unit
is<Expr<never, Bytes>>(q.vector(0, unit.seconds));
is<Expr<'job', Bytes>>(q.raw('up', { reason: 'a test', labels: ['job'], unit: unit.bytes }));
// @ts-expect-error another label
is<Expr<'pod', Bytes>>(q.raw('up', { reason: 'a test', labels: ['job'], unit: unit.bytes }));
// @ts-expect-error another unit
is<Expr<'job', Seconds>>(q.raw('up', { reason: 'a test', labels: ['job'], unit: unit.bytes }));
is<Expr<'cmd', Unit<'votes', 'second'>>>(q.countedAs('votes', byCmd));
// @ts-expect-error another thing
is<Expr<'cmd', Unit<'calls', 'second'>>>(q.countedAs('votes', byCmd));
is<Expr<'cmd', Ratio>>(q.inUnit(unit.ratio, byCmd, { reason: 'a test' }));
// @ts-expect-error another unit
is<Expr<'cmd', Bytes>>(q.inUnit(unit.ratio, byCmd, { reason: 'a test' }));

// Nothing is any.
expectTypeOf(byCmd).not.toBeAny();
expectTypeOf<LabelsOf<typeof byCmd>>().toEqualTypeOf<'cmd'>();
expectTypeOf<LabelsOf<typeof total>>().toBeNever();
expectTypeOf<UnitOf<typeof byCmd>>().toEqualTypeOf<Commands>();
expectTypeOf(each.unit).not.toBeAny();
expectTypeOf(each.unit.of).toEqualTypeOf<'commands'>();
expectTypeOf(q.div(byCmd, byCmd).unit).not.toBeAny();
expectTypeOf(q.div(byCmd, byCmd).labels).not.toBeAny();
expectTypeOf(q.gt(byCmd, 5)).not.toBeAny();
expectTypeOf(q.gt(byCmd, 5).labels).not.toBeAny();
expectTypeOf(q.and(byCmd, byCmd).unit).not.toBeAny();
expectTypeOf(q.histogramQuantile(0.9, q.buckets(m.latency_seconds, '5m')).unit).not.toBeAny();
expectTypeOf(q.maxOverTime(m.key_size, '5m').unit).not.toBeAny();
expectTypeOf(q.hour()).not.toBeAny();
expectTypeOf(q.hour(m.start_time_seconds).unit).toEqualTypeOf<Unit<'hours', ''>>();
// @ts-expect-error an hour of bytes
q.hour(m.memory_bytes);

// As many labels as a metric ever has.
type Letter = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h';
type Many = `${Letter}${Letter}`;
declare const wide: Counter<Many | 'job', Unit<'calls', ''>>;
expectTypeOf(q.sum(q.rate(wide, '5m'), { by: ['aa', 'hh'] }).labels.names).toEqualTypeOf<readonly ('aa' | 'hh')[]>();
// @ts-expect-error the one that is not among them
q.sum(q.rate(wide, '5m'), { by: ['aa', 'ii'] });
expectTypeOf(q.div(q.rate(wide, '5m'), q.rate(wide, '5m'))).toEqualTypeOf<Expr<Many | 'job', Ratio>>();
expectTypeOf(q.sum(q.rate(wide, '5m'), { without: ['aa'] })).toEqualTypeOf<
  Expr<Exclude<Many, 'aa'> | 'job', Unit<'calls', 'second'>>
>();
