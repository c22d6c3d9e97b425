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
