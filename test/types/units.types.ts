/** Mistakes with units. Compiled and never run: every refused line stands below the line that is right. */

import type { Expr, Scalar } from 'plainsight/promql';
import * as q from 'plainsight/promql';
import type { Bytes, Cores, Percent, Ratio, Seconds, Timestamp, Unit } from 'plainsight/units';
import * as unit from 'plainsight/units';
import { expectTypeOf } from 'vitest';

import * as m from './catalogue.ts';
import { is } from './is.ts';

const commands = q.sum(q.rate(m.commands_total, '5m'));
const calls = q.sum(q.rate(m.calls_total, '5m'));
const used = q.max(m.memory_bytes);
const started = q.max(m.start_time_seconds);
const waiting = q.max(m.key_size);
const busy = q.sum(q.rate(m.cpu_seconds_total, '5m'));
const hits = q.max(m.hit_ratio);

// What a rate is.
expectTypeOf(q.rate(m.commands_total, '5m').unit).toEqualTypeOf<Unit<'commands', 'second'>>();
expectTypeOf(q.increase(m.commands_total, '5m').unit).toEqualTypeOf<Unit<'commands', ''>>();
expectTypeOf(busy.unit).toEqualTypeOf<Ratio>();
expectTypeOf(q.delta(m.memory_bytes, '5m').unit).toEqualTypeOf<Bytes>();
expectTypeOf(q.deriv(m.memory_bytes, '5m').unit).toEqualTypeOf<Unit<'bytes', 'second'>>();
expectTypeOf(q.deriv(m.start_time_seconds, '5m').unit).toEqualTypeOf<Ratio>();

// Seconds added to bytes.
q.add(used, used);
// @ts-expect-error bytes + a point in time
q.add(used, started);
// @ts-expect-error bytes + elements
q.add(used, waiting);
// @ts-expect-error bytes - a point in time
q.sub(used, q.time());
// @ts-expect-error bytes % a point in time
q.mod(used, started);
expectTypeOf(q.sub(started, started).unit).toEqualTypeOf<Seconds>();
// @ts-expect-error points in time are not added
q.add(started, started);
expectTypeOf(q.add(started, q.sub(started, started)).unit).toEqualTypeOf<Timestamp>();

// Quotients and products.
expectTypeOf(q.div(used, used).unit).toEqualTypeOf<Ratio>();
expectTypeOf(q.div(used, hits).unit).toEqualTypeOf<Bytes>();
expectTypeOf(q.div(waiting, q.countedAs('elements', commands)).unit).toEqualTypeOf<Seconds>();
expectTypeOf(q.div(used, q.sub(started, started)).unit).toEqualTypeOf<Unit<'bytes', 'second'>>();
// @ts-expect-error bytes ÷ commands/s
q.div(used, commands);
// @ts-expect-error elements ÷ commands/s
q.div(waiting, commands);
// @ts-expect-error 5 ÷ commands/s
q.div(5, commands);
expectTypeOf(q.mul(used, hits).unit).toEqualTypeOf<Bytes>();
expectTypeOf(q.mul(commands, q.sub(started, started)).unit).toEqualTypeOf<Unit<'commands', ''>>();
// @ts-expect-error bytes × bytes
q.mul(used, used);
expectTypeOf(q.pow(hits, 2).unit).toEqualTypeOf<Ratio>();
// @ts-expect-error bytes²
q.pow(used, 2);

// Comparisons.
q.gt(used, used);
// @ts-expect-error bytes > a point in time
q.gt(used, started);
// @ts-expect-error commands/s > commands
q.gt(commands, q.sum(q.increase(m.commands_total, '5m')));
q.gt(started, q.time());
// @ts-expect-error commands/s > a point in time
q.gt(commands, q.time());
q.or(used, used);
// @ts-expect-error bytes or a point in time
q.or(used, started);

// Bytes shown as something else.
is<Expr<never, Bytes>>(used);
// @ts-expect-error bytes are no ratio
is<Expr<never, Ratio>>(used);
// @ts-expect-error bytes are no percentage
is<Expr<never, Percent>>(used);
// @ts-expect-error an amount is no rate
is<Expr<never, Unit<'bytes', 'second'>>>(used);
// @ts-expect-error a rate is no amount
is<Expr<never, Unit<'commands', ''>>>(commands);
// @ts-expect-error calls are no commands
is<Expr<never, Unit<'commands', 'second'>>>(calls);
is<Scalar<Timestamp>>(q.time());
// @ts-expect-error a point in time is no time span
is<Scalar<Seconds>>(q.time());

// The named conversions.
expectTypeOf(q.countedAs('votes', commands)).toEqualTypeOf<Expr<never, Unit<'votes', 'second'>>>();
expectTypeOf(q.countedAs('votes', waiting)).toEqualTypeOf<Expr<never, Unit<'votes', ''>>>();
// @ts-expect-error a dimension is no counted thing
q.countedAs('bytes', commands);
// @ts-expect-error bytes are not counted
q.countedAs('votes', used);
// @ts-expect-error a point in time is not counted
q.countedAs('votes', started);
expectTypeOf(q.asCores(busy)).toEqualTypeOf<Expr<never, Cores>>();
// @ts-expect-error commands/s are no cores
q.asCores(commands);
expectTypeOf(q.inSeconds(m.lag_milliseconds).unit).toEqualTypeOf<Seconds>();
// @ts-expect-error bytes are no time
q.inSeconds(used);
expectTypeOf(q.asRatio(m.fill_percent).unit).toEqualTypeOf<Ratio>();
// @ts-expect-error a ratio is one already
q.asRatio(hits);
expectTypeOf(q.inBytes(waiting, 8192).unit).toEqualTypeOf<Bytes>();
// @ts-expect-error bytes are bytes already
q.inBytes(used, 8192);
expectTypeOf(q.averagePer(busy, calls).unit).toEqualTypeOf<Seconds>();
expectTypeOf(q.averagePer(commands, calls).unit).toEqualTypeOf<Unit<'commands', ''>>();
// @ts-expect-error an amount for each of a rate
q.averagePer(used, calls);
expectTypeOf(q.inUnit(unit.ratio, used, { reason: 'a test' }).unit).toEqualTypeOf<Ratio>();
// @ts-expect-error without a reason
q.inUnit(unit.ratio, used, {});
q.raw('up', { reason: 'a test', labels: ['job'], unit: unit.ratio });
// @ts-expect-error without a reason
q.raw('up', { labels: ['job'], unit: unit.ratio });
// @ts-expect-error without labels
q.raw('up', { reason: 'a test', unit: unit.ratio });

// Names of things.
unit.count('votes');
// @ts-expect-error a dimension
unit.count('bytes');
unit.perSecond('votes');
unit.perSecond('bytes');
// @ts-expect-error seconds per second are a ratio
unit.perSecond('seconds');

// A unit that the compiler has lost sight of stays unknown.
const forgotten: Expr<never> = used;
expectTypeOf(q.div(forgotten, forgotten).unit).toEqualTypeOf<Unit>();
expectTypeOf(q.add(forgotten, used).unit).toEqualTypeOf<Unit>();
expectTypeOf(q.mul(used, forgotten).unit).toEqualTypeOf<Unit>();
// @ts-expect-error so it cannot be shown as bytes
is<Expr<never, Bytes>>(forgotten);
// @ts-expect-error nor its quotient as a ratio
is<Expr<never, Ratio>>(q.div(forgotten, forgotten));

// Of two units that are possible each has to fit.
declare const either: Expr<never, Bytes> | Expr<never, Timestamp>;
q.add(used, used);
// @ts-expect-error it may be a point in time
q.add(either, used);
// @ts-expect-error the two may differ
q.div(either, either);
