import { expect, it } from 'vitest';
import type { Reading } from '../../catalogue/reading/reading.ts';
import { readingOf } from '../../catalogue/reading/reading.ts';
import { jumps } from './processes.ts';

function reading(text: string): Reading {
  const outcome = readingOf('shop.prom', text);
  if (!outcome.ok) throw new Error('unreadable');
  return outcome.value;
}

const orders = (value: number): Reading => reading(`# TYPE orders_total counter\norders_total{kind="card"} ${value}\n`);
const queue = (value: number): Reading => reading(`# TYPE queue gauge\nqueue ${value}\n`);
const took = (count: number, sum: number): Reading =>
  reading(
    `# TYPE took histogram\ntook_bucket{le="1"} ${count}\ntook_bucket{le="+Inf"} ${count}\ntook_sum ${sum}\ntook_count ${count}\n`,
  );

it.each<[why: string, readings: readonly Reading[], series: readonly string[]]>([
  ['one process', [orders(1), orders(1), orders(4)], []],
  ['a restart goes down once and stays there', [orders(90), orders(0), orders(3)], []],
  ['processes in turn come back', [orders(90), orders(20), orders(91)], ['orders_total{kind="card"}']],
  ['or go down twice', [orders(90), orders(20), orders(30), orders(10)], ['orders_total{kind="card"}']],
  ['a gauge may do as it likes', [queue(9), queue(1), queue(9)], []],
  [
    'a histogram counts',
    [took(9, 1), took(1, 1), took(9, 1)],
    ['took_bucket{le="1"}', 'took_bucket{le="+Inf"}', 'took_count'],
  ],
  ['its sum may fall: observations can be negative', [took(9, 5), took(9, 1), took(9, 5)], []],
  ['nothing to compare', [orders(1)], []],
])('%s', (_, readings, series) => {
  expect(jumps(readings).map((jump) => jump.series)).toEqual(series);
});
