/** When a picture is taken: the same moment in every picture, so that no build differs from the one before. */
import { parseDuration } from '../units/duration.ts';

/** Noon, UTC, on an arbitrary Monday. */
export const NOW = Date.UTC(2026, 10, 23, 12);

/** From when to when a dashboard shows, in milliseconds since 1970. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;
/** `now-6h`, `now-1d/d`; the unit that is rounded to is ignored. */
const RELATIVE = /^now(?:-(\w+))?(?:\/[a-zA-Z]+)?$/;

/**
 * The time that a dashboard shows on opening; the last hour where the range cannot be read.
 *
 * @example timeRange('now-6h', 'now') // { from: 1795413600000, to: 1795435200000 }
 */
export function timeRange(from: string, to: string): TimeRange {
  const [start, end] = [moment(from), moment(to)];
  return start !== undefined && end !== undefined && start < end
    ? { from: start, to: end }
    : { from: NOW - HOUR, to: NOW };
}

function moment(text: string): number | undefined {
  const found = RELATIVE.exec(text);
  if (found === null) return undefined;
  const span = found[1] === undefined ? { ms: 0 } : parseDuration(found[1]);
  return span === undefined ? undefined : NOW - span.ms;
}
