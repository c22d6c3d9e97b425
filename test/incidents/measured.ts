/** What fires in an incident, held to what fired on real servers when the same was done to them. */
import type { Course } from '../servers/faults/measured.ts';
import type { Timeline } from './firing.ts';

/**
 * Minutes that the same alert may come sooner or later. An incident has a value for each minute, so that a window of two
 * minutes holds two of them and forgets what was before within one; scrapes fill it with eight.
 */
const SLACK = 5;

/** What only one of the two lets fire while it lasts, in words. */
export function differences(timeline: Timeline, { fired, lasted }: Course, tempo: number): readonly string[] {
  const minutes = (seconds: number): number => (seconds * tempo) / 60;
  const end = minutes(lasted);
  const real = new Map(Object.entries(fired).map(([alert, seconds]) => [alert, minutes(seconds)]));
  const told = firstMinutes(timeline);
  const missing = [...real].filter(([alert, at]) => at <= end && (told.get(alert) ?? Infinity) > at + SLACK);
  const extra = [...told].filter(([alert, at]) => at <= end - SLACK && (real.get(alert) ?? Infinity) > at + SLACK);
  return [
    ...missing.map(([alert, at]) => `${alert} fires on real servers in minute ${Math.round(at)}, and not here`),
    ...extra.map(([alert, at]) => `${alert} fires here in minute ${at}, and not on real servers`),
  ];
}

/** From which minute on each alert of an incident fires; the heartbeat always does. */
function firstMinutes(timeline: Timeline): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const [minute, alerts] of timeline.entries()) {
    for (const { alertname = '', service = '' } of alerts) {
      const name = `${alertname} ${service}`;
      if (alertname !== 'Watchdog' && !first.has(name)) first.set(name, minute);
    }
  }
  return first;
}
