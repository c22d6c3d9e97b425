/** Round moments along a time axis, written as Grafana writes them. All times are UTC. */

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

/** The moments that there is room for on an axis of a length. */
export function timeTicks(range: TimeRange, length: number): readonly TimeTick[] {
  const span = range.to - range.from;
  const write = (at: number, step: number): string => momentText(at, { span, step });
  const fits = (step: number): boolean => (step / span) * length >= textWidth(write(range.to, step), SIZE) + GAP;
  const step = STEPS.find(fits) ?? Math.ceil(span / DAY) * DAY;
  const first = Math.ceil(range.from / step);
  const count = Math.floor(range.to / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const at = (first + index) * step;
    return { at, text: write(at, step) };
  });
}

function momentText(at: number, { span, step }: { readonly span: number; readonly step: number }): string {
  const iso = new Date(at).toISOString();
  const [month, day] = [iso.slice(5, 7), iso.slice(8, 10)];
  if (step <= MINUTE) return iso.slice(11, 19);
  if (span <= DAY) return iso.slice(11, 16);
  if (step < DAY) return `${month}/${day} ${iso.slice(11, 16)}`;
  return span < 365 * DAY ? `${month}/${day}` : iso.slice(0, 7);
}
