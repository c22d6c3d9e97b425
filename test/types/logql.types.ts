/** Mistakes with log lines. Compiled and never run: every refused line stands below the line that is right. */
import * as l from 'plainsight/logql';
import type { LabelsOf } from 'plainsight/promql';
import * as q from 'plainsight/promql';
import type { Bytes, Ratio, Seconds, Unit } from 'plainsight/units';
import * as unit from 'plainsight/units';
import { expectTypeOf } from 'vitest';
import * as m from './catalogue.ts';
import { access, all, events, lines, orders, requests } from './logs.ts';

type Streams = 'project' | 'service' | 'stream';
type Access = Streams | 'ip' | 'method' | 'path' | 'status' | 'size';
type Lines = Unit<'lines', ''>;
type LinesPerSecond = Unit<'lines', 'second'>;
declare const some: readonly ('service' | 'status')[];

// The labels of streams, and those that are read from the lines.
expectTypeOf<LabelsOf<typeof lines>>().toEqualTypeOf<Streams>();
expectTypeOf<LabelsOf<typeof requests>>().toEqualTypeOf<Access>();
expectTypeOf(requests.fields.status).toEqualTypeOf<'number'>();
expectTypeOf(requests.fields.method).toEqualTypeOf<'text'>();
expectTypeOf(requests.fields.size).toEqualTypeOf<Bytes>();
// A field that is named as a label of the stream.
expectTypeOf<LabelsOf<ReturnType<typeof parsedTwice>>>().toEqualTypeOf<Streams | 'service_extracted'>();
const parsedTwice = () => lines.parse(l.json({ service: 'text' }));

// What captures make.
const worker = l.regexp("vote for '(?P<option>[^']*)' by (?<voter>\\w+) (?:twice)? \\(?P");
expectTypeOf<keyof typeof worker.fields>().toEqualTypeOf<'option' | 'voter'>();
const odd = l.pattern('a < b, c > d <ip> <td class="x"> <_> <a><b c> <status>');
expectTypeOf<keyof typeof odd.fields>().toEqualTypeOf<'ip' | 'a' | 'status'>();
// @ts-expect-error no such capture
l.pattern('<ip> <status>', { size: 'number' });
// @ts-expect-error no capture
l.pattern('no captures');
// @ts-expect-error none with a name
l.pattern('<_> - <_>');
// @ts-expect-error two that touch
l.pattern('<a><b>');
// @ts-expect-error so do these
l.pattern('<ip> <a><_>');
// @ts-expect-error a text that the compiler does not know
l.pattern(String('<ip>'));
// @ts-expect-error no named group
l.regexp('(\\d+)');
// @ts-expect-error none either
l.regexp('(?:a)(?i)b');

// A selector needs a label with a value.
expectTypeOf(l.countOverTime(all.where({ service: 'shop' }), '5m')).toEqualTypeOf<
  l.LogVector<'service' | 'stream', Lines>
>();
// @ts-expect-error everything
all.where({});
all.where({ service: /.+/ });
// @ts-expect-error everything but one
all.where({ service: l.not('shop') });
all.where({ service: l.variable('service'), stream: l.not('stderr') });
// @ts-expect-error what has no label
all.where({ service: '' });
// @ts-expect-error no stream is chosen
l.countOverTime(all, '5m');
lines.where({ service: 'shop' });
// @ts-expect-error read from the line, and no label of the stream
lines.where({ status: '500' });

// Filters on labels.
requests.filter({ status: { '>=': 500, '<': 600 } });
// @ts-expect-error text
requests.filter({ method: { '>=': 500 } });
requests.filter({ method: 'POST' }, { status: 500 });
// @ts-expect-error nothing extracts it
requests.filter({ metod: 'POST' });
requests.filter({ status: /5../ }).filter({ ip: l.ip('10.0.0.0/8') });
orders.filter({ took: { '>': '200ms' } }, { heap: { '>=': '4KB' } });
// @ts-expect-error a number and no duration
orders.filter({ took: { '>': 200 } });
// @ts-expect-error no unit of time
orders.filter({ took: { '>': '0.7q' } });
// @ts-expect-error a duration and no size
orders.filter({ heap: { '>': '200ms' } });
orders.filter({ __error__: '' });
// @ts-expect-error dropped
requests.drop('method').filter({ method: 'POST' });
requests.drop({ method: 'GET' }).filter({ method: 'POST' });
requests.keep('method').filter({ method: 'POST' });
// @ts-expect-error not kept
requests.keep('method').filter({ service: 'shop' });
// @ts-expect-error there is none to drop
requests.drop('metod');

// What filters of lines take.
lines.contains('a', 'b').excludes(/c/i, /d/).contains(l.linePattern('<_>ERROR<_>'), l.linePattern('<_>FATAL<_>'));
// @ts-expect-error nothing to look for
lines.contains();
// @ts-expect-error two operators
lines.contains('a', /b/);

// Lines and labels written anew.
requests.lineFormat((labels) => l.template`${labels.method} ${labels.path}`);
// @ts-expect-error no such label
requests.lineFormat((labels) => l.template`${labels.metod}`);
// @ts-expect-error no hole
requests.lineFormat(() => l.template`${'{{.method}}'}`);
const renamed = orders.labelFormat({ seconds: 'took', what: (labels) => l.template`${labels.level}!` });
expectTypeOf<keyof typeof renamed.fields>().toEqualTypeOf<
  Streams | 'level' | 'heap' | 'status' | 'items' | 'seconds' | 'what'
>();
expectTypeOf(renamed.fields.seconds).toEqualTypeOf<'duration'>();
// @ts-expect-error renamed
renamed.filter({ took: { '>': '1s' } });
renamed.filter({ seconds: { '>': '1s' }, what: 'error!' });
// @ts-expect-error no such label
orders.labelFormat({ seconds: 'tok' });

// Values of lines.
expectTypeOf(l.maxOverTime(orders.unwrap('took'), '5m', { by: ['level'] })).toEqualTypeOf<
  l.LogVector<'level', Seconds>
>();
expectTypeOf(l.maxOverTime(orders.unwrap('heap'), '5m', { by: [], offset: '1h' })).toEqualTypeOf<
  l.LogVector<never, Bytes>
>();
expectTypeOf(l.maxOverTime(requests.unwrap('size'), '5m')).toEqualTypeOf<l.LogVector<Exclude<Access, 'size'>, Bytes>>();
expectTypeOf(l.maxOverTime(requests.unwrap('size'), '5m', { offset: '5m' })).toEqualTypeOf<
  l.LogVector<Exclude<Access, 'size'>, Bytes>
>();
expectTypeOf(l.avgOverTime(requests.unwrap('size'), '5m', { without: ['ip'] })).toEqualTypeOf<
  l.LogVector<Exclude<Access, 'size' | 'ip'>, Bytes>
>();
// @ts-expect-error text
requests.unwrap('path');
// @ts-expect-error a number, but of what
requests.unwrap('status');
// @ts-expect-error no such label
requests.unwrap('duration');
// @ts-expect-error its value is the sample
l.maxOverTime(requests.unwrap('size'), '5m', { by: ['size'] });
l.avgOverTime(orders.unwrap('items').withoutErrors(), '5m');
// @ts-expect-error without a value
l.avgOverTime(orders, '5m');
l.countOverTime(orders, '5m');
// @ts-expect-error with a value
l.countOverTime(orders.unwrap('items'), '5m');
// @ts-expect-error with a value
l.bytesOverTime(orders.unwrap('items'), '5m');
l.quantileOverTime(0.99, orders.unwrap('took'), '5m');
l.quantileOverTime(1, orders.unwrap('took'), '5m');
// @ts-expect-error no share of a whole
l.quantileOverTime(2, orders.unwrap('took'), '5m');
// @ts-expect-error no share of a whole
l.quantileOverTime(-0.5, orders.unwrap('took'), '5m');
// @ts-expect-error not a duration
l.countOverTime(orders, '5 minutes');

// What takes no grouping of its own.
l.rate(orders, '5m', { offset: '1d' });
// @ts-expect-error group around it
l.rate(orders, '5m', { by: ['service'] });
// @ts-expect-error group around it
l.sumOverTime(orders.unwrap('items'), '5m', { by: ['service'] });
// @ts-expect-error group around it
l.rateCounter(orders.unwrap('items'), '5m', { without: ['service'] });
l.avgOverTime(orders.unwrap('items'), '5m', { by: ['service'] });
// @ts-expect-error no such option
l.avgOverTime(orders.unwrap('items'), '5m', { groupBy: ['service'] });

// Labels and units of what is counted.
expectTypeOf(l.rate(requests, '5m')).toEqualTypeOf<l.LogVector<Access, LinesPerSecond>>();
expectTypeOf(l.rate(requests.unwrap('size'), '5m')).toEqualTypeOf<
  l.LogVector<Exclude<Access, 'size'>, Unit<'bytes', 'second'>>
>();
expectTypeOf(l.rate(orders.unwrap('took'), '5m').unit).toEqualTypeOf<Ratio>();
expectTypeOf(l.sum(l.rate(requests, '5m'))).toEqualTypeOf<l.LogVector<never, LinesPerSecond>>();
expectTypeOf(l.sum(l.rate(requests, '5m'), { by: ['status'] })).toEqualTypeOf<l.LogVector<'status', LinesPerSecond>>();
expectTypeOf(l.sum(l.rate(requests, '5m'), { by: some })).toEqualTypeOf<
  l.LogVector<'service' | 'status', LinesPerSecond>
>();
expectTypeOf(l.sum(l.rate(requests, '5m'), { without: ['ip'] })).toEqualTypeOf<
  l.LogVector<Exclude<Access, 'ip'>, LinesPerSecond>
>();
expectTypeOf(l.topk(3, l.countOverTime(lines, '5m'))).toEqualTypeOf<l.LogVector<Streams, Lines>>();
expectTypeOf(l.absentOverTime(lines.where({ service: 'shop', stream: /std.*/ }), '5m')).toEqualTypeOf<
  l.LogVector<'project' | 'service', Unit<'series', ''>>
>();
const perStatus = l.sum(l.rate(requests, '5m'), { by: ['status'] });
const total = l.sum(l.rate(requests, '5m'));
// @ts-expect-error nothing extracts it
l.sum(l.rate(requests, '5m'), { by: ['metod'] });
// @ts-expect-error summed away
l.sum(perStatus, { by: ['method'] });
// @ts-expect-error no number yet
l.sum(requests);
// @ts-expect-error no number yet
l.sum(requests.unwrap('size'));
// @ts-expect-error Prometheus'
l.sum(q.rate(m.commands_total, '5m'));
// @ts-expect-error Loki's
q.sum(perStatus);
l.topk(1, perStatus);
// @ts-expect-error none would be left
l.topk(0, perStatus);
// @ts-expect-error no whole number
l.bottomk(1.5, perStatus);
// @ts-expect-error Loki has no subqueries
l.maxOverTime(perStatus, '1h');
// @ts-expect-error Prometheus'
l.rate(m.commands_total, '5m');

// Operators.
expectTypeOf(l.div(perStatus, total, { on: [], groupLeft: [] })).toEqualTypeOf<l.LogVector<'status', Ratio>>();
expectTypeOf(l.div(total, total)).toEqualTypeOf<l.LogVector<never, Ratio>>();
expectTypeOf(l.mul(-1, perStatus)).toEqualTypeOf<l.LogVector<'status', LinesPerSecond>>();
expectTypeOf(l.gt(perStatus, 5, { bool: true })).toEqualTypeOf<l.LogVector<'status', Ratio>>();
expectTypeOf(l.gt(perStatus, 5)).toEqualTypeOf<l.LogVector<'status', LinesPerSecond>>();
expectTypeOf(l.and(perStatus, l.gt(perStatus, 1))).toEqualTypeOf<l.LogVector<'status', LinesPerSecond>>();
expectTypeOf(l.or(total, l.vector(0, unit.perSecond('lines')))).toEqualTypeOf<l.LogVector<never, LinesPerSecond>>();
expectTypeOf(l.countedAs('requests', perStatus)).toEqualTypeOf<l.LogVector<'status', Unit<'requests', 'second'>>>();
expectTypeOf(l.averagePer(l.sum(l.bytesRate(lines, '5m')), l.sum(l.rate(lines, '5m')))).toEqualTypeOf<
  l.LogVector<never, Bytes>
>();
// @ts-expect-error only one side has the label
l.div(perStatus, total);
// @ts-expect-error no unit
l.div(l.sum(l.bytesRate(lines, '5m')), total);
// @ts-expect-error not the same unit
l.gt(l.sum(l.bytesRate(lines, '5m')), total);
// @ts-expect-error not the same unit
l.add(total, l.sum(l.countOverTime(lines, '5m')));
// @ts-expect-error Prometheus'
l.add(total, q.sum(q.rate(m.commands_total, '5m')));
// @ts-expect-error Prometheus'
l.add(q.sum(q.rate(m.commands_total, '5m')), total);
// @ts-expect-error Loki's
q.add(q.sum(q.rate(m.commands_total, '5m')), total);
// @ts-expect-error lines
l.gt(requests, 5);
// @ts-expect-error one series only
l.orZero(perStatus);
l.orZero(total);
// @ts-expect-error no such label
l.labelReplace(perStatus, { to: 'class', from: 'method', matching: '(.).*', value: '$1xx' });
l.labelReplace(perStatus, { to: 'class', from: 'status', matching: '(.).*', value: '$1xx' });
// @ts-expect-error bytes are no counted thing
l.countedAs('bytes', perStatus);

void [access, events];
