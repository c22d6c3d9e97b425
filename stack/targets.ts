/**
 * Who is scraped. Target labels are part of every metric's labels: each job has `job`, `instance` and `service`, the
 * last being the service of the voting app that the series is about (redis_exporter's are about `redis`).
 */
import { allTargets, type ScrapeJob, type ScrapeJobOptions, scrapeJob, target } from 'plainsight';
import { NO_METRICS } from './profiles.ts';
import { composeProject, scaling, services } from './services.ts';

/** The plan's job: vote, result and worker, with the label `group`. */
export const votingApp = target('voting-app', { labels: ['group', 'service'] });
/** The plan's three services share one job: what each of them exposes is told apart by `service`. */
export const vote = votingApp;
export const result = votingApp;
export const worker = votingApp;
export const redis = target('redis', { labels: ['service'] });
export const postgres = target('postgres', { labels: ['service'] });
/** cAdvisor measures every container of the machine: those of other Compose projects are not the voting app's. */
export const cadvisor = target('cadvisor', {
  labels: ['service'],
  only: { container_label_com_docker_compose_project: composeProject },
});
export const node = target('node', { labels: ['service'] });
export const blackbox = target('blackbox', { labels: ['service'] });
/** Whether Redis and PostgreSQL take connections; kept from the pages' probes, whose series it would join. */
export const blackboxTcp = target('blackbox-tcp', { labels: ['service'] });
export const blackboxExporter = target('blackbox-exporter', { labels: ['service'] });
export const prometheus = target('prometheus', { labels: ['service'] });
export const alertmanager = target('alertmanager', { labels: ['service'] });
export const loki = target('loki', { labels: ['service'] });
export const alloy = target('alloy', { labels: ['service'] });
export const grafana = target('grafana', { labels: ['service'] });

/** Every target: what `up` and the other series that all targets have is asked of. */
export const everyTarget = allTargets({ labels: ['service'] });

/** The services that the plan expects to expose metrics. */
const planned = Object.entries(services).flatMap(([name, { metrics, port }]) =>
  metrics === 'planned' ? [{ name, port }] : [],
);

/**
 * Where Prometheus finds them: at the plan's addresses `vote:80`, `result:80`, `worker:80`; or, where a service is scaled,
 * at each address that its name resolves to, since behind one name the counts of several processes would mix.
 */
export function plannedPlaces(by: typeof scaling): Pick<ScrapeJobOptions, 'static' | 'discovery' | 'relabel'> {
  if (by === 'static') {
    const targets = planned.map(({ name, port }) => `${name}:${port}`);
    return { static: [{ targets, labels: { group: 'production' } }], relabel: [serviceFromAddress] };
  }
  const discovery = planned.map(({ name, port }) => ({ kind: 'dns', names: [name], type: 'A', port }) as const);
  return { discovery, relabel: [serviceFromName, group] };
}

/** What was looked up is the service's name; the address that was found is a number. */
const serviceFromName = { source_labels: ['__meta_dns_name'], target_label: 'service' } as const;
const group = { target_label: 'group', replacement: 'production' } as const;

/** The service is the host part of the address: `vote:80` is about `vote`. */
const serviceFromAddress = {
  source_labels: ['__address__'],
  regex: '([^:]+):\\d+',
  target_label: 'service',
  replacement: '$1',
} as const;

/** A container is about the Compose service that it runs; cAdvisor's own and the host's series stay `cadvisor`. */
const serviceFromContainer = {
  source_labels: ['container_label_com_docker_compose_service'],
  regex: '(.+)',
  target_label: 'service',
  replacement: '$1',
} as const;

/** A probe's target is the address to probe; the exporter is asked in its place. */
const throughBlackbox = [
  { source_labels: ['__address__'], target_label: '__param_target' },
  { source_labels: ['__param_target'], target_label: 'instance' },
  { target_label: '__address__', replacement: 'blackbox-exporter:9115' },
] as const;

/**
 * What Alloy counts in log lines has the label service of those lines, which Prometheus renames, since the target has one
 * too: it is about the service that wrote them.
 */
const countedInLogs = [
  { source_labels: ['exported_service'], regex: '(.+)', target_label: 'service', replacement: '$1' },
] as const;

export const jobs: readonly ScrapeJob[] = [
  scrapeJob(votingApp, {
    purpose: 'The services of the voting app, on the /metrics that the plan takes for granted.',
    ...plannedPlaces(scaling),
    // The app stores any text as a vote option: a guard against label values that somebody else chooses.
    sampleLimit: 2000,
    labelValueLengthLimit: 200,
    exposesNothing: { stock: NO_METRICS },
  }),
  scrapeJob(redis, {
    purpose: 'Redis, through redis_exporter with --check-single-keys=votes.',
    static: [{ targets: ['redis-exporter:9121'], labels: { service: 'redis' } }],
  }),
  scrapeJob(postgres, {
    purpose: 'PostgreSQL, through postgres_exporter.',
    static: [{ targets: ['postgres-exporter:9187'], labels: { service: 'db' } }],
  }),
  scrapeJob(cadvisor, {
    // ContainerRestartLoop needs 0.60 or newer: before it, the time of the start was that of the creation. It also needs
    // --store_container_labels=false: with the label `restartcount` each restart is a new series. Health checks came
    // with 0.54. --docker_only=true and the list of labels keep the number of series small.
    purpose:
      'Containers, by cAdvisor 0.60 or newer with --store_container_labels=false and --whitelisted_container_labels=com.docker.compose.project,com.docker.compose.service. Their samples carry timestamps of their own.',
    static: [{ targets: ['cadvisor:8080'], labels: { service: 'cadvisor' } }],
    metricRelabel: [serviceFromContainer],
    trackTimestampsStaleness: true,
  }),
  scrapeJob(node, {
    purpose: 'The host.',
    static: [{ targets: ['node-exporter:9100'], labels: { service: 'host' } }],
  }),
  scrapeJob(blackbox, {
    purpose: 'Probes of the pages that people open.',
    path: '/probe',
    params: { module: ['http_2xx'] },
    static: [
      { targets: ['http://vote:80/'], labels: { service: 'vote' } },
      { targets: ['http://result:80/'], labels: { service: 'result' } },
    ],
    relabel: throughBlackbox,
  }),
  scrapeJob(blackboxTcp, {
    purpose: 'Probes of what has no page: whether it takes connections.',
    path: '/probe',
    params: { module: ['tcp_connect'] },
    static: [
      { targets: [`redis:${services.redis.port}`], labels: { service: 'redis' } },
      { targets: [`db:${services.db.port}`], labels: { service: 'db' } },
    ],
    relabel: throughBlackbox,
  }),
  scrapeJob(prometheus, {
    purpose: 'Prometheus itself.',
    static: [{ targets: ['localhost:9090'], labels: { service: 'prometheus' } }],
  }),
  scrapeJob(alertmanager, {
    purpose: 'Alertmanager.',
    static: [{ targets: ['alertmanager:9093'], labels: { service: 'alertmanager' } }],
  }),
  scrapeJob(loki, {
    purpose: 'Loki.',
    static: [{ targets: ['loki:3100'], labels: { service: 'loki' } }],
  }),
  scrapeJob(alloy, {
    purpose: 'Alloy, which reads the logs of containers, and counts requests in them.',
    static: [{ targets: ['alloy:12345'], labels: { service: 'alloy' } }],
    metricRelabel: countedInLogs,
  }),
  scrapeJob(grafana, {
    purpose: 'Grafana.',
    static: [{ targets: ['grafana:3000'], labels: { service: 'grafana' } }],
  }),
  scrapeJob(blackboxExporter, {
    purpose: 'The prober itself.',
    static: [{ targets: ['blackbox-exporter:9115'], labels: { service: 'blackbox-exporter' } }],
  }),
];
