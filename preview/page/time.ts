/** The time shown: Grafana's words for it, and what they mean now. */
import type { Span } from '../protocol.ts';

export interface Range {
  readonly from: string;
  readonly to: string;
}

export const RANGES: readonly { readonly from: string; readonly text: string }[] = [
  { from: 'now-5m', text: 'Last 5 minutes' },
  { from: 'now-15m', text: 'Last 15 minutes' },
  { from: 'now-30m', text: 'Last 30 minutes' },
  { from: 'now-1h', text: 'Last hour' },
  { from: 'now-3h', text: 'Last 3 hours' },
  { from: 'now-6h', text: 'Last 6 hours' },
  { from: 'now-12h', text: 'Last 12 hours' },
  { from: 'now-24h', text: 'Last 24 hours' },
  { from: 'now-2d', text: 'Last 2 days' },
  { from: 'now-7d', text: 'Last 7 days' },
  { from: 'now-30d', text: 'Last 30 days' },
];

const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  M: 2_592_000_000,
  y: 31_536_000_000,
};

/** `now-1h` or milliseconds since 1970, as a moment; undefined when it is neither. */
export function moment(text: string, now: number): number | undefined {
  const [words, sign, amount, unit] = /^now(?:([-+])(\d+)([smhdwMy]))?(?:\/[smhdwMy])?$/.exec(text) ?? [];
  if (words !== undefined) return now + (sign === '-' ? -1 : 1) * Number(amount ?? 0) * (UNIT_MS[unit ?? 's'] ?? 0);
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

const HOUR_MS = 3_600_000;

/** Whether words name a time that ends after it begins. */
export function isRange({ from, to }: Range, now: number): boolean {
  const [start, end] = [moment(from, now), moment(to, now)];
  return start !== undefined && end !== undefined && start < end;
}

/** From when to when. The last hour where the words are not understood. */
export function spanOf({ from, to }: Range, now: number): Span {
  const [start, end] = [moment(from, now), moment(to, now)];
  return start !== undefined && end !== undefined && start < end
    ? { from: start, to: end }
    : { from: now - HOUR_MS, to: now };
}

/** `30s` in milliseconds; 0 for what is no duration. */
export function durationMs(text: string): number {
  const [, amount, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  return Number(amount ?? 0) * (UNIT_MS[unit ?? 's'] ?? 0);
}

/** Twice as much, around the same middle: what zooming out shows. */
export function wider({ from, to }: Span): Span {
  const more = (to - from) / 2;
  return { from: from - more, to: to + more };
}

/** A range that stays where it is, as zooming chooses it. */
export function fixedRange({ from, to }: Span): Range {
  return { from: String(Math.round(from)), to: String(Math.round(to)) };
}

/** Whether a range stays where it is. */
export function isFixed({ from, to }: Range): boolean {
  return !from.startsWith('now') && !to.startsWith('now');
}
