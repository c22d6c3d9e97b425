import { alerting, breaches, email, inhibit, profiles, slack, unavailable } from 'plainsight';
import * as unit from 'plainsight/units';
import { expect, it } from 'vitest';
import { alertOn, promql, shop } from '../../../test/support/shop.ts';
import { input, ShopSlow, StoreDown, shopAlerting, told } from '../../../test/support/shop-alerting.ts';
import { matchText } from '../alerting/resolved-alerting.ts';
import { allRoutes } from '../alerting/routing.ts';
import { scaleTime } from '../steps/scale-time.ts';

const resolved = shop({ alerts: told, alerting: shopAlerting() });

it('names alerts, and gives each route all that it has from its parent', () => {
  const routes = resolved.alerting === undefined ? [] : allRoutes(resolved.alerting.route);
  expect(
    routes.map(({ match, to, groupWait, repeatInterval }) => [matchText(match), to, groupWait.ms, repeatInterval.ms]),
  ).toEqual([
    ['', 'team', 30_000, 14_400_000],
    ['alertname="StoreDown"', 'robot', 0, 14_400_000],
    ['severity="critical"', 'oncall', 30_000, 3_600_000],
    ['severity="warning", service=~"shop|store"', 'team', 30_000, 14_400_000],
  ]);
});

it('compares all labels that two severities of an alert have in common', () => {
  expect(
    resolved.alerting?.inhibitions.map(({ name, when, mutes, equal }) => [
      name,
      matchText(when),
      matchText(mutes),
      equal,
    ]),
  ).toEqual([
    [
      'critical-mutes-warning',
      'alertname="ShopSlow", severity="critical"',
      'alertname="ShopSlow", severity="warning"',
      ['alertname', 'route', 'service'],
    ],
    ['store-gone', 'alertname="StoreDown"', 'alertname="ShopSlow"', []],
  ]);
});

it('names the inhibitions of severities by their labels where these differ', () => {
  const other = ['warning', 'critical'].map((severity) =>
    alertOn(promql('max(orders_total) > 3'), { severity: severity === 'critical' ? 'critical' : 'warning' }),
  );
  const { alerting } = shop({ alerts: { ...told, Other: other }, alerting: shopAlerting() });
  expect(alerting?.inhibitions.map(({ name, equal }) => [name, equal])).toEqual([
    ['critical-mutes-warning-by-route-service', ['alertname', 'route', 'service']],
    ['critical-mutes-warning-by-service', ['alertname', 'service']],
    ['store-gone', []],
  ]);
});

it('leaves out what is only about alerts that the profile does not have', () => {
  const gone = profiles('plain').signal({
    id: 'gone',
    name: 'Gone',
    description: 'Not here.',
    unit: unit.count('orders'),
    thresholds: { from: { warning: 1 } },
    query: { plain: unavailable('no source') },
    whenEmpty: 'no data',
  });
  const Gone = alertOn(breaches(gone, 'warning'));
  const { alerting } = shop({
    signals: { gone },
    alerts: { ...told, Gone },
    alerting: shopAlerting({
      route: {
        ...input.route,
        routes: [
          { when: { alert: Gone }, to: 'robot' },
          { when: { alert: [Gone, StoreDown] }, to: 'oncall' },
        ],
      },
      inhibitions: {
        gone: inhibit({ reason: 'nothing is left', when: { alert: Gone }, mutes: { severity: 'warning' } }),
        either: inhibit({ reason: 'one is left', when: { alert: [Gone, StoreDown] }, mutes: { severity: 'warning' } }),
      },
    }),
  });
  expect(alerting?.route.routes.map(({ match }) => matchText(match))).toEqual(['alertname="StoreDown"']);
  expect(alerting?.inhibitions.map(({ name }) => name)).toEqual(['either']);
  // A receiver that only another profile needs is not one that nobody needs.
  expect(alerting?.routed).toEqual(['oncall', 'robot', 'team']);
});

it('refuses an alert that no registry lists', () => {
  expect(() => shop({ alerting: shopAlerting() })).toThrow(/names an alert that no registry lists/);
});

it('has none where the model has none', () => {
  expect('alerting' in shop()).toBe(false);
});

it('waits as much less as everything else in another tempo', () => {
  const { alerting } = scaleTime(1 / 60)(resolved);
  expect(
    alerting?.route.routes.map(({ groupInterval, repeatInterval }) => [groupInterval.ms, repeatInterval.ms]),
  ).toEqual([
    [5000, 240_000],
    [5000, 60_000],
    [5000, 240_000],
  ]);
});

it('does not compile with a receiver, a time or a secret that has no place', () => {
  const receivers = { team: [slack({ urlFile: '/run/secrets/slack_url' })] } as const;
  const times = { day: [{ from: '08:00', to: '18:00' }] } as const;
  const root = { groupBy: [], groupWait: '0s', groupInterval: '1m', repeatInterval: '1h', to: 'team' } as const;
  const when = { alert: ShopSlow };
  alerting({ receivers, times, route: { ...root, routes: [{ when, to: 'team', activeDuring: 'day' }] } });
  // @ts-expect-error: there is no receiver 'taem'
  alerting({ receivers, route: { ...root, to: 'taem', routes: [] } });
  // @ts-expect-error: there is no receiver 'taem'
  alerting({ receivers, route: { ...root, routes: [{ when, to: 'taem' }] } });
  // @ts-expect-error: there are no hours 'night'
  alerting({ receivers, times, route: { ...root, routes: [{ when, to: 'team', activeDuring: 'night' }] } });
  // @ts-expect-error: a receiver tells in at least one way
  alerting({ receivers: { team: [] }, route: { ...root, routes: [] } });
  // @ts-expect-error: an address is a secret, and secrets are in files
  slack({ urlFile: 'https://hooks.example/T000/B000/abc' });
  // @ts-expect-error: a password is read from a file
  email({ to: 'a@b.example', from: 'a@b.example', smarthost: 'b.example:25', username: 'a', password: 'x' });
  // @ts-expect-error: no alert has a label 'host' to route by
  alerting({ receivers, route: { ...root, routes: [{ when: { host: 'a' }, to: 'team' }] } });
  // @ts-expect-error: alerts are named by their constants
  alerting({ receivers, route: { ...root, routes: [{ when: { alert: ['ShopSlow'] }, to: 'team' }] } });
});
