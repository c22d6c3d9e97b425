/** Situations of containers and of the host that they run on. */
import { composeProject } from '../../stack/services.ts';
import { inTurns, of, postgresUp, type Situation, scanned, stored } from './situation.ts';

interface Container {
  readonly number?: number;
  readonly project?: string;
  readonly id?: string;
  readonly restartcount?: string;
}

/** A series of a container, as cAdvisor exposes it and the scrape job labels it. */
function container(metric: string, service: string, options: Container = {}): string {
  const { number = 1, project = composeProject, id = `/docker/${service}${number}`, ...labels } = options;
  return of('cadvisor', metric, {
    id,
    container_label_com_docker_compose_service: service,
    container_label_com_docker_compose_project: project,
    name: `${project}-${service}-${number}`,
    service,
    ...labels,
  });
}

const seen = (service: string, options?: Container) => container('container_last_seen', service, options);
const started = (service: string, options?: Container) => container('container_start_time_seconds', service, options);
const up = { [of('cadvisor', 'up')]: '1x120' };
const there = (services: readonly string[], project = composeProject) =>
  Object.fromEntries(services.map((service) => [seen(service, { project }), '1000+15x120']));
const services = ['vote', 'result', 'worker', 'redis', 'db'] as const;
const gone = '1000+15x40 stale';

const memory = (instance: string, available: string, total: string) => ({
  [of('node', 'node_memory_MemAvailable_bytes', { instance })]: available,
  [of('node', 'node_memory_MemTotal_bytes', { instance })]: total,
});
const periods = (number: number) => container('container_cpu_cfs_periods_total', 'worker', { number });
const throttled = (number: number) => container('container_cpu_cfs_throttled_periods_total', 'worker', { number });

export const containers: readonly Situation[] = [
  {
    says: 'Redis of the app is gone; another Compose project has one as well',
    every: '15s',
    given: {
      ...up,
      ...there(['vote', 'result', 'worker', 'db']),
      [seen('redis')]: gone,
      ...there(['redis'], 'gitlab'),
    },
    firing: [
      ['20m', 'ContainerAbsent', 1],
      ['20m', 'ContainersUnseen', 0],
    ],
  },
  {
    says: 'result is away for ten minutes: ContainerAbsent goes on until ResultNotPolling has seen that it reads again',
    every: '15s',
    given: {
      ...up,
      ...there(['vote', 'worker', 'redis', 'db']),
      [seen('result')]: '1000+15x40 stale _x38 1600+15x40',
      [scanned]: '0+15x40 600x40 615+15x40',
      [stored]: '0+15x120',
      [postgresUp]: '1x120',
    },
    firing: [
      ['18m', 'ContainerAbsent', 1],
      ['18m', 'ResultNotPolling', 1],
      ['22m', 'ResultNotPolling', 0],
      ['22m', 'ContainerAbsent', 1],
      ['22m30s', 'ContainerAbsent', 1],
      ['24m', '', 0],
    ],
  },
  {
    says: 'all containers of the app are gone, and those of another project are there',
    every: '15s',
    given: {
      ...up,
      ...Object.fromEntries(services.map((service) => [seen(service), gone])),
      ...there(services, 'gitlab'),
    },
    firing: [
      ['20m', 'ContainerAbsent', 0],
      ['20m', 'ContainersUnseen', 1],
    ],
  },
  {
    says: 'cAdvisor exposes containers without the labels of Compose',
    every: '15s',
    given: {
      ...up,
      ...Object.fromEntries(services.map((name) => [of('cadvisor', 'container_last_seen', { name }), '1000+15x120'])),
    },
    firing: [
      ['20m', 'ContainerAbsent', 0],
      ['20m', 'ContainersUnseen', 1],
      ['20m', '', 1],
    ],
  },
  {
    says: 'cAdvisor itself is gone',
    every: '15s',
    given: {
      [of('cadvisor', 'up')]: '1x40 0x80',
      ...Object.fromEntries(services.map((service) => [seen(service), gone])),
    },
    firing: [
      ['20m', 'TargetDown', 1],
      ['20m', '', 1],
    ],
  },
  {
    says: 'cAdvisor answers one minute of two',
    every: '15s',
    given: {
      [of('cadvisor', 'up')]: inTurns(
        () => '1',
        () => '0',
      ),
      ...Object.fromEntries(
        services.map((service) => [
          seen(service),
          inTurns(
            (step) => String(1000 + step * 15),
            () => 'stale',
          ),
        ]),
      ),
    },
    firing: [
      ['40m', 'ExporterFlapping', 1],
      ['40m', '', 1],
    ],
  },
  {
    says: 'one of two workers is gone, and the other one runs',
    every: '15s',
    given: {
      ...up,
      ...there(['vote', 'result', 'redis', 'db']),
      [seen('worker')]: gone,
      [seen('worker', { number: 2 })]: '1000+15x120',
    },
    firing: [['20m', '', 0]],
  },
  {
    says: 'three workers are restarted twice each within a quarter of an hour',
    every: '15s',
    given: Object.fromEntries([1, 2, 3].map((number) => [started('worker', { number }), '1000x20 1300x20 1600x60'])),
    firing: [['15m', 'ContainerRestartLoop', 0]],
  },
  {
    says: 'one of three workers is started every other minute',
    every: '15s',
    given: {
      [started('worker')]: '1000x20 1100x8 1200x8 1300x8 1400x60',
      [started('worker', { number: 2 })]: '1000x120',
      [started('worker', { number: 3 })]: '1000x120',
    },
    firing: [['14m', 'ContainerRestartLoop', 1]],
  },
  {
    says: 'a worker is started every other minute, and cAdvisor makes a series of each start',
    every: '15s',
    given: Object.fromEntries(
      [0, 1, 2, 3, 4].map((restart) => [
        started('worker', { restartcount: String(restart) }),
        `_x${20 + 8 * restart} ${1000 + 120 * restart}x7 stale`,
      ]),
    ),
    firing: [['15m', 'ContainerRestartLoop', 1]],
  },
  {
    says: 'five workers are added at once',
    every: '15s',
    given: Object.fromEntries([1, 2, 3, 4, 5].map((number) => [started('worker', { number }), '_x20 1000x60'])),
    firing: [['15m', '', 0]],
  },
  {
    says: 'one of two workers is held back in most of its time, the other one never',
    every: '15s',
    given: {
      [throttled(1)]: '0+80x200',
      [periods(1)]: '0+100x200',
      [throttled(2)]: '0x200',
      [periods(2)]: '0+1500x200',
    },
    firing: [['30m', 'ContainerCpuThrottling', 1]],
  },
  {
    says: 'a large host has hardly any memory left, and a small one beside it has plenty',
    every: '15s',
    given: {
      ...memory('a', '4000000000x80', '64000000000x80'),
      ...memory('b', '3000000000x80', '4000000000x80'),
    },
    firing: [['12m', 'HostMemoryLow', 1]],
  },
];
