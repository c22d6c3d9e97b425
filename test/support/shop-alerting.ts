/** Who is told in the shop: what the files of Alertmanager and the rules about it are tried on. */
import { type AlertingInput, alerting, email, inhibit, inhibitMilder, slack, webhook } from 'plainsight';
import type { Alerting } from '../../lib/model/alerting/alerting.ts';
import { alertOn, promql } from './shop.ts';

export const StoreDown = alertOn(promql('min(queue_length) < 1'), { severity: 'critical', service: 'store' });
export const ShopSlow = [
  alertOn(promql('max(orders_total) > 1', ['route']), { severity: 'warning' }),
  alertOn(promql('max(orders_total) > 2', ['route']), { severity: 'critical' }),
];
/** Further alerts of the shop, for what is told of them. */
export const told = { StoreDown, ShopSlow };

export const input = {
  receivers: {
    oncall: [
      slack({ urlFile: '/run/secrets/slack_url', channel: '#shop' }),
      email({
        to: 'oncall@shop.example',
        from: 'alerts@shop.example',
        smarthost: 'mail.shop.example:587',
        username: 'alerts',
        passwordFile: '/run/secrets/smtp_password',
      }),
    ],
    team: [slack({ urlFile: '/run/secrets/slack_url' })],
    robot: [webhook({ urlFile: '/run/secrets/robot_url' })],
  },
  times: { day: [{ weekdays: 'monday:friday', from: '08:00', to: '18:00' }] },
  timeZone: 'Europe/Berlin',
  route: {
    to: 'team',
    groupBy: ['alertname', 'service'],
    groupWait: '30s',
    groupInterval: '5m',
    repeatInterval: '4h',
    routes: [
      { when: { alert: StoreDown }, to: 'robot', continue: true, groupWait: '0s' },
      { when: { severity: 'critical' }, to: 'oncall', repeatInterval: '1h' },
      { when: { severity: 'warning', service: ['shop', 'store'] }, to: 'team', activeDuring: 'day' },
    ],
  },
  inhibitions: {
    'critical-mutes-warning': inhibitMilder(),
    'store-gone': inhibit({
      reason: 'without the store nothing is sold',
      when: { alert: StoreDown },
      mutes: { alert: [ShopSlow] },
    }),
  },
} as const satisfies AlertingInput<'oncall' | 'team' | 'robot', 'day'>;

/** The shop's alerting, with some parts exchanged. */
export function shopAlerting(parts: Partial<AlertingInput> = {}): Alerting {
  const { logs, ...rest } = { ...input, ...parts };
  return alerting<string, string>({ ...rest, ...(logs === undefined ? {} : { logs }) });
}
