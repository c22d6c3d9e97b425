/** Where an axis has its numbers and times. */
import { dateTimeFormat } from '@grafana/data';
import type { Span } from '../../protocol.ts';

/** Round values from 0 to at least `max`, about `wanted` of them. */
export function valueTicks(max: number, wanted = 5): readonly number[] {
  if (!(max > 0)) return [0, 1];
  const raw = max / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power;
  const count = Math.ceil(max / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

const SECOND = 1_000;
const STEPS = [
  1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
];
const DAY = 86_400 * SECOND;

export interface TimeTick {
  readonly at: number;
  readonly text: string;
}

/** Round times, as many as there is room for: `12:00` is 35 pixels wide, `12:00:30` is 55. */
export function timeTicks({ from, to }: Span, width: number, timeZone: string): readonly TimeTick[] {
  const fits = (seconds: number): boolean => (seconds * SECOND * width) / (to - from) >= (seconds < 60 ? 76 : 56);
  const step = (STEPS.find(fits) ?? 2_592_000) * SECOND;
  const first = Math.ceil(from / step) * step;
  const count = Math.max(0, Math.floor((to - first) / step) + 1);
  const format = step >= DAY ? 'MM/DD' : step < 60 * SECOND ? 'HH:mm:ss' : 'HH:mm';
  return Array.from({ length: count }, (_, index) => first + index * step).map((at) => ({
    at,
    text: dateTimeFormat(at, { format, timeZone }),
  }));
}
