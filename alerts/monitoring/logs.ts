/** Alerts on what carries the logs: Alloy, which reads them, and Loki, which keeps them. */
import { alert, breaches, series, text } from 'plainsight';
import { loki_write_dropped_entries_total } from '../../stack/metrics/alloy.ts';
import { loki_discarded_samples_total, loki_request_duration_seconds } from '../../stack/metrics/loki.ts';
import { alloyDropped, lokiDiscarded, lokiErrors } from '../../stack/signals/monitoring.ts';

const loki = { service: 'loki' } as const;

const pushes = (status_code: string, values: string) =>
  series(
    loki_request_duration_seconds,
    { ...loki, method: 'POST', route: 'loki_api_v1_push', status_code, ws: 'false' },
    values,
    { part: '_count' },
  );

export const LokiRequestErrors = alert({
  when: breaches(lokiErrors, 'warning', { by: ['service', 'route'] }),
  for: '15m',
  keepFiringFor: '5m',
  group: 'monitoring',
  summary: 'Loki answers with errors.',
  description: (l, v) => text`Loki fails ${v} of the requests to ${l.route}. Logs are missing, or cannot be searched.`,
  test: {
    fires: [
      {
        given: [pushes('204', '0+8x40'), pushes('500', '0x5 0+2x35')],
        at: '35m',
        labels: { ...loki, route: 'loki_api_v1_push' },
        says: 'Loki fails 20% of the requests to loki_api_v1_push. Logs are missing, or cannot be searched.',
      },
      {
        // The last error was five minutes ago.
        given: [pushes('204', '0+8x50'), pushes('500', '0x5 0+2x25 50x19')],
        at: '36m',
        labels: { ...loki, route: 'loki_api_v1_push' },
        says: 'Loki fails 11.11% of the requests to loki_api_v1_push. Logs are missing, or cannot be searched.',
      },
    ],
    silent: [
      {
        reason: 'a restart fails some requests for some minutes',
        given: [pushes('204', '0+8x40'), pushes('503', '0x5 0+2x5 10x30')],
        at: '20m',
      },
      {
        reason: 'what a caller asks wrongly is no error of Loki',
        given: [pushes('204', '0+8x40'), pushes('400', '0x5 0+8x35')],
        at: '35m',
      },
    ],
  },
});

const discarded = (values: string) =>
  series(
    loki_discarded_samples_total,
    { ...loki, format: 'loki', policy: '', reason: 'rate_limited', retention_hours: '168', tenant: 'fake' },
    values,
  );

export const LokiDiscarding = alert({
  when: breaches(lokiDiscarded, 'warning', { by: ['service', 'reason'] }),
  for: '10m',
  group: 'monitoring',
  summary: 'Loki throws log lines away.',
  description: (l, v) => text`Loki threw ${v} log lines away within five minutes (${l.reason}). They are lost.`,
  test: {
    fires: {
      given: [discarded('0x5 0+40x35')],
      at: '30m',
      labels: { ...loki, reason: 'rate_limited' },
      says: 'Loki threw 200 log lines away within five minutes (rate_limited). They are lost.',
    },
    silent: [{ reason: 'one burst that was too large', given: [discarded('0x5 40x35')], at: '20m' }],
  },
});

const dropped = (values: string) =>
  series(
    loki_write_dropped_entries_total,
    {
      service: 'alloy',
      component_id: 'loki.write.default',
      component_path: '/',
      host: 'loki:3100',
      reason: 'ingester_error',
      tenant: '',
    },
    values,
  );

export const AlloyDropping = alert({
  when: breaches(alloyDropped, 'warning', { by: ['service', 'reason'] }),
  for: '10m',
  group: 'monitoring',
  summary: 'Alloy cannot hand log lines to Loki.',
  description: (l, v) => text`Alloy gave up on ${v} log lines within five minutes (${l.reason}). They are lost.`,
  test: {
    fires: {
      given: [dropped('0x5 0+40x35')],
      at: '30m',
      labels: { service: 'alloy', reason: 'ingester_error' },
      says: 'Alloy gave up on 200 log lines within five minutes (ingester_error). They are lost.',
    },
    silent: [
      {
        reason: 'Loki was restarted, and one batch was given up',
        given: [dropped('0x5 40x35')],
        at: '20m',
      },
    ],
  },
});
