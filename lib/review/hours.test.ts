import { describe, expect, it } from 'vitest';
import { hoursRecord } from '../read/hours.ts';
import { tellsEver } from './hours.ts';

type Spans = readonly Readonly<Record<string, unknown>>[];

const from = (start: string, end: string): Readonly<Record<string, unknown>> => ({
  times: [{ start_time: start, end_time: end }],
});

interface Held {
  readonly muted?: Spans;
  readonly active?: Spans;
}

function tells({ muted, active }: Held): boolean {
  const hours = new Map([
    ['muted', hoursRecord(muted)],
    ['active', hoursRecord(active)],
  ]);
  return tellsEver(
    { muted: muted === undefined ? [] : ['muted'], active: active === undefined ? [] : ['active'] },
    hours,
  );
}

const ALL_WEEK = [{ weekdays: ['monday:friday'] }, { weekdays: ['sunday'] }, { weekdays: ['saturday'] }];

describe('nobody is told at any hour', () => {
  it.each<[string, Held]>([
    ['a span without conditions', { muted: [{}] }],
    ['weekdays that are the whole week', { muted: ALL_WEEK }],
    ['times that meet', { muted: [from('00:00', '12:00'), from('12:00', '24:00')] }],
    ['times that overlap', { muted: [from('00:00', '12:01'), from('11:00', '24:00')] }],
    ['all days of each month', { muted: [{ days_of_month: ['1:-1'] }] }],
    ['the last days and those before', { muted: [{ days_of_month: ['1:28', '-3:-1'] }] }],
    ['days as the Prometheus operator has them', { muted: [{ days_of_month: [{ start: 1, end: 31 }] }] }],
    ['months by name and number', { muted: [{ months: ['January:may', '6:12'] }] }],
    ['a clock that is the same for all', { muted: ALL_WEEK.map((each) => ({ ...each, location: 'Europe/Berlin' })) }],
    ['hours that are none', { active: [] }],
    ['a list of times with nothing in it', { active: [{ times: [] }] }],
    ['a day that no year has', { active: [{ months: ['february'], days_of_month: ['30'] }] }],
    [
      'the same hours of UTC, which is meant where no place is said',
      { active: [from('08:00', '17:00')], muted: [{ ...from('08:00', '17:00'), location: 'UTC' }] },
    ],
    ['the same hours, muted and told', { active: [from('08:00', '17:00')], muted: [from('07:00', '18:00')] }],
    [
      'all that is told is muted elsewhere',
      { active: [{ ...from('08:00', '17:00'), location: 'UTC' }], muted: [{ location: 'Asia/Tokyo' }] },
    ],
  ])('%s', (_, held) => {
    expect(tells(held)).toBe(false);
  });
});

describe('somebody is told at some hour', () => {
  it.each<[string, Held]>([
    ['no hours', {}],
    ['one minute is left', { muted: [from('00:00', '12:00'), from('12:01', '24:00')] }],
    ['one minute is left at midnight', { muted: [from('00:00', '23:59')] }],
    ['Sunday is left', { muted: [{ weekdays: ['monday:saturday'] }] }],
    ['the last day of a long month is left', { muted: [{ days_of_month: ['1:30'] }] }],
    ['the 29th of February is left', { muted: [{ days_of_month: ['1:28'] }, { months: ['1', '3:12'] }] }],
    ['years are muted that end', { muted: [{ years: ['2020:2030'] }] }],
    ['years are told, whether they are over', { active: [{ years: ['2020'] }] }],
    [
      'day and night by the clocks of two places',
      { muted: [{ ...from('00:00', '12:00'), location: 'Asia/Tokyo' }, from('12:00', '24:00')] },
    ],
    [
      'told in the day, muted in the day of another place',
      { active: [from('08:00', '17:00')], muted: [{ ...from('08:00', '17:00'), location: 'Asia/Tokyo' }] },
    ],
    ['the 29th of February', { active: [{ months: ['february'], days_of_month: ['29'] }] }],
    ['what Alertmanager would not take is not known', { muted: [{ weekdays: ['someday'] }, {}] }],
    ['a time without an end is not known', { muted: [{ times: [{ start_time: '08:00' }] }, {}] }],
  ])('%s', (_, held) => {
    expect(tells(held)).toBe(true);
  });

  it('hours that are not defined are not known', () => {
    expect(tellsEver({ muted: ['nights'], active: [] }, new Map())).toBe(true);
  });
});
