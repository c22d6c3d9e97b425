import { describe, expect, it } from 'vitest';
import { shop } from '../../../test/support/shop.ts';
import { shopAlerting, told } from '../../../test/support/shop-alerting.ts';
import { type Answer, type KnownLabels, matches, mutedBy, routesOf } from './routing.ts';

const { alerting, groups } = shop({ alerts: told, alerting: shopAlerting() });
const route = alerting?.route;
if (alerting === undefined || route === undefined) throw new Error('the shop tells somebody');
const alerts = groups.flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'alert'));

const labels = (of: Readonly<Record<string, string | undefined>>): KnownLabels => new Map(Object.entries(of));

describe('matches', () => {
  it.each<readonly [Readonly<Record<string, string | undefined>>, Answer]>([
    [{ service: 'shop', severity: 'critical' }, 'yes'],
    [{ service: 'cart', severity: 'critical' }, 'no'],
    [{ severity: 'critical' }, 'no'],
    [{ service: undefined, severity: 'critical' }, 'maybe'],
    [{ service: undefined, severity: 'warning' }, 'no'],
  ])('%j: %s', (of, answer) => {
    const match = [
      { label: 'service', values: ['shop', 'store'] },
      { label: 'severity', values: ['critical'] },
    ];
    expect(matches(match, labels(of))).toBe(answer);
  });
});

describe('routesOf', () => {
  it.each<readonly [Readonly<Record<string, string | undefined>>, readonly string[]]>([
    [{ alertname: 'Other', severity: 'critical', service: 'shop' }, ['oncall yes']],
    [{ alertname: 'StoreDown', severity: 'critical', service: 'store' }, ['robot yes', 'oncall yes']],
    [{ alertname: 'Other', severity: 'info', service: 'shop' }, ['team yes']],
    [{ alertname: 'Other', severity: 'warning', service: undefined }, ['team maybe', 'team maybe']],
    [{ alertname: 'Other', severity: 'warning', service: 'till' }, ['team yes']],
  ])('%j: %j', (of, taken) => {
    expect(routesOf(labels(of), route).map(({ route: { to }, answer }) => `${to} ${answer}`)).toEqual(taken);
  });
});

it('knows what mutes an alert, and by what it is set off', () => {
  const muted = alerts.map((alert) => [
    `${alert.name} ${alert.severity}`,
    mutedBy(alert, alerting.inhibitions, alerts).map(
      ({ inhibition, sources }) => `${inhibition.name}: ${sources.map(({ name }) => name).join()}`,
    ),
  ]);
  expect(muted).toEqual([
    ['StoreDown critical', []],
    ['ShopSlow warning', ['critical-mutes-warning: ShopSlow', 'store-gone: StoreDown']],
    ['ShopSlow critical', ['store-gone: StoreDown']],
    ['QueueLong warning', []],
  ]);
});
