/** Spans as a clock, and points in time. All times are UTC: a picture must not depend on where it was drawn. */
import type { Formatter } from './number.ts';

const HOUR = 3_600_000;

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `01m:05s:250ms`; each decimal given shows one part more. */
export const clockOfMilliseconds: Formatter = (value, decimals) => {
  const date = new Date(value);
  const hours = `${Math.floor(value / HOUR)}h`;
  const minutes = `${two(date.getUTCMinutes())}m`;
  const seconds = `${two(date.getUTCSeconds())}s`;
  const rest = `${String(date.getUTCMilliseconds()).padStart(3, '0')}ms`;
  if (value < 1000) return { text: rest };
  if (value < 60_000) return { text: parts([seconds, rest], decimals) };
  if (value < HOUR) return { text: parts([minutes, seconds, rest], decimals) };
  return { text: parts([hours, minutes, seconds, rest], decimals) };
};

export const clockOfSeconds: Formatter = (value, decimals) => clockOfMilliseconds(value * 1000, decimals);

function parts(all: readonly string[], decimals: number | undefined): string {
  return all.slice(0, decimals === undefined ? all.length : decimals + 1).join(':');
}

/** `2026-11-23 12:00:00` */
export const isoDate: Formatter = (ms) => ({ text: new Date(ms).toISOString().slice(0, 19).replace('T', ' ') });

/** `11/23/2026, 12:00:00 PM`: as a browser set to American English writes it. */
export const localDate: Formatter = (ms) => {
  const date = new Date(ms);
  const day = `${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())}/${date.getUTCFullYear()}`;
  const hour = two(date.getUTCHours() % 12 === 0 ? 12 : date.getUTCHours() % 12);
  const time = `${hour}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  return { text: `${day}, ${time}\u202f${date.getUTCHours() < 12 ? 'AM' : 'PM'}` };
};

const DAY = 24 * HOUR;
/** The mean of the Gregorian calendar. */
const MONTH = (146_097 / 4800) * DAY;

/** The words for a span, by its unit: each is used up to `max` of it, so that 44 seconds are a few and 45 are a minute. */
const AGO = [
  { ms: 1000, max: 44, one: 'a few seconds', many: 'a few seconds' },
  { ms: 60_000, max: 44, one: 'a minute', many: '# minutes' },
  { ms: HOUR, max: 21, one: 'an hour', many: '# hours' },
  { ms: DAY, max: 25, one: 'a day', many: '# days' },
  { ms: MONTH, max: 10, one: 'a month', many: '# months' },
  { ms: 12 * MONTH, max: Infinity, one: 'a year', many: '# years' },
] as const;

/**
 * How long ago a point in time is, rounded as people say it.
 *
 * @example fromNow(1_000_000)(1_000_000 - 7_200_000) // { text: '2 hours ago' }
 */
export function fromNow(now: number): Formatter {
  return (ms) => {
    const days = Math.round(Math.abs(now - ms) / DAY);
    const span = days > 25 ? calendarSpan(Math.min(now, ms), Math.max(now, ms)) : Math.abs(now - ms);
    const unit = AGO.find(({ ms: size, max }) => Math.round(span / size) <= max) ?? AGO[5];
    const number = Math.round(span / unit.ms);
    const words = number <= 1 ? unit.one : unit.many.replace('#', String(number));
    return { text: ms > now ? `in ${words}` : `${words} ago` };
  };
}

/** Whole months by the calendar, each as long as the mean month, and the rest. */
function calendarSpan(from: number, to: number): number {
  const [start, end] = [new Date(from), new Date(to)];
  const between = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  const months = monthsLater(start, between) > to ? between - 1 : between;
  return months * MONTH + (to - monthsLater(start, months));
}

function monthsLater(date: Date, months: number): number {
  const later = new Date(date);
  return later.setUTCMonth(date.getUTCMonth() + months);
}
