/** Faults of the monitoring itself. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { queriesOf } from '../../../lib/model/queries.ts';
import { prometheus_notifications_errors_total as undelivered } from '../../../stack/metrics/prometheus.ts';
import { ask, until } from '../asked.ts';
import type { Stack } from '../stack.ts';
import { type Fault, SOON } from './fault.ts';

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

const PROMETHEUS_FILE = 'config/prometheus/prometheus.yml';

/** Replaces a text in the file of Prometheus' configuration. */
async function reconfigure(stack: Stack, change: (text: string) => string): Promise<void> {
  const path = join(stack.place.home, PROMETHEUS_FILE);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  await reload(stack, 'prometheus');
}

/** In the file, the first address of Alertmanager is that to which alerts are sent. */
const ALERTMANAGER = 'alertmanager:9093';
/** Where nobody listens. */
const NOWHERE = '127.0.0.1:1';

/** What panels show of alerts that Alertmanager did not get. */
async function showsUndelivered(stack: Stack): Promise<void> {
  const texts = queriesOf(stack.model).flatMap(({ text, kind }) =>
    kind === 'panel' && text.includes(undelivered.facts.name) ? [text] : [],
  );
  const shown = (await Promise.all(texts.map((text) => ask(stack, text)))).flat();
  if (shown.some(({ value }) => value > 0)) return;
  throw new Error(`no panel shows that alerts did not arrive: ${texts.join(', ')}`);
}

const arrivedBySlack = ({ recorder }: Stack): boolean =>
  recorder.all().some(({ way, alert }) => way === 'slack' && alert === 'ContainerAbsent');

export const monitoringFaults: readonly Fault[] = [
  {
    name: 'broken-rules',
    title: 'Prometheus has a broken rule file',
    before: SOON,
    tells: ['PrometheusBadConfig prometheus'],
    ...brokenFile('prometheus'),
  },
  {
    name: 'broken-routes',
    title: 'Alertmanager has a broken configuration',
    before: SOON,
    tells: ['AlertmanagerFailedReload alertmanager'],
    ...brokenFile('alertmanager'),
  },
  {
    name: 'failing-rule',
    title: 'A rule fails whenever it is evaluated',
    before: SOON,
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
      // Alertmanager tries again what did not arrive.
      await until('Slack tells what it refused', 60, () => arrivedBySlack(stack), Boolean);
      await stack.start('worker');
    },
  },
  {
    name: 'alertmanager-unreachable',
    title: 'Prometheus sends its alerts to an address where no Alertmanager listens',
    before: SOON,
    // What nobody is told of cannot be told: whoever awaits the heartbeat misses it.
    tells: ['Watchdog missing'],
    make: (stack) => reconfigure(stack, (text) => text.replace(ALERTMANAGER, NOWHERE)),
    shows: showsUndelivered,
    mend: (stack) => reconfigure(stack, (text) => text.replace(NOWHERE, ALERTMANAGER)),
  },
];
