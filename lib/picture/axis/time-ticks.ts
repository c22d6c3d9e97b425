/** Round moments along a time axis, written as Grafana writes them; in UTC unless told. */

import type { TimeRange } from '../../sample/time.ts';
import { textWidth } from '../text/measure.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [
  ...[1, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 4, 6, 8, 12].map((hours) => hours * HOUR),
  ...[1, 2, 3, 4, 5, 7, 14, 28, 91, 182, 365].map((days) => days * DAY),
];

export interface TimeTick {
  readonly at: number;
  readonly text: string;
}

/** What is left free between two moments. */
const GAP = 18;
const SIZE = 12;

/**
 * The moments that there is room for on an axis of a length.
 *
 * @param timeZone one of the names of the IANA database: moments are round, and written, as clocks there show them.
 */
export function timeTicks(range: TimeRange, length: number, timeZone?: string): readonly TimeTick[] {
  const span = range.to - range.from;
  const ahead = (at: number): number => (timeZone === undefined ? 0 : aheadOfUtc(at, timeZone));
  const write = (at: number, step: number): string => momentText(at + ahead(at), { span, step });
  const fits = (step: number): boolean => (step / span) * length >= textWidth(write(range.to, step), SIZE) + GAP;
  const step = STEPS.find(fits) ?? Math.ceil(span / DAY) * DAY;
  const shift = ahead(range.from);
  const first = Math.ceil((range.from + shift) / step);
  const count = Math.floor((range.to + shift) / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const at = (first + index) * step - shift;
    return { at, text: write(at, step) };
  });
}

/** How far the clocks of a time zone are ahead of UTC, in milliseconds. */
function aheadOfUtc(at: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const shown = Date.parse(`${clock.format(at).replace(' ', 'T')}Z`);
  return Math.round((shown - at) / MINUTE) * MINUTE;
}

function momentText(at: number, { span, step }: { readonly span: number; readonly step: number }): string {
  const iso = new Date(at).toISOString();
  const [month, day] = [iso.slice(5, 7), iso.slice(8, 10)];
  if (step <= MINUTE) return iso.slice(11, 19);
  if (span <= DAY) return iso.slice(11, 16);
  if (step < DAY) return `${month}/${day} ${iso.slice(11, 16)}`;
  return span < 365 * DAY ? `${month}/${day}` : iso.slice(0, 7);
}
