/** An alert fires after its wait, and only while every evaluation has found it. */
import { countOverTime, gte, stream, sum } from 'plainsight/logql';
import { expect, it } from 'vitest';
import type { LogStream } from './line.ts';
import { firing } from './ruler.ts';

const MINUTE = 60_000;
const service = (name: string, ...minutes: readonly number[]): LogStream => ({
  labels: { service: name },
  lines: minutes.map((minute) => ({ at: BigInt(minute * MINUTE) * 1_000_000n, text: 'failed' })),
});
const { node } = gte(
  sum(countOverTime(stream({ labels: ['service'] }).where({ service: /.+/ }), '1m'), { by: ['service'] }),
  1,
);
const at = (minutes: number, wait?: number) => {
  const found = firing(node, [service('a', 1, 2, 3, 4, 5), service('b', 1, 2, 4, 5)], {
    every: { ms: MINUTE },
    at: { ms: minutes * MINUTE },
    ...(wait === undefined ? {} : { for: { ms: wait * MINUTE } }),
  });
  return found.ok && found.alerts.map(({ labels }) => labels.service);
};

it.each([
  ['nothing is found', 0, undefined, []],
  ['it does not wait', 1, undefined, ['a', 'b']],
  ['it has waited almost long enough', 3.9, 3, []],
  ['it has waited long enough', 4, 3, ['a']],
  ['one of them had a gap', 5, 1, ['a', 'b']],
  ['one of them had a gap not long ago', 5, 2, ['a']],
  ['the lines have ended', 7, undefined, []],
] as const)('%s', (_, minutes, wait, names) => {
  expect(at(minutes, wait)).toEqual(names);
});

it('has the value of the last evaluation', () => {
  const found = firing(node, [service('a', 1, 1, 1)], { every: { ms: MINUTE }, at: { ms: MINUTE } });
  expect(found.ok && found.alerts).toEqual([{ labels: { service: 'a' }, value: 3 }]);
});

it('has no answer where Loki has none', () => {
  const unread = { kind: 'raw', text: 'rate({service="a"}', reason: 'broken' } as const;
  expect(firing(unread, [], { every: { ms: MINUTE }, at: { ms: MINUTE } })).toMatchObject({ ok: false });
});
