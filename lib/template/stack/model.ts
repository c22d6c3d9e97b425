/** What the registries of dashboards and alerts stand on. */
import type { ConfigInput } from 'plainsight';
import * as node from './metrics/node.ts';
import * as hosts from './signals/hosts.ts';
import { jobs } from './targets.ts';

export const stack = {
  profiles: ['production'],
  signals: [hosts],
  jobs,
  scrapeInterval: '15s',
  evaluationInterval: '15s',
  /** Where Prometheus sends alerts, and where people find Grafana and the runbooks: notifications link there. */
  site: {
    grafana: 'http://localhost:3000',
    runbooks: 'http://localhost:3000/public/runbooks',
    alertmanager: 'alertmanager:9093',
  },
  catalogue: [node],
} as const satisfies Omit<ConfigInput['model'], 'dashboards' | 'alerts'>;
