/** Alerts on containers that are gone, or that run and do not answer. */
import { alert, breaches, series, text } from 'plainsight';
import { up } from 'plainsight/promql';
import * as cadvisor from '../../stack/metrics/cadvisor.ts';
import * as containers from '../../stack/signals/containers.ts';
import { cadvisor as cadvisorTarget } from '../../stack/targets.ts';
import { container } from './container.ts';

const seen = (service: string, values: string) => series(cadvisor.container_last_seen, container(service), values);
const cadvisorUp = (values: string) => series(up.of(cadvisorTarget), { service: 'cadvisor' }, values);
const services = ['vote', 'result', 'worker', 'redis', 'db'];
const allBut = (service: string, values: string) =>
  services.filter((each) => each !== service).map((each) => seen(each, values));

/** A container of another Compose project, whose services may have the names of the app's. */
const ofAnotherProject = (service: string, values: string) =>
  series(
    cadvisor.container_last_seen,
    { ...container(service, `shop-${service}-1`), container_label_com_docker_compose_project: 'shop' },
    values,
  );

/** What is left where cAdvisor reaches no Docker: the root of all control groups, which belongs to no project. */
const ofTheHost = (values: string) =>
  series(
    cadvisor.container_last_seen,
    { ...container('', ''), container_label_com_docker_compose_project: '', id: '/' },
    values,
  );

export const ContainerAbsent = alert({
  when: breaches(containers.containerPresence, 'critical', { by: ['service'] }),
  for: '2m',
  // What stops with a service looks back two minutes: told before it has seen enough, that would be a second page.
  keepFiringFor: '3m',
  group: 'containers',
  summary: 'A service of the voting app has no container.',
  description: (l) => text`No container of ${l.service} runs. The app restarts none by itself.`,
  test: {
    fires: [
      {
        given: [cadvisorUp('1x15'), ...allBut('worker', '1x15'), seen('worker', '1x5 stale')],
        at: '10m',
        labels: { service: 'worker' },
        says: 'No container of worker runs. The app restarts none by itself.',
      },
      {
        // Another project on the machine has a service of the same name.
        given: [
          cadvisorUp('1x15'),
          ...allBut('redis', '1x15'),
          seen('redis', '1x5 stale'),
          ofAnotherProject('redis', '1x15'),
        ],
        at: '10m',
        labels: { service: 'redis' },
        says: 'No container of redis runs. The app restarts none by itself.',
      },
      {
        // It was started again two minutes ago.
        given: [cadvisorUp('1x20'), ...allBut('result', '1x20'), seen('result', '1x5 stale _x4 1x10')],
        at: '13m',
        labels: { service: 'result' },
        says: 'No container of result runs. The app restarts none by itself.',
      },
    ],
    silent: [
      {
        reason: 'cAdvisor itself has stopped, and then sees no container at all',
        given: [cadvisorUp('1x5 0x15'), ...allBut('worker', '1x5 stale'), seen('worker', '1x5 stale')],
        at: '15m',
      },
      {
        reason: 'a deployment replaces the container within two minutes',
        given: [cadvisorUp('1x15'), ...allBut('worker', '1x15'), seen('worker', '1x5 stale _ 1x8')],
        at: '8m',
      },
      {
        reason: 'its container was started again four minutes ago',
        given: [cadvisorUp('1x20'), ...allBut('result', '1x20'), seen('result', '1x5 stale _x4 1x10')],
        at: '15m',
      },
      {
        reason: 'cAdvisor has never seen a container, as without the socket of Docker',
        given: [cadvisorUp('1x15'), ofTheHost('1x15')],
        at: '10m',
      },
      {
        reason: 'cAdvisor sees no container of the app, and ContainersUnseen speaks',
        given: [
          cadvisorUp('1x15'),
          ofAnotherProject('redis', '1x15'),
          ...services.map((each) => seen(each, '1x5 stale')),
        ],
        at: '10m',
      },
    ],
  },
});

export const ContainersUnseen = alert({
  when: breaches(containers.appContainers, 'critical'),
  for: '2m',
  service: 'cadvisor',
  group: 'containers',
  summary: 'No container of the voting app is seen.',
  description: () =>
    text`Of the Compose project of the app no container is seen: the app is down, or nobody would notice if it were.`,
  test: {
    fires: [
      {
        given: [
          cadvisorUp('1x15'),
          ofAnotherProject('redis', '1x15'),
          ...services.map((each) => seen(each, '1x5 stale')),
        ],
        at: '10m',
        labels: {},
        says: 'Of the Compose project of the app no container is seen: the app is down, or nobody would notice if it were.',
      },
    ],
    silent: [
      {
        reason: 'one service is gone, and ContainerAbsent speaks',
        given: [cadvisorUp('1x15'), ...allBut('worker', '1x15'), seen('worker', '1x5 stale')],
        at: '6m',
      },
      {
        reason: 'cAdvisor itself has stopped, and TargetDown speaks',
        given: [cadvisorUp('1x5 0x15'), ...services.map((each) => seen(each, '1x5 stale'))],
        at: '15m',
      },
      {
        reason: 'a deployment replaces all containers within two minutes',
        given: [cadvisorUp('1x15'), ...services.map((each) => seen(each, '1x5 stale _ 1x8'))],
        at: '8m',
      },
    ],
  },
});

export const ContainerUnhealthy = alert({
  when: breaches(containers.containerHealth, 'warning', { by: ['service'] }),
  for: '5m',
  keepFiringFor: '2m',
  group: 'containers',
  summary: 'The health check of a container fails.',
  description: (l) => text`${l.service} runs, but its health check has failed for five minutes.`,
  test: {
    fires: [
      {
        given: [series(cadvisor.container_health_state, container('redis'), '1x3 0x10')],
        at: '10m',
        labels: { service: 'redis' },
        says: 'redis runs, but its health check has failed for five minutes.',
      },
      {
        // The check succeeded a minute ago, for the first time.
        given: [series(cadvisor.container_health_state, container('redis'), '1x3 0x7 1x5')],
        at: '13m',
        labels: { service: 'redis' },
        says: 'redis runs, but its health check has failed for five minutes.',
      },
    ],
    silent: [
      {
        reason: 'a container that starts is not healthy yet',
        given: [series(cadvisor.container_health_state, container('redis'), '0x3 1x10')],
        at: '6m',
      },
      {
        reason: 'a container without a health check is neither',
        given: [series(cadvisor.container_health_state, container('worker'), '-1x15')],
        at: '10m',
      },
    ],
  },
});
