/** Situations of what Prometheus reaches, and of those who tell of it. */
import { inTurns, of, type Situation } from './situation.ts';

const up = (target: Parameters<typeof of>[0], labels?: Readonly<Record<string, string>>) => of(target, 'up', labels);
const away = '1x40 0x100';
const comesAndGoes = inTurns(
  () => '1',
  () => '0',
);
const proberGone = {
  [up('page')]: away,
  [up('page', { job: 'blackbox-tcp', service: 'redis' })]: away,
  [up('prober')]: away,
};
const notified = (metric: string) => of('alertmanager', metric, { integration: 'slack' });

export const targets: readonly Situation[] = [
  {
    says: 'an exporter is away one minute of two',
    every: '15s',
    given: { [up('redis')]: comesAndGoes },
    firing: [
      ['20m', 'ExporterFlapping', 1],
      ['80m', 'ExporterFlapping', 1],
    ],
  },
  {
    says: 'an exporter does not answer every fourth scrape',
    every: '15s',
    given: { [up('node')]: Array.from({ length: 160 }, (_, step) => (step % 4 === 0 ? '0' : '1')).join(' ') },
    firing: [['40m', 'ExporterFlapping', 1]],
  },
  {
    says: 'one of two workers that are found by DNS is gone',
    every: '15s',
    given: {
      [up('vote', { instance: '10.0.0.1:80', service: 'worker' })]: '1x140',
      [up('vote', { instance: '10.0.0.2:80', service: 'worker' })]: away,
    },
    firing: [['14m', 'TargetDown', 1]],
  },
  {
    says: 'a page does not load one minute of two',
    every: '15s',
    given: { [of('page', 'probe_success')]: comesAndGoes },
    firing: [
      ['20m', 'ProbeFailed', 1],
      ['80m', 'ProbeFailed', 1],
    ],
  },
  {
    says: 'the prober is gone: a ticket, since the services tell of themselves',
    every: '15s',
    given: proberGone,
    firing: [
      ['20m', 'TargetDown', 3],
      ['20m', 'ProbeFailed', 0],
    ],
  },
  {
    says: 'the prober is gone, and with the images of today nothing else sees the pages',
    profile: 'stock',
    every: '15s',
    given: proberGone,
    firing: [
      ['13m', 'TargetDown', 3],
      ['20m', 'ProbeFailed', 0],
    ],
  },
  {
    says: 'the images of today answer no scrape',
    profile: 'stock',
    every: '15s',
    given: { [up('vote')]: '0x120', [up('vote', { instance: 'worker:80', service: 'worker' })]: '0x120' },
    firing: [['25m', '', 0]],
  },
  {
    says: 'at night one notification goes out in twenty minutes, and none arrives',
    every: '15s',
    given: {
      [notified('alertmanager_notifications_total')]: '0x80 1x80 2x80 3x80',
      [notified('alertmanager_notifications_failed_total')]: '0x80 1x80 2x80 3x80',
    },
    firing: [['75m', 'AlertmanagerFailedToSend', 1]],
  },
];
