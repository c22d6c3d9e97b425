/** Faults of the monitoring itself. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from '../stack.ts';
import type { Fault } from './fault.ts';

const SERVERS = {
  prometheus: { port: 'localhost:9090', file: 'config/prometheus/rules/redis.yml' },
  alertmanager: { port: 'alertmanager:9093', file: 'config/alertmanager/alertmanager.yml' },
} as const;

const fileOf = ({ place }: Stack, name: keyof typeof SERVERS): string => join(place.home, SERVERS[name].file);

/** Whether it takes its configuration or not. */
async function reload({ place }: Stack, name: keyof typeof SERVERS): Promise<void> {
  await fetch(`http://127.0.0.1:${place.port[SERVERS[name].port]}/-/reload`, { method: 'POST' });
}

function brokenFile(name: keyof typeof SERVERS): Pick<Fault, 'make' | 'mend'> {
  const BROKEN = '\nbroken: [';
  return {
    make: async (stack) => {
      appendFileSync(fileOf(stack, name), BROKEN);
      await reload(stack, name);
    },
    mend: async (stack) => {
      const path = fileOf(stack, name);
      writeFileSync(path, readFileSync(path, 'utf8').replace(BROKEN, ''));
      await reload(stack, name);
    },
  };
}

/** Two series that become one: every evaluation fails. */
const FAILING = `groups:
- name: failing
  rules:
  - record: everybody:up
    expr: label_replace(up{job="voting-app"}, "service", "", "", "") * on (job) group_left () up{job="voting-app"}
`;

export const monitoringFaults: readonly Fault[] = [
  {
    name: 'broken-rules',
    title: 'Prometheus has a broken rule file',
    tells: ['PrometheusBadConfig prometheus'],
    ...brokenFile('prometheus'),
  },
  {
    name: 'broken-routes',
    title: 'Alertmanager has a broken configuration',
    tells: ['AlertmanagerFailedReload alertmanager'],
    ...brokenFile('alertmanager'),
  },
  {
    name: 'failing-rule',
    title: 'A rule fails whenever it is evaluated',
    tells: ['PrometheusRuleFailures prometheus'],
    make: async (stack) => {
      writeFileSync(join(stack.place.home, 'config/prometheus/rules/failing.yml'), FAILING);
      await reload(stack, 'prometheus');
    },
    mend: async (stack) => {
      writeFileSync(join(stack.place.home, 'config/prometheus/rules/failing.yml'), 'groups: []\n');
      await reload(stack, 'prometheus');
    },
  },
  {
    name: 'slack-broken',
    title: 'Slack takes no notification',
    tells: ['AlertmanagerFailedToSend alertmanager'],
    mayTell: ['ContainerAbsent worker'],
    make: async (stack) => {
      stack.recorder.refuse('slack');
      await stack.stop('worker');
    },
    mend: async (stack) => {
      stack.recorder.refuse(undefined);
      await stack.start('worker');
    },
  },
];
