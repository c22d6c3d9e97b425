/** Mistakes with labels. Compiled and never run: every refused line stands below the line that is right. */

import type { Counter } from 'plainsight';
import type { Expr } from 'plainsight/promql';
import * as q from 'plainsight/promql';
import type { Bytes, Unit } from 'plainsight/units';
import { expectTypeOf } from 'vitest';

import * as m from './catalogue.ts';
import { is } from './is.ts';

type Commands = Unit<'commands', 'second'>;
type All = 'cmd' | 'instance' | 'job' | 'service';

const each = q.rate(m.commands_total, '5m');
const byCmd = q.sum(each, { by: ['cmd'] });
const byCmdAndJob = q.sum(each, { by: ['cmd', 'job'] });
const total = q.sum(each);
declare const names: readonly string[];
declare const either: boolean;

// What an aggregation leaves.
expectTypeOf(each).toEqualTypeOf<Expr<All, Commands>>();
expectTypeOf(total).toEqualTypeOf<Expr<never, Commands>>();
expectTypeOf(byCmd).toEqualTypeOf<Expr<'cmd', Commands>>();
expectTypeOf(q.sum(each, { by: [] })).toEqualTypeOf<Expr<never, Commands>>();
expectTypeOf(q.sum(each, { without: ['cmd'] })).toEqualTypeOf<Expr<Exclude<All, 'cmd'>, Commands>>();
expectTypeOf(q.sum(each, { without: [] })).toEqualTypeOf<Expr<All, Commands>>();
expectTypeOf(q.topk(5, each, { by: ['cmd'] })).toEqualTypeOf<Expr<All, Commands>>();
expectTypeOf(q.countValues('size', byCmdAndJob, { by: ['job'] })).toEqualTypeOf<
  Expr<'job' | 'size', Unit<'series', ''>>
>();
expectTypeOf(q.count(m.commands_total, { by: ['job'] })).toEqualTypeOf<Expr<'job', Unit<'series', ''>>>();

// `by` over a label that the metric lacks.
q.sum(each, { by: ['cmd'] });
// @ts-expect-error no such label
q.sum(each, { by: ['pod'] });
// @ts-expect-error one of them is no label
q.sum(each, { by: ['cmd', 'pod'] });
q.sum(each, { without: ['cmd'] });
// @ts-expect-error no such label
q.sum(each, { without: ['pod'] });

// `by` over a label that is summed away already.
q.sum(byCmdAndJob, { by: ['job'] });
// @ts-expect-error summed away
q.sum(byCmd, { by: ['job'] });
// @ts-expect-error summed away
q.sum(q.sum(each, { without: ['job'] }), { by: ['job'] });
// @ts-expect-error summed away
q.count(byCmd, { by: ['job'] });
// @ts-expect-error summed away
q.quantile(0.9, byCmd, { by: ['job'] });
// @ts-expect-error summed away
q.topk(5, byCmd, { by: ['job'] });

// The form of a grouping.
// @ts-expect-error a list
q.sum(each, { by: 'cmd' });
// @ts-expect-error an object
q.sum(each, ['cmd']);
// @ts-expect-error one or the other
q.sum(each, { by: ['cmd'], without: ['job'] });
// @ts-expect-error misspelled
q.sum(each, { bye: ['cmd'] });
// @ts-expect-error misspelled, beside one that is right
q.sum(each, { by: ['cmd'], withot: ['job'] });
// @ts-expect-error any text could be in it
q.sum(each, { by: names });

// A grouping that is one or the other makes a vector of which neither is certain.
is<Expr<'cmd', Commands>>(q.sum(each, { by: ['cmd'] }));
// @ts-expect-error it may have no label at all
is<Expr<'cmd', Commands>>(q.sum(each, either ? { by: ['cmd'] } : { by: [] }));
// @ts-expect-error it has one of the two
is<Expr<'cmd' | 'job', Commands>>(q.sum(each, either ? { by: ['cmd'] } : { by: ['job'] }));

// `by` as a parameter: the finest split, or a part of it that the caller chooses.
function split<const L extends 'cmd' | 'job'>(by: readonly L[]) {
  return q.sum(each, { by });
}
expectTypeOf(split(['cmd'])).toEqualTypeOf<Expr<'cmd', Commands>>();
expectTypeOf(split([])).toEqualTypeOf<Expr<never, Commands>>();
// @ts-expect-error not in the split
split(['instance']);
function tooWide<const L extends 'cmd' | 'pod'>(by: readonly L[]) {
  // @ts-expect-error the metric has no such label
  return q.sum(each, { by });
}
tooWide(['cmd']);

// Labels that are made and copied.
expectTypeOf(q.labelReplace(byCmd, { to: 'host', from: 'cmd', matching: '(.*)', value: '$1' })).toEqualTypeOf<
  Expr<'cmd' | 'host', Commands>
>();
// @ts-expect-error no such label to read
q.labelReplace(byCmd, { to: 'host', from: 'job', matching: '(.*)', value: '$1' });
// @ts-expect-error a name that the compiler cannot know
q.labelReplace(byCmd, { to: String(either), from: 'cmd', matching: '(.*)', value: '$1' });
expectTypeOf(q.labelJoin(byCmdAndJob, { to: 'both', from: ['cmd', 'job'], separator: '/' })).toEqualTypeOf<
  Expr<'cmd' | 'job' | 'both', Commands>
>();
// @ts-expect-error no such label to read
q.labelJoin(byCmd, { to: 'both', from: ['cmd', 'job'], separator: '/' });
// @ts-expect-error a name that the compiler cannot know
q.countValues(String(either), byCmd);

const byInstance = q.max(m.memory_bytes, { by: ['instance'] });
expectTypeOf(q.joinInfo(byInstance, m.build_info, { on: ['instance'], add: ['version'] })).toEqualTypeOf<
  Expr<'instance' | 'version', Bytes>
>();
// @ts-expect-error the vector lacks the label
q.joinInfo(byInstance, m.build_info, { on: ['job'], add: ['version'] });
// @ts-expect-error the info metric lacks the label
q.joinInfo(byInstance, m.build_info, { on: ['instance'], add: ['cmd'] });
// @ts-expect-error a counter is no info metric
q.joinInfo(byInstance, m.commands_total, { on: ['instance'], add: ['cmd'] });
expectTypeOf(q.withInfo(byInstance, m.build_info, { add: ['version'] })).toEqualTypeOf<
  Expr<'instance' | 'version', Bytes>
>();
// @ts-expect-error the info metric lacks the label
q.withInfo(byInstance, m.build_info, { add: ['cmd'] });
// @ts-expect-error the info metric lacks the label
q.withInfo(byInstance, m.build_info, { add: ['version'], where: { cmd: 'x' } });

// One number needs a vector of one series.
q.scalar(total);
// @ts-expect-error many series
q.scalar(byCmd);
q.orZero(total);
// @ts-expect-error the zero would be a series of its own
q.orZero(byCmd);

// A vector has the labels that it says: no more, no fewer, no others.
is<Expr<'cmd', Commands>>(byCmd);
// @ts-expect-error fewer
is<Expr<never, Commands>>(byCmd);
// @ts-expect-error more
is<Expr<'cmd' | 'job', Commands>>(byCmd);
// @ts-expect-error another
is<Expr<'job', Commands>>(byCmd);
// @ts-expect-error any
is<Expr<string, Commands>>(byCmd);
// @ts-expect-error a metric's labels are invariant too
is<Counter<'cmd', Unit<'commands', ''>>>(m.commands_total);
