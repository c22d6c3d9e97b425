/** The servers that people and Prometheus talk to: Prometheus itself, Alertmanager, Loki, Grafana. */
import type { Container } from 'plainsight';
import { versions } from '../versions.ts';

/** A health check by an address, for images that have wget. `localhost` may be IPv6, where nobody listens. */
export function answers(port: number, path: string): NonNullable<Container['health']> {
  const test = ['wget', '--quiet', '--spider', '--tries=1', `http://127.0.0.1:${port}${path}`];
  return { test, every: '30s', timeout: '5s', startPeriod: '30s' };
}

export const prometheus: Container = {
  purpose: 'Scrapes, evaluates rules, and tells Alertmanager. It keeps 35 days, since objectives are over 30, or 8 GB.',
  image: versions.prometheus.image,
  command: [
    '--config.file=/etc/prometheus/prometheus.yml',
    '--storage.tsdb.path=/prometheus',
    '--storage.tsdb.retention.time=35d',
    '--storage.tsdb.retention.size=8GB',
    '--web.external-url=http://prometheus:9090',
    '--enable-feature=auto-reload-config',
  ],
  memory: '1G',
  networks: ['monitoring', 'back-tier'],
  metrics: 9090,
  mounts: [
    { output: 'prometheus', at: '/etc/prometheus' },
    { volume: 'prometheus-data', at: '/prometheus' },
  ],
  health: answers(9090, '/-/ready'),
};

export const alertmanager: Container = {
  purpose: 'Groups alerts, mutes what follows from others, and tells people.',
  image: versions.alertmanager.image,
  command: [
    '--config.file=/etc/alertmanager/alertmanager.yml',
    '--storage.path=/alertmanager',
    '--web.external-url=http://alertmanager:9093',
    // It is the only one: without this it would listen for others on every address.
    '--cluster.listen-address=',
  ],
  memory: '128M',
  networks: ['monitoring'],
  metrics: 9093,
  mounts: [
    { output: 'alertmanager', at: '/etc/alertmanager' },
    { volume: 'alertmanager-data', at: '/alertmanager' },
  ],
  secrets: ['slack_url', 'smtp_password', 'heartbeat_url'],
  health: answers(9093, '/-/ready'),
};

export const loki: Container = {
  purpose: 'Keeps logs for 14 days, and evaluates alerts about them.',
  image: versions.loki.image,
  command: ['-config.file=/etc/loki/config.yaml'],
  memory: '512M',
  networks: ['monitoring'],
  metrics: 3100,
  mounts: [
    { output: 'loki', at: '/etc/loki' },
    { volume: 'loki-data', at: '/loki' },
  ],
  scratch: ['/tmp'],
  // The image has no shell; the server asks itself.
  health: {
    test: ['/usr/bin/loki', '-health'],
    every: '30s',
    timeout: '5s',
    startPeriod: '1m',
  },
};

const DASHBOARDS = '/etc/grafana/dashboards';

export const grafana: Container = {
  purpose: 'What people look at: http://localhost:3000, user admin, the password is in secrets/grafana_admin_password.',
  image: versions.grafana.image,
  environment: {
    GF_SERVER_ROOT_URL: { site: 'grafana' },
    GF_SECURITY_ADMIN_PASSWORD__FILE: '/run/secrets/grafana_admin_password',
    GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH: `${DASHBOARDS}/voting-app-overview.json`,
    GF_AUTH_ANONYMOUS_ENABLED: 'false',
    GF_USERS_ALLOW_SIGN_UP: 'false',
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    GF_PLUGINS_PREINSTALL_DISABLED: 'true',
  },
  memory: '512M',
  networks: ['monitoring'],
  publish: 3000,
  metrics: 3000,
  mounts: [
    { output: 'grafana/dashboards', at: DASHBOARDS },
    { output: 'grafana/provisioning', at: '/etc/grafana/provisioning' },
    // Grafana serves its public folder as it is: the runbooks stand where alerts link to.
    { output: 'runbooks', at: '/usr/share/grafana/public/runbooks' },
    { volume: 'grafana-data', at: '/var/lib/grafana' },
  ],
  scratch: ['/tmp'],
  secrets: ['grafana_admin_password'],
  health: answers(3000, '/api/health'),
};
