import { inhibitMilder } from 'plainsight';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { shop } from '../../../../test/support/shop.ts';
import { input, StoreDown, shopAlerting, told } from '../../../../test/support/shop-alerting.ts';
import type { RouteInput } from '../../../model/alerting/route.ts';
import { routeReached } from './route-reached.ts';

const routed = (...routes: readonly RouteInput[]) =>
  shop({
    alerts: told,
    alerting: shopAlerting({
      route: { ...input.route, routes: [...routes, ...input.route.routes] },
      inhibitions: { milder: inhibitMilder() },
    }),
  });

describeRule(routeReached, {
  example: routed({ when: { severity: 'critical', service: 'stor' }, to: 'oncall' }),
  allows: [
    ['a route by a label whose value only the expression knows', shop({ alerts: told, alerting: shopAlerting() })],
    [
      'a route whose alerts all take its branches',
      routed({
        when: { service: 'store' },
        to: 'oncall',
        continue: true,
        routes: [
          { when: { severity: 'critical' }, to: 'oncall' },
          { when: { severity: 'warning' }, to: 'team' },
        ],
      }),
    ],
  ],
  finds: [
    [
      'a route behind one that takes all its alerts',
      routed({ when: { alert: StoreDown }, to: 'team' }),
      {
        where: 'route alertname="StoreDown"',
        remedy: 'correct alertname="StoreDown", move it before the route that takes its alerts, or remove it',
      },
    ],
  ],
});
