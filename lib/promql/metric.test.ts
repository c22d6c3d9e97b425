import { describe, expect, test } from 'vitest';
import { describePrinted, row } from '../../test/support/printed.ts';
import * as m from '../../test/types/catalogue.ts';
import { source, target } from '../catalogue/metric.ts';
import { bytes, count, timestamp } from '../units/unit.ts';
import { not, variable } from './matcher.ts';
import { gauge, observations } from './metric.ts';
import { print } from './print.ts';
import { dashboardRange, maxOf, step } from './window.ts';

const own = ['instance', 'job', 'service'] as const;
const size = ['db', 'instance', 'job', 'key', 'service'] as const;
const elements = count('elements');
const quoted = gauge(source(target('redis'), { version: '' }), {
  name: 'queue.length',
  help: '',
  unit: elements,
  labels: { 'queue.name': [] },
  series: 1,
});

describePrinted('selectors', [
  row(m.memory_bytes, 'memory_bytes{job="redis"}', own, bytes),
  row(m.key_size.where({ db: 'db0' }), 'key_size{db="db0",job="redis"}', size, elements),
  row(m.key_size.where({ key: 'votes', db: 'db0' }), 'key_size{db="db0",job="redis",key="votes"}', size, elements),
  row(
    m.key_size.where({ key: 'votes' }).where({ db: not('db0') }),
    'key_size{db!="db0",job="redis",key="votes"}',
    size,
    elements,
  ),
  row(m.key_size.where({ key: 'a"b\\c\nd' }), 'key_size{job="redis",key="a\\"b\\\\c\\nd"}', size, elements),
  row(m.key_size.where({ key: ['a.b', 'c'] }), 'key_size{job="redis",key=~"a\\\\.b|c"}', size, elements),
  row(m.key_size.where({}), 'key_size{job="redis"}', size, elements),
  row(m.key_size.where({ key: variable('key') }), `key_size{job="redis",key=~"\${key:regex}"}`, size, elements),
  row(m.memory_bytes.offset('5m'), 'memory_bytes{job="redis"} offset 5m', own, bytes),
  row(m.memory_bytes.offset('-1w'), 'memory_bytes{job="redis"} offset -1w', own, bytes),
  row(m.memory_bytes.offset(dashboardRange), 'memory_bytes{job="redis"} offset $__range', own, bytes),
  row(m.memory_bytes.offset(maxOf('5m', step)), 'memory_bytes{job="redis"} offset max_of(5m, step())', own, bytes),
  row(m.memory_bytes.at('start'), 'memory_bytes{job="redis"} @ start()', own, bytes),
  row(m.memory_bytes.at(1609746000.5).offset('1h'), 'memory_bytes{job="redis"} @ 1609746000.500 offset 1h', own, bytes),
  row(m.start_time_seconds.where({ job: 'redis' }), 'start_time_seconds{job="redis"}', own, timestamp),
  row(
    quoted.where({ 'queue.name': 'votes' }),
    '{"queue.name"="votes",__name__="queue.length",job="redis"}',
    ['instance', 'job', 'queue.name'],
    elements,
  ),
]);

describe('a selector', () => {
  test('carries what the catalogue says of the metric', () => {
    expect(m.commands_total.where({ cmd: 'rpush' }).node.facts).toMatchObject({
      name: 'commands_total',
      kind: 'counter',
      unit: count('commands'),
      labels: { cmd: ['lpop', 'rpush'] },
      source: { version: '1.88.0', target: { job: 'redis' } },
    });
  });

  test('knows its own labels, where the name of one reads like the names of two', () => {
    const from = source(target('shop'), { version: '' });
    const labelled = (labels: Record<string, string[]>) =>
      gauge(from, { name: 'carts', help: '', unit: elements, labels }).labels.names;
    expect(labelled({ a: [], b: [] })).toEqual(['a', 'b', 'instance', 'job']);
    expect(labelled({ 'a,b': [] })).toEqual(['a,b', 'instance', 'job']);
  });

  test('is not changed by narrowing it', () => {
    const before = print(m.key_size.node);
    m.key_size.where({ db: 'db0' }).offset('5m').at('end');
    expect(print(m.key_size.node)).toBe(before);
    expect(Object.isFrozen(m.key_size.node) && Object.isFrozen(m.key_size)).toBe(true);
  });

  test('refuses a label at run time that the compiler did not see', () => {
    const where: Record<string, string> = { pod: 'a' };
    expect(() => m.commands_total.where(where)).toThrow(
      new TypeError("commands_total has no label 'pod'; it has cmd, instance, job, service."),
    );
  });

  test('knows the bounds of its buckets', () => {
    expect(m.latency_seconds.bounds).toEqual([0.1, 0.5, 1]);
    expect(m.call_summary_seconds.where({ route: '/' }).bounds).toEqual([0.5, 0.9]);
    expect(m.memory_bytes).toMatchObject({ type: 'instant vector', bounds: [] });
  });
});

test('observations() counts what a histogram or a summary saw', () => {
  expect(print(observations(m.call_summary_seconds, '_count').node)).toBe('call_summary_seconds_count{job="redis"}');
  expect(observations(m.latency_seconds, '_count').unit).toEqual(count('observations'));
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, -1e30])('at(%s) is no time', (at) => {
  expect(() => m.memory_bytes.at(at)).toThrow(/give a time in seconds since 1970/);
});
