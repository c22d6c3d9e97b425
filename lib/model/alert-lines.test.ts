/** The lines that a test gives: whose they are, and when they are written. */
import { lines } from 'plainsight';
import { stream } from 'plainsight/logql';
import { expect, it } from 'vitest';
import { streamsOf } from './alert-lines.ts';
import { alertTest } from './alert-test.ts';

const shopLines = stream({ labels: ['service', 'level'], only: { project: 'shop' } });
const all = stream({ labels: ['service'] });
const of = { service: 'shop', level: 'error' };
const MINUTE = 60_000;

it('are of a stream with every label that its shipper sets', () => {
  expect(lines(shopLines, of, []).labels).toEqual({ level: 'error', project: 'shop', service: 'shop' });
  expect(lines(shopLines.where({ service: 'shop' }), { level: 'error' }, []).labels).toEqual({
    ...of,
    project: 'shop',
  });
  expect(lines(all, { service: 'shop' }, []).labels).toEqual({ service: 'shop' });
});

it.each([
  ['once', { at: '2m', text: 'a' }, [2]],
  ['until the alert is looked at', { every: '1m', text: 'a' }, [0, 1, 2, 3]],
  ['from a time on', { every: '2m', from: '1m', text: 'a' }, [1, 3]],
  ['up to a time', { every: '1m', from: '1m', until: '2m', text: 'a' }, [1, 2]],
  ['never where its time comes later', { every: '1m', from: '5m', text: 'a' }, []],
] as const)('are written %s', (_, line, minutes) => {
  const [read] = streamsOf([lines(all, { service: 'shop' }, [line])], { ms: 3 * MINUTE });
  expect(read?.lines.map(({ at }) => Number(at) / 1e6 / MINUTE)).toEqual(minutes);
});

it('stand in the order of their times', () => {
  const given = lines(all, { service: 'shop' }, [
    { every: '2m', text: 'a' },
    { at: '1m', text: 'b' },
  ]);
  expect(streamsOf([given], { ms: 3 * MINUTE })[0]?.lines.map(({ text }) => text)).toEqual(['a', 'b', 'a']);
});

it('stand beside series in a test', () => {
  const given = lines(all, { service: 'shop' }, [{ at: '1m', text: 'a' }]);
  const silent = [{ reason: 'quiet', given: [given], at: '5m' }] as const;
  const test = alertTest({ fires: [], silent });
  expect(test.silent).toEqual([
    { reason: 'quiet', given: [], lines: [given], every: { ms: MINUTE }, at: { ms: 5 * MINUTE } },
  ]);
});

it('say every label, and are written at times', () => {
  // @ts-expect-error level is missing
  expect(() => lines(shopLines, { service: 'shop' }, [])).toThrow('the label level');
  // @ts-expect-error no stream has the label pod
  lines(shopLines, { ...of, pod: 'a' }, []);
  // @ts-expect-error five minutes are '5m'
  expect(() => lines(shopLines, of, [{ at: '5 minutes', text: 'a' }])).toThrow('not a duration');
  expect(() => lines(shopLines, of, [{ every: '0s', text: 'a' }])).toThrow('above 0');
});
