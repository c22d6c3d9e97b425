/** Mistakes with durations. Compiled and never run: every refused line stands below the line that is right. */
import * as q from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as m from './catalogue.ts';

q.rate(m.commands_total, '5m');
q.rate(m.commands_total, '1h30m');
q.rate(m.commands_total, '500ms');
q.rate(m.commands_total, q.rateInterval);
q.rate(m.commands_total, q.intervalVariable('window'));
q.rate(m.commands_total, unit.duration('5m'));
// @ts-expect-error not how a duration is written
q.rate(m.commands_total, '5 minutes');
// @ts-expect-error without a unit
q.rate(m.commands_total, '5');
// @ts-expect-error a number
q.rate(m.commands_total, 300);
// @ts-expect-error empty
q.rate(m.commands_total, '');
// @ts-expect-error not whole
q.rate(m.commands_total, '1.5h');
// @ts-expect-error the larger unit comes first
q.rate(m.commands_total, '30m1h');
// @ts-expect-error a variable is a value, not a text
q.rate(m.commands_total, '$__rate_interval');
// @ts-expect-error it always needs one
q.rate(m.commands_total);

// A metric has its own samples; an expression is evaluated step by step.
q.maxOverTime(m.key_size, '1h');
q.maxOverTime(q.max(m.key_size), '1h', { step: '1m' });
// @ts-expect-error how often?
q.maxOverTime(q.max(m.key_size), '1h');
// @ts-expect-error not how a duration is written
q.maxOverTime(q.max(m.key_size), '1h', { step: '1 minute' });
// @ts-expect-error a metric needs no step
q.maxOverTime(m.key_size, '1h', { step: '1m' });
q.quantileOverTime(0.9, q.max(m.key_size), '1h', { step: q.interval });
// @ts-expect-error how often?
q.quantileOverTime(0.9, q.max(m.key_size), '1h');
q.predictLinear(m.key_size, '6h', '1d');
// @ts-expect-error not how a duration is written
q.predictLinear(m.key_size, '6h', 'tomorrow');
