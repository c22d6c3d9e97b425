/** What is not said: by a machine that is gone, and of warnings at night. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { resolve } from '../../lib/model/resolve/resolve.ts';
import type { ResolvedModel } from '../../lib/model/resolved.ts';
import { loadModel } from '../../scripts/project.ts';
import { startAlertmanager } from '../support/alertmanager.ts';
import { describeWithServer } from '../support/servers.ts';
import { hurried, MINUTE, told } from './told.ts';

const { model } = resolve(await loadModel(), 'instrumented');
const watchdog = { alertname: 'Watchdog', severity: 'none', service: 'prometheus' };
const warning = { alertname: 'VoteQueueGrowing', severity: 'warning', service: 'worker' };
const critical = { alertname: 'HostMemoryLow', severity: 'critical', service: 'host' };

/** The model in a day whose hours are over, or have not begun. */
function atNight(of: ResolvedModel): ResolvedModel {
  const day =
    new Date().getUTCHours() < 12
      ? ({ from: '22:00', to: '23:00' } as const)
      : ({ from: '01:00', to: '02:00' } as const);
  return of.alerting === undefined ? of : { ...of, alerting: { ...of.alerting, times: { day: [day] } } };
}

describeWithServer(['alertmanager'], 'silence', () => {
  it('is all that a dead machine sends: only the missing heartbeat tells of it', async () => {
    const alertmanager = await startAlertmanager(hurried(model));
    const now = Date.now();
    const times = { startsAt: new Date(now).toISOString(), endsAt: new Date(now + 3_600_000).toISOString() };
    try {
      await alertmanager.send([{ labels: watchdog, ...times }]);
      await expect.poll(() => alertmanager.told().length, { timeout: 20 * MINUTE }).toBeGreaterThanOrEqual(3);
    } finally {
      await alertmanager.stop();
    }
    const before = alertmanager.told();
    await sleep(5 * MINUTE);
    expect(alertmanager.told()).toEqual(before);
    expect(new Set(before.map(({ receiver }) => receiver))).toEqual(new Set(['heartbeat']));
  });

  it('is kept about warnings at night, and not about what is critical', async () => {
    const timeline = Array.from({ length: 8 }, () => [warning, critical]);
    const [night, day] = await Promise.all([told(atNight(hurried(model)), timeline), told(hurried(model), timeline)]);
    const names = (notifications: typeof night) => [...new Set(notifications.map(({ receiver }) => receiver))].sort();
    expect(names(night)).toEqual(['oncall']);
    expect(names(day)).toEqual(['oncall', 'team']);
  });
});
