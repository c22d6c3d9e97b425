/** What this project is: its model, the files that are made of it, and where its servers find each other. */
import { defineConfig } from 'plainsight';
import { alerts } from './alerts/index.ts';
import alerting from './alerts/routing.ts';
import { dashboards } from './dashboards/index.ts';
import { stack } from './stack/model.ts';

export default defineConfig({
  name: 'voting-app-monitoring',
  model: { ...stack, dashboards, alerts, alerting },
  outputs: { '.': { profile: 'instrumented' }, stock: { profile: 'stock' } },
  runbooks: 'alerts/runbooks',
  registries: { dashboards: 'dashboards/index.ts', alerts: 'alerts/index.ts', 'stack/signals': 'stack/model.ts' },
  grafana: {
    name: 'voting-app-monitoring',
    folder: 'Voting app',
    path: '/etc/grafana/dashboards',
    prometheus: 'http://prometheus:9090',
    loki: 'http://loki:3100',
  },
});
