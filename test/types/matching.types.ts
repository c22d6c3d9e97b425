/** Mistakes in joins. Compiled and never run: every refused line stands below the line that is right. */

import type { Expr, Scalar } from 'plainsight/promql';
import * as q from 'plainsight/promql';
import type { Bytes, Ratio, Seconds, Unit } from 'plainsight/units';
import { expectTypeOf } from 'vitest';

import * as m from './catalogue.ts';

type Commands = Unit<'commands', 'second'>;
type Elements = Unit<'elements', ''>;

const each = q.rate(m.commands_total, '5m');
const byCmd = q.sum(each, { by: ['cmd'] });
const byCmdAndJob = q.sum(each, { by: ['cmd', 'job'] });
const byJob = q.sum(each, { by: ['job'] });
const total = q.sum(each);
const waiting = q.max(m.key_size, { by: ['job'] });
const used = q.max(m.memory_bytes);

// Both sides carry the same labels, or say how they belong together.
expectTypeOf(q.div(byCmd, byCmd)).toEqualTypeOf<Expr<'cmd', Ratio>>();
// @ts-expect-error only one side has the label 'cmd'
q.div(byCmd, total);
// @ts-expect-error each side has a label that the other lacks
q.div(byCmd, byJob);
// @ts-expect-error only one side has the label 'job'
q.gt(byCmdAndJob, byCmd);
// @ts-expect-error only one side has the label 'cmd'
q.and(byCmd, total);
// @ts-expect-error only one side has the label 'cmd'
q.unless(byCmd, total);
// @ts-expect-error only one side has the label 'cmd'
q.or(byCmd, total);
// @ts-expect-error only one side has the label 'cmd'
q.averagePer(byCmd, total);

// on: the result has the labels that matched.
expectTypeOf(q.div(byCmdAndJob, byCmdAndJob, { on: ['cmd'] })).toEqualTypeOf<Expr<'cmd', Ratio>>();
expectTypeOf(q.and(byCmdAndJob, byCmd, { on: ['cmd'] })).toEqualTypeOf<Expr<'cmd' | 'job', Commands>>();
// @ts-expect-error the right side lacks it
q.div(byCmdAndJob, byCmd, { on: ['job'] });
// @ts-expect-error the left side lacks it
q.div(byCmd, byCmdAndJob, { on: ['job'] });
// @ts-expect-error neither has it
q.div(byCmd, byCmd, { on: ['pod'] });
// @ts-expect-error the right side lacks it
q.and(byCmdAndJob, byCmd, { on: ['job'] });
// @ts-expect-error a list
q.div(byCmd, byCmd, { on: 'cmd' });

// ignoring: the result has the left side's labels less those.
expectTypeOf(q.div(byCmdAndJob, byCmd, { ignoring: ['job'] })).toEqualTypeOf<Expr<'cmd', Ratio>>();
// @ts-expect-error the label that only one side has is not ignored
q.div(byCmdAndJob, byCmd, { ignoring: ['cmd'] });
// @ts-expect-error neither has it
q.div(byCmd, byCmd, { ignoring: ['pod'] });
// @ts-expect-error neither has it, with bool too
q.gt(byCmd, byCmd, { ignoring: ['pod'], bool: true });

// group_left: the result has the left side's labels and those that are copied from the right.
expectTypeOf(q.div(byCmd, total, { on: [], groupLeft: [] })).toEqualTypeOf<Expr<'cmd', Ratio>>();
expectTypeOf(q.mul(byCmd, q.div(byCmdAndJob, byCmdAndJob), { on: ['cmd'], groupLeft: ['job'] })).toEqualTypeOf<
  Expr<'cmd' | 'job', Commands>
>();
// @ts-expect-error the right side has no such label to copy
q.div(byCmd, total, { on: [], groupLeft: ['cmd'] });
expectTypeOf(q.div(byCmdAndJob, byCmd, { ignoring: ['job'], groupLeft: [] })).toEqualTypeOf<
  Expr<'cmd' | 'job', Ratio>
>();

// group_right: the result has the right side's labels and those that are copied from the left.
expectTypeOf(q.div(total, byCmd, { on: [], groupRight: [] })).toEqualTypeOf<Expr<'cmd', Ratio>>();
expectTypeOf(q.div(byCmdAndJob, byCmd, { on: ['cmd'], groupRight: ['job'] })).toEqualTypeOf<
  Expr<'cmd' | 'job', Ratio>
>();
// @ts-expect-error the left side has no such label to copy
q.div(total, byCmd, { on: [], groupRight: ['cmd'] });

// The form of a matching.
// @ts-expect-error which labels match?
q.div(byCmd, total, { groupLeft: [] });
// @ts-expect-error which labels match?
q.gt(byCmd, total, { groupLeft: [], bool: true });
// @ts-expect-error one or the other
q.div(byCmd, byCmd, { on: ['cmd'], ignoring: ['cmd'] });
// @ts-expect-error one or the other
q.div(byCmd, byCmd, { on: ['cmd'], groupLeft: [], groupRight: [] });
// @ts-expect-error misspelled
q.div(byCmd, total, { on: [], grupLeft: [] });
// @ts-expect-error `and` has no group_left
q.and(byCmd, total, { on: [], groupLeft: [] });
// @ts-expect-error it is set, or left out
q.gt(byCmd, byCmd, { bool: false });

// Numbers and scalars take part in everything that needs no labels.
expectTypeOf(q.mul(byCmd, 2)).toEqualTypeOf<Expr<'cmd', Commands>>();
expectTypeOf(q.mul(2, byCmd)).toEqualTypeOf<Expr<'cmd', Commands>>();
expectTypeOf(q.add(byCmd, q.scalar(total))).toEqualTypeOf<Expr<'cmd', Commands>>();
expectTypeOf(q.sub(q.time(), q.max(m.start_time_seconds))).toEqualTypeOf<Expr<never, Seconds>>();
expectTypeOf(q.sub(q.time(), q.time())).toEqualTypeOf<Scalar<Seconds>>();
expectTypeOf(q.gt(byCmd, 5)).toEqualTypeOf<Expr<'cmd', Commands>>();
expectTypeOf(q.gt(byCmd, 5, { bool: true })).toEqualTypeOf<Expr<'cmd', Ratio>>();
expectTypeOf(q.gt(waiting, q.scalar(q.max(m.key_size)))).toEqualTypeOf<Expr<'job', Elements>>();
// @ts-expect-error a number has no labels to match
q.mul(byCmd, 2, { on: ['cmd'] });
// @ts-expect-error a number has no labels to match
q.gt(byCmd, 5, { on: ['cmd'] });
// @ts-expect-error a set holds series, and a number is none
q.and(byCmd, 5);
// @ts-expect-error turn it round: the left side is what is kept
q.gt(5, byCmd);
// @ts-expect-error no vector
q.sum(5);
// @ts-expect-error no vector
q.sum(q.time());

// or keeps what is certain: the labels that both sides have.
expectTypeOf(q.or(used, used)).toEqualTypeOf<Expr<never, Bytes>>();
expectTypeOf(q.or(byCmdAndJob, byJob, { on: ['job'] })).toEqualTypeOf<Expr<'job', Commands>>();
expectTypeOf(q.orZero(total)).toEqualTypeOf<Expr<never, Commands>>();
