/** What a viewer chooses, alike on every dashboard, so that a choice survives the way from one to another. */
import { queryVariable } from 'plainsight';
import { container_last_seen } from '../stack/metrics/cadvisor.ts';

/** The services of the app, as their containers tell them. */
export const service = queryVariable({
  name: 'service',
  label: 'Service',
  of: container_last_seen,
  values: 'service',
});

/** Which Loki is asked. */
export const logsSource = { kind: 'datasource', type: 'loki', name: 'logs', label: 'Logs' } as const;

/** The levels that Alloy gives to lines. */
export const level = {
  kind: 'custom',
  name: 'level',
  label: 'Level',
  values: [{ value: 'error' }, { value: 'warning' }, { value: 'info' }],
  several: true,
} as const;

/** What log lines are searched for; nothing is in every line. */
export const searched = { kind: 'text', name: 'text', label: 'Text', value: '' } as const;
