import { expect, it } from 'vitest';
import { checkConfig, receiversOf } from '../../../test/support/amtool.ts';
import { describeWithServer } from '../../../test/support/servers.ts';
import { shop } from '../../../test/support/shop.ts';
import { input, shopAlerting, told } from '../../../test/support/shop-alerting.ts';
import type { AlertingInput } from '../../model/alerting/alerting.ts';
import { alertmanagerFiles } from './config.ts';

const filesOf = (parts: Partial<AlertingInput> = {}) =>
  alertmanagerFiles(shop({ alerts: told, alerting: shopAlerting(parts) }));
const yml = filesOf().get('alertmanager.yml') ?? '';

it('says no more than it has to: what a route inherits is left out', () => {
  expect(yml.slice(0, yml.indexOf('receivers:'))).toMatchInlineSnapshot(`
    "# Who is told of which alert.
    # Made by \`npm run build\`; what is changed here by hand is lost.

    templates:
    - templates/*.tmpl
    route:
      receiver: team
      group_by:
      - alertname
      - service
      group_wait: 30s
      group_interval: 5m
      repeat_interval: 4h
      routes:
      - receiver: robot
        matchers:
        - alertname="StoreDown"
        continue: true
        group_wait: 0s
      - receiver: oncall
        matchers:
        - severity="critical"
        repeat_interval: 1h
      - receiver: team
        matchers:
        - severity="warning"
        - service=~"shop|store"
        active_time_intervals:
        - day
    "
  `);
});

it('names hours of the day in their time zone, and each inhibition below its reason', () => {
  expect(yml.slice(yml.indexOf('\ntime_intervals:') + 1)).toMatchInlineSnapshot(`
    "time_intervals:
    - name: day
      time_intervals:
      - times:
        - start_time: "08:00"
          end_time: "18:00"
        weekdays:
        - monday:friday
        location: Europe/Berlin
    inhibit_rules:
    # it is known already, and more urgent
    - name: critical-mutes-warning
      source_matchers:
      - alertname="ShopSlow"
      - severity="critical"
      target_matchers:
      - alertname="ShopSlow"
      - severity="warning"
      equal:
      - alertname
      - route
      - service
    # without the store nothing is sold
    - name: store-gone
      source_matchers:
      - alertname="StoreDown"
      target_matchers:
      - alertname="ShopSlow"
    "
  `);
});

it('names every secret by its file', () => {
  const keys = [...yml.matchAll(/^\s*(?:- )?(\w*(?:url|password|secret|token)\w*):/gm)].map(([, key]) => key);
  expect(new Set(keys)).toEqual(new Set(['api_url_file', 'auth_password_file', 'url_file']));
});

it('tells by message and by mail that it is over', () => {
  const told = [...yml.matchAll(/^ {2}(\w+_configs):\n(?: {2}- | {4}).*\n(?: {4}.*\n)*/gm)];
  expect(told.map(([text, kind]) => [kind, text.includes('send_resolved: true')])).toEqual([
    ['slack_configs', true],
    ['email_configs', true],
    ['slack_configs', true],
    ['webhook_configs', true],
  ]);
});

it('says how a route groups where that is by as many other labels', () => {
  const route = {
    ...input.route,
    routes: [{ when: { severity: 'critical' }, to: 'oncall', groupBy: ['alertname', 'route'] }],
  } as const;
  const text = filesOf({ route }).get('alertmanager.yml') ?? '';
  expect(text).toContain('    group_by:\n    - alertname\n    - route\n');
});

it('makes nothing for a model without alerting', () => {
  expect([...alertmanagerFiles(shop()).keys()]).toEqual([]);
});

describeWithServer(['amtool'], 'amtool', () => {
  it.each<readonly [string, Partial<AlertingInput>]>([
    ['the shop', {}],
    ['no times, no inhibitions', { times: {}, inhibitions: {}, route: { ...input.route, routes: [] } }],
    ['every day', { times: { day: [{ from: '00:00', to: '24:00' }] } }],
    ['links to logs', { logs: { dashboard: 'shop-logs', variable: 'service' } }],
  ])('accepts %s', async (_, parts) => {
    expect(await checkConfig(filesOf(parts))).toContain('SUCCESS');
  });

  it.each([
    [{ alertname: 'StoreDown', severity: 'critical', service: 'store' }, 'robot,oncall'],
    [{ alertname: 'ShopSlow', severity: 'critical', service: 'shop' }, 'oncall'],
    [{ alertname: 'ShopSlow', severity: 'warning', service: 'shop' }, 'team'],
    [{ alertname: 'Other', severity: 'info', service: 'shop' }, 'team'],
  ])('sends %j to %s', async (labels, receivers) => {
    expect(await receiversOf(filesOf(), labels)).toBe(receivers);
  });
});
