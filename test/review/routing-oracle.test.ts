/** Whom an alert reaches, as amtool says it: our own tree of routes, and trees that try every way to write a condition. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFiles } from '../../lib/read/read.ts';
import { type AlertmanagerRecord, recordsOf } from '../../lib/read/records.ts';
import { refusedRoutes } from '../../lib/review/refused-routes.ts';
import { notifications } from '../../lib/review/routing.ts';
import { root } from '../../scripts/project.ts';
import { checkConfig, receiversOf } from '../support/amtool.ts';
import { describeWithServer } from '../support/servers.ts';

const written = `
route:
  receiver: root
  routes:
  - receiver: old
    match: { team: shop }
    match_re: { severity: critical|page }
  - receiver: braces
    matchers: ['{team="web", severity!~"info|none"}']
    continue: true
    routes:
    - matchers: [service = "api"]
      receiver: api
    - matchers: [ service=~"db.*", level!="3" ]
      receiver: databases
  - matchers: [ 'team=web' ]
  - receiver: absent
    matchers: [ 'owner=""' , 'odd="a,b\\"c"' ]
  - receiver: anything
    matchers: [ 'note=~".+"' ]
receivers: [{ name: root }, { name: old }, { name: braces }, { name: api }, { name: databases }, { name: absent }, { name: anything }]
`;

const ALERTS: readonly Readonly<Record<string, string>>[] = [
  { team: 'shop', severity: 'page' },
  { team: 'shop', severity: 'pager' },
  { team: 'web', severity: 'info' },
  { team: 'web', severity: 'warning' },
  { team: 'web', severity: 'warning', service: 'api' },
  { team: 'web', severity: 'warning', service: 'api2' },
  { team: 'web', severity: 'warning', service: 'db-1', level: '2' },
  { team: 'web', severity: 'warning', service: 'db-1', level: '3' },
  { odd: 'a,b"c' },
  { odd: 'a,b"c', owner: 'x' },
  { note: 'x' },
  { alertname: 'Other' },
];

function record(text: string): AlertmanagerRecord {
  const [found] = recordsOf(readFiles(new Map([['alertmanager.yml', text]])), 'alertmanager');
  if (found === undefined) throw new Error('no configuration');
  return found;
}

function ours(text: string, labels: Readonly<Record<string, string>>): string {
  return notifications(record(text), new Map(Object.entries(labels)))
    .map(({ receiver }) => receiver)
    .join(',');
}

describeWithServer(['amtool'], 'amtool sends an alert where a review does', () => {
  it.each(ALERTS)('%j', async (labels) => {
    expect(ours(written, labels)).toBe(await receiversOf(new Map([['alertmanager.yml', written]]), labels));
  });

  const own = readFileSync(join(root, 'dist/alertmanager/alertmanager.yml'), 'utf8');
  it.each([
    { alertname: 'VoteQueueGrowing', severity: 'warning' },
    { alertname: 'RedisDown', severity: 'critical', service: 'redis' },
    { alertname: 'Watchdog', severity: 'none' },
    { alertname: 'TargetDown', severity: 'critical', service: 'worker' },
    { alertname: 'Unheard', severity: 'info' },
  ])('of this project: %j', async (labels) => {
    expect(ours(own, labels)).toBe(await receiversOf(new Map([['alertmanager.yml', own]]), labels));
  });
});

const RECEIVERS = `receivers: [{ name: mail, webhook_configs: [{ url: 'http://127.0.0.1/' }] }]
time_intervals: [{ name: office, time_intervals: [{ weekdays: ['monday:friday'] }] }]`;

/** Trees of routes, and what both name that refuse one. */
const TREES: readonly (readonly [routes: string, names: string | undefined])[] = [
  ['{ receiver: mail }', undefined],
  ['{ receiver: mail, routes: [{ active_time_intervals: [office], mute_time_intervals: [office] }] }', undefined],
  ['{ receiver: mail, routes: [{ receiver: "", routes: [{ receiver: mail }] }] }', undefined],
  ['{ receiver: post }', 'post'],
  ['{ receiver: mail, routes: [{ matchers: ["a=b"], routes: [{ receiver: pager }] }] }', 'pager'],
  ['{ receiver: mail, routes: [{ mute_time_intervals: [nights] }] }', 'nights'],
  ['{ receiver: mail, routes: [{ routes: [{ active_time_intervals: [office, days] }] }] }', 'days'],
  ['{ routes: [{ receiver: mail }] }', 'receiver'],
  ['{ receiver: "" }', 'receiver'],
];

describeWithServer(['amtool'], 'amtool refuses the routes that a review does', () => {
  it.each(TREES)('%s', async (routes, names) => {
    const text = `route: ${routes}\n${RECEIVERS}\n`;
    const said = await checkConfig(new Map([['alertmanager.yml', text]]));
    const ours = refusedRoutes(undefined, record(text)).map(({ sentence }) => sentence);
    if (names === undefined) {
      expect(said).toContain('SUCCESS');
      expect(ours).toEqual([]);
    } else {
      expect(said).toContain(names);
      expect(ours).toEqual([expect.stringContaining(names)]);
    }
  });
});
