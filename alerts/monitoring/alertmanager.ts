/** Alerts on Alertmanager. That it is not reached at all no alert can tell: the heartbeat that stops does. */
import { alert, breaches, series, text, value } from 'plainsight';
import { gt, gte, lastOverTime, or } from 'plainsight/promql';
import * as alertmanager from '../../stack/metrics/alertmanager.ts';
import { alertmanagerConfig, notificationsFailed } from '../../stack/signals/monitoring.ts';

const self = { service: 'alertmanager' } as const;
const accepted = (values: string) => series(alertmanager.alertmanager_config_last_reload_successful, self, values);

export const AlertmanagerFailedReload = alert({
  when: breaches(alertmanagerConfig, 'critical', { by: ['service'] }),
  for: '10m',
  group: 'monitoring',
  summary: 'Alertmanager refused its configuration.',
  description: (l) =>
    text`${l.service} goes on with the configuration that it had before: whoever was added since is not told.`,
  test: {
    fires: {
      given: [accepted('1x5 0x25')],
      at: '25m',
      labels: self,
      says: 'alertmanager goes on with the configuration that it had before: whoever was added since is not told.',
    },
    silent: [{ reason: 'a mistake that was mended within minutes', given: [accepted('1x5 0x6 1x20')], at: '22m' }],
  },
});

const sent = (integration: string, values: string) =>
  series(alertmanager.alertmanager_notifications_total, { ...self, integration }, values);
const failed = (integration: string, values: string) =>
  series(alertmanager.alertmanager_notifications_failed_total, { ...self, integration, reason: 'clientError' }, values);

const each = { by: ['service', 'integration'] } as const;

export const AlertmanagerFailedToSend = alert({
  when: or(
    breaches(notificationsFailed, 'warning', each),
    // At night there may be one an hour, which is seen in no five minutes for long: how did the last one fare?
    gt(lastOverTime(gte(value(notificationsFailed, each), 0), '1h', { step: '1m' }), 0.5),
  ),
  for: '5m',
  group: 'monitoring',
  summary: 'Notifications do not arrive.',
  description: (l, v) => text`${v} of the notifications by ${l.integration} fail. Nobody hears of alerts by that way.`,
  test: {
    fires: [
      {
        given: [
          sent('slack', '0+2x30'),
          failed('slack', '0x5 0+2x25'),
          sent('email', '0+2x30'),
          failed('email', '0x30'),
        ],
        at: '20m',
        labels: { ...self, integration: 'slack' },
        says: '100% of the notifications by slack fail. Nobody hears of alerts by that way.',
      },
      {
        // At night: one in twenty minutes, and none arrives.
        given: [sent('slack', '0x20 1x20 2x20 3x20'), failed('slack', '0x20 1x20 2x20 3x20')],
        at: '75m',
        labels: { ...self, integration: 'slack' },
        says: '100% of the notifications by slack fail. Nobody hears of alerts by that way.',
      },
    ],
    silent: [
      {
        reason: 'after ten that failed within the hour, one arrived',
        given: [sent('slack', '0+2x10 20x10 21x40'), failed('slack', '0+2x10 20x50')],
        at: '35m',
      },
      {
        reason: 'nothing was sent, so nothing failed',
        given: [sent('slack', '7x30'), failed('slack', '2x30')],
        at: '20m',
      },
      {
        reason: 'one failed, and the next try arrived',
        given: [sent('slack', '0+2x30'), failed('slack', '0x8 1x30')],
        at: '20m',
      },
    ],
  },
});
