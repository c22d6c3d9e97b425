/** Stages: each is one more node of a frozen tree, and changes the labels as the compiler says. */
import { describe, expect, test } from 'vitest';
import { describeLogs, lines as row } from '../../test/support/printed-logs.ts';
import { access, all, events, lines, orders, requests } from '../../test/types/logs.ts';
import { bytes, count, seconds } from '../units/unit.ts';
import * as l from './index.ts';

const streams = ['project', 'service', 'stream'] as const;
const read = [...streams, 'ip', 'method', 'path', 'status', 'size'] as const;
const said = '{project="shop"}';
const asked = '{project="shop", service="shop", stream="stdout"}';
const parsed = `${asked} | pattern \`<ip> - - [<_>] "<method> <path> <_>" <status> <size> <_>\``;
const json = '{project="shop", service="worker"} | json';
const fields = ['level', 'took', 'heap', 'status', 'items'] as const;

describeLogs('stages', [
  row(lines, said, streams),
  row(all.where({ service: ['a', 'b.c'] }), '{service=~`a|b\\.c`}', ['service', 'stream']),
  row(lines.contains('a'), `${said} |= "a"`, streams),
  row(lines.contains('a', 'b').excludes(/c/i), `${said} |= "a" or "b" !~ "(?i)c"`, streams),
  row(lines.excludes('a "b"', l.ip('10.0.0.0/8')), `${said} != \`a "b"\` or ip("10.0.0.0/8")`, streams),
  row(lines.excludes(l.linePattern('<_>x<_>')), `${said} !> "<_>x<_>"`, streams),
  row(lines.contains(l.variable('search')), `${said} |= "\${search}"`, streams),
  row(requests, parsed, read),
  row(requests.filter({ status: { '>=': 500, '<': 600 } }), `${parsed} | status >= 500 and status < 600`, read),
  row(
    requests.filter({ method: 'POST', path: l.not(/a/) }, { status: 500 }),
    `${parsed} | method="POST" and path!~"a" or status == 500`,
    read,
  ),
  row(requests.filter({ ip: { '!=': l.ip('10.0.0.1-10.0.0.9') } }), `${parsed} | ip!=ip("10.0.0.1-10.0.0.9")`, read),
  row(orders.filter({ took: { '>': '1h30m' } }, { heap: { '<=': '4KiB' } }), `${json} | took > 1h30m or heap <= 4KiB`, [
    ...streams,
    ...fields,
  ]),
  row(orders.filter({ took: '1s' }).withoutErrors(), `${json} | took="1s" | __error__=""`, [...streams, ...fields]),
  row(
    lines.parse(l.logfmt({ a: 'text', b: 'text' }, { strict: true, keepEmpty: true, paths: { a: 'x.y', b: 'b' } })),
    `${said} | logfmt --strict --keep-empty a="x.y", b="b"`,
    [...streams, 'a', 'b'],
  ),
  row(lines.parse(l.unpack({ pod: 'text' })), `${said} | unpack`, [...streams, 'pod']),
  row(lines.parse(l.json({ service: 'text' })), `${said} | json`, [...streams, 'service_extracted']),
  row(
    requests.lineFormat((of, line) => l.template`{{ ${of.path} ${line}`),
    `${parsed} | line_format "{{\`{{\`}} {{.path}} {{__line__}}"`,
    read,
  ),
  row(
    orders.labelFormat({ seconds: 'took', what: (of) => l.template`${of.level}!` }),
    `${json} | label_format seconds=took, what="{{.level}}!"`,
    [...streams, 'level', 'heap', 'status', 'items', 'seconds', 'what'],
  ),
  row(orders.drop('level', { heap: '0B' }, '__error__'), `${json} | drop level, heap="0B", __error__`, [
    ...streams,
    'took',
    'heap',
    'status',
    'items',
  ]),
  row(orders.keep('level', { heap: l.not('') }), `${json} | keep level, heap!=""`, ['level', 'heap']),
  row(lines.drop('stream').decolorize(), `${said} | drop stream | decolorize`, ['project', 'service']),
]);

describe('what a label holds', () => {
  test('is what its format says, and stays with it under another name', () => {
    expect(requests.fields).toMatchObject({ ip: 'text', status: 'number', size: bytes });
    expect(orders.labelFormat({ seconds: 'took' }).fields.seconds).toBe('duration');
  });

  test.each([
    [orders.unwrap('took'), { label: 'took', conversion: 'duration', filters: [] }, seconds],
    [orders.unwrap('heap'), { label: 'heap', conversion: 'bytes', filters: [] }, bytes],
    [orders.unwrap('items'), { label: 'items', filters: [] }, count('items')],
  ])('is read so when it is the value: $unwrapped', ({ unwrapped, unit, labels }, expected, measured) => {
    expect(unwrapped).toEqual(expected);
    expect(unit).toEqual(measured);
    expect(labels.names).not.toContain(expected.label);
  });

  test('can be held to more behind it', () => {
    const { unwrapped } = orders
      .unwrap('took')
      .filter({ took: { '<': '1h' } })
      .withoutErrors();
    expect(unwrapped.filters).toHaveLength(2);
    expect(unwrapped.filters[1]).toEqual({ kind: 'text', matcher: { label: '__error__', operator: '=', value: '' } });
  });
});

test('what absence answers with is what the selector holds to one value', () => {
  expect(lines.pinned).toEqual(['project']);
  expect(lines.where({ service: 'a', stream: /b/ }).pinned).toEqual(['project', 'service']);
  expect(all.where({ service: ['a', 'b'] }).pinned).toEqual([]);
});

test('each step is frozen and leaves the one before it as it was', () => {
  const filtered = requests.filter({ status: 500 });
  expect(requests.node.stages).toHaveLength(1);
  for (const part of [
    filtered,
    filtered.node,
    filtered.node.stages,
    filtered.node.stages[1],
    filtered.fields,
    access,
    events,
  ]) {
    expect(Object.isFrozen(part)).toBe(true);
  }
});

/** What the compiler does not see: values of types that a program has lost sight of. */
const lost = (value: unknown): never => value as never;

describe('refused at run time too', () => {
  test.each<readonly [string, () => unknown, string]>([
    ['a label that is not there', () => lines.filter(lost({ level: 'x' })), "no label 'level' is here"],
    ['a dropped one', () => orders.drop('level').filter(lost({ level: 'x' })), "no label 'level' is here"],
    ['to drop what is not there', () => lines.drop(lost('level')), "no label 'level' is here"],
    ['to rename what is not there', () => lines.labelFormat(lost({ a: 'level' })), "no label 'level' is here"],
    ['a filter of nothing', () => lines.filter({}), 'name at least one label'],
    ['to look for nothing', () => lines.contains(...lost([])), 'name at least one text'],
    ['two operators in one', () => lines.contains(lost('a'), lost(/b/)), 'take a contains() each'],
    ['addresses before texts', () => lines.contains(l.ip('10.0.0.1'), 'a'), 'put it last'],
    ['a filter that LogQL reads as part of drop', () => lines.drop('stream').excludes('a'), 'write excludes() first'],
    ['the value of a text', () => requests.unwrap(lost('path')), 'say what the label measures'],
    ['a text compared', () => requests.filter(lost({ path: { '>': '5s' } })), 'nothing to compare it with'],
    ['a label of the line in where()', () => lines.where(lost({ path: 'a' })), 'the streams have project'],
    ['everything', () => all.where(lost({ service: /.*/ })), 'refuses to read everything'],
    ['everything but one', () => all.where(lost({ service: l.not('a') })), 'refuses to read everything'],
    ['streams without a label', () => l.stream({ labels: [] }), 'name the labels'],
    ['a word of LogQL as a label', () => l.json({ json: 'text' }), 'a word of LogQL'],
    ['another name that is none', () => l.stream({ labels: ['pod-name'] }), 'the label `pod-name`'],
    ['a label of that name', () => orders.labelFormat({ by: 'level' }), 'a word of LogQL'],
    ['a pattern that is a text', () => l.linePattern('x'), 'write <_>'],
    ['a pattern of a line with a name', () => l.linePattern('<_> <a>'), 'has a name'],
    ['look-around', () => lines.contains(/a(?=b)/), 'contains(/a(?=b)/): '],
  ])('%s', (_, make, says) => {
    expect(make).toThrow(TypeError);
    expect(make).toThrow(says);
  });
});
