import { describe, expect, test } from 'vitest';
import { NOW } from '../../sample/time.ts';
import { timeTicks } from './time-ticks.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe.each([
  { span: 5 * MINUTE, length: 500, texts: ['11:55:00', '11:56:00', '11:57:00', '11:58:00', '11:59:00', '12:00:00'] },
  { span: HOUR, length: 400, texts: ['11:00', '11:10', '11:20', '11:30', '11:40', '11:50', '12:00'] },
  { span: HOUR, length: 180, texts: ['11:00', '11:30', '12:00'] },
  { span: 6 * HOUR, length: 400, texts: ['06:00', '07:00', '08:00', '09:00', '10:00', '11:00', '12:00'] },
  { span: DAY, length: 300, texts: ['18:00', '00:00', '06:00', '12:00'] },
  { span: 2 * DAY, length: 500, texts: ['11/22 00:00', '11/22 12:00', '11/23 00:00', '11/23 12:00'] },
  { span: 7 * DAY, length: 400, texts: ['11/17', '11/18', '11/19', '11/20', '11/21', '11/22', '11/23'] },
])('$span ms on $length px', ({ span, length, texts }) => {
  const found = timeTicks({ from: NOW - span, to: NOW }, length);

  test('round moments that fit', () => {
    expect(found.map(({ text }) => text)).toEqual(expect.arrayContaining(texts));
  });

  test('all of them are shown times', () => {
    for (const { at } of found) expect(at >= NOW - span && at <= NOW).toBe(true);
  });
});

test.each([
  { timeZone: 'UTC', first: '06:00' },
  { timeZone: 'Asia/Kolkata', first: '12:00' },
  { timeZone: 'America/New_York', first: '01:00' },
])('moments are round by the clocks of $timeZone', ({ timeZone, first }) => {
  const [tick] = timeTicks({ from: NOW - 6 * 3_600_000, to: NOW }, 600, timeZone);
  expect(tick?.text).toBe(first);
});
