/** Alerts on services, containers and the host. */
import { alert, breaches, series, text, up } from '../lib/index.ts';
import { probe_success } from '../stack/metrics/blackbox.ts';
import { redis_up } from '../stack/metrics/redis.ts';
import { serviceUp } from '../stack/signals/system.ts';
import { votingApp } from '../stack/targets.ts';

export const ServiceDown = alert({
  when: breaches(serviceUp, 'critical', { by: ['service'] }),
  for: '2m',
  severity: 'critical',
  group: 'services',
  summary: 'A service of the voting app is down.',
  description: (l) => text`${l.service} does not answer. It does not come back by itself: the app restarts nothing.`,
  panel: { dashboard: 'voting-app-system', key: 'service-up' },
  test: {
    fires: {
      given: [
        series(up.of(votingApp), { service: 'vote', group: 'production' }, '0x10'),
        series(probe_success, { service: 'vote' }, '0x10'),
      ],
      at: '5m',
      labels: { service: 'vote' },
      says: 'vote does not answer. It does not come back by itself: the app restarts nothing.',
    },
    silent: [
      {
        because: 'one failed scrape is no outage',
        given: [
          series(up.of(votingApp), { service: 'vote', group: 'production' }, '1 1 0 1x10'),
          series(probe_success, { service: 'vote' }, '1 1 0 1x10'),
          series(redis_up, { service: 'redis' }, '1x13'),
        ],
        at: '3m',
      },
    ],
  },
});
