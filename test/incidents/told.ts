/** Whom a real Alertmanager tells when alerts fire as in an incident, with a minute in three tenths of a second. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ResolvedModel } from '../../lib/model/resolved.ts';
import { scaleTime } from '../../lib/model/steps/scale-time.ts';
import { type Notification, type SentAlert, startAlertmanager } from '../support/alertmanager.ts';
import type { Labels, Timeline } from './firing.ts';

/** Milliseconds that a minute takes: on a busy machine what is sent comes a tenth of a second late. */
export const MINUTE = 300;

/** The model in that tempo, at any time of the day. */
export function hurried(model: ResolvedModel): ResolvedModel {
  const scaled = scaleTime(MINUTE / 60_000)(model);
  const { alerting } = scaled;
  if (alerting === undefined) throw new Error('the model tells nobody');
  const times = Object.keys(alerting.times).map((name) => [name, [{ from: '00:00', to: '24:00' }]] as const);
  return { ...scaled, alerting: { ...alerting, times: Object.fromEntries(times) } };
}

/** Everything that the receivers of a hurried model are told, until the minute after the last of the timeline. */
export async function told(model: ResolvedModel, timeline: Timeline): Promise<readonly Notification[]> {
  const alertmanager = await startAlertmanager(model);
  try {
    const since = new Map<string, SentAlert>();
    for (const firing of timeline) {
      await alertmanager.send([...news(firing, since)]);
      await sleep(MINUTE);
    }
    await sleep(MINUTE);
    return alertmanager.told();
  } finally {
    await alertmanager.stop();
  }
}

const HOUR = 3_600_000;

/** What fires, and what has ended since the last minute. */
function* news(firing: readonly Labels[], since: Map<string, SentAlert>): Generator<SentAlert> {
  const now = Date.now();
  const startsAt = new Date(now).toISOString();
  const keys = new Set(firing.map((labels) => JSON.stringify(labels)));
  for (const labels of firing) {
    const key = JSON.stringify(labels);
    const alert = since.get(key) ?? { labels, startsAt, endsAt: new Date(now + HOUR).toISOString() };
    since.set(key, alert);
    yield alert;
  }
  for (const [key, alert] of since) {
    if (keys.has(key)) continue;
    since.delete(key);
    yield { ...alert, endsAt: startsAt };
  }
}
