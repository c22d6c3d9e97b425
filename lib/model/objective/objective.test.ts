/** What is made of an objective: its recorded series, burn rates, budget, alerts and panels. */
import { burnAlerts, objective, objectiveLine, profiles, text, unavailable } from 'plainsight';
import { allObservations, atMost, countedAs, increase, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describe, expect, it } from 'vitest';
import {
  orders_total,
  ordersPaid,
  request_duration_seconds,
  shop,
  shopDashboard,
  shopModel,
} from '../../../test/support/shop.ts';
import { print } from '../../promql/print.ts';
import { row } from '../dashboard.ts';
import { resolve } from '../resolve/resolve.ts';
import type { ResolvedModel } from '../resolved.ts';

const fast = objective({
  id: 'fast',
  name: 'Pages are fast',
  description: '99 % within half a second.',
  target: 0.99,
  window: '28d',
  unit: unit.count('requests'),
  events: {
    total: ({ window }) => countedAs('requests', sum(increase(allObservations(request_duration_seconds), window))),
    good: ({ window }) => countedAs('requests', sum(increase(atMost(request_duration_seconds, 0.5), window))),
  },
  group: 'fast',
});

const words = {
  summary: 'Cash is taken.',
  description: () => text`Cash.`,
  test: { fires: [], silent: [] },
};
const PaidBurn = burnAlerts(ordersPaid, { page: words, ticket: words });
const FastBurn = burnAlerts(fast, { page: words, ticket: words, service: 'shop', atLeast: 20 });

const board = shopDashboard({ uid: 'goals', rows: [row('Goals', [objectiveLine(ordersPaid), objectiveLine(fast)])] });
const resolved = shop({ objectives: [{ ordersPaid, fast }], alerts: { PaidBurn, FastBurn }, dashboards: [board] });
const rulesOf = (group: string, model: ResolvedModel = resolved) =>
  model.groups.find(({ name }) => name === group)?.rules ?? [];
const printed = (name: string) =>
  rulesOf('orders-paid')
    .concat(rulesOf('fast'))
    .flatMap((rule) => (rule.name === name ? [print(rule.node)] : []));

describe('the rules of an objective', () => {
  it('are evaluated every minute, each after those that it reads', () => {
    expect(resolved.groups.find(({ name }) => name === 'orders-paid')?.every).toEqual({ ms: 60_000 });
    expect(
      rulesOf('orders-paid')
        .slice(0, 3)
        .map(({ name }) => name),
    ).toEqual([
      'service:orders_paid_events:increase5m',
      'service:orders_paid_errors:increase5m',
      'service:orders_paid_errors:ratio_rate5m',
    ]);
  });

  it.each(['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d'])('record the share of errors over %s', (over) => {
    expect(printed(`service:orders_paid_events:increase${over}`)).toEqual([
      `sum by (service) (increase(orders_total{job="shop"}[${over}]))`,
    ]);
    expect(printed(`service:orders_paid_errors:increase${over}`)).toEqual([
      `sum by (service) (increase(orders_total{job="shop",kind="cash"}[${over}])) or service:orders_paid_events:increase${over} * 0`,
    ]);
    expect(printed(`service:orders_paid_errors:ratio_rate${over}`)).toEqual([
      `service:orders_paid_errors:increase${over} / service:orders_paid_events:increase${over} > 0 or service:orders_paid_events:increase${over} * 0`,
    ]);
  });

  it('take all events for bad that are not good', () => {
    expect(printed('app:fast_errors:increase28d')).toEqual([
      'app:fast_events:increase28d - (sum(increase(request_duration_seconds_bucket{job="shop",le="0.5"}[4w])) or app:fast_events:increase28d * 0)',
    ]);
  });
});

describe('the alerts', () => {
  const burns = (long: string, short: string, rate: number, least = 5, name = 'service:orders_paid', budget = 0.005) =>
    `${name}_errors:ratio_rate${long} / ${budget} >= ${rate} and ${name}_errors:ratio_rate${short} / ${budget} >= ${rate} and ${name}_errors:increase${long} >= ${least}`;

  it('page and make a ticket by the pairs of the workbook, and tell what is spent of the budget', () => {
    const spent = 'service:orders_paid_errors:ratio_rate30d / 0.005';
    expect(printed('PaidBurn')).toEqual([
      `${spent} and (${burns('1h', '5m', 14.4)} or ${burns('6h', '30m', 6)})`,
      `${spent} and (${burns('1d', '2h', 3)} or ${burns('3d', '6h', 1)})`,
    ]);
  });

  it('ask for as many errors as they are told to, and follow another window', () => {
    expect(printed('FastBurn')[0]).toContain(burns('1h', '5m', 13.44, 20, 'app:fast', 0.01));
  });

  it('have the severities of their levels, and stand with the rules that they read', () => {
    const alerts = rulesOf('orders-paid').flatMap((rule) => (rule.kind === 'alert' ? [rule] : []));
    expect(alerts.map(({ name, severity, labels }) => [name, severity, labels])).toEqual([
      ['PaidBurn', 'critical', ['service']],
      ['PaidBurn', 'warning', ['service']],
    ]);
    expect(rulesOf('fast').flatMap((rule) => (rule.kind === 'alert' ? [rule.ruleLabels.service] : []))).toEqual([
      'shop',
      'shop',
    ]);
  });

  it('open the panel of the burn rates', () => {
    const [page] = rulesOf('orders-paid').flatMap((rule) => (rule.kind === 'alert' ? [rule] : []));
    const panels = resolved.dashboards.flatMap(({ rows }) => rows.flatMap((each) => each.panels));
    expect(panels.find(({ id }) => id === page?.panel?.id)?.key).toBe('orders-paid-burn-rates');
  });
});

it('colours a low budget, and burn rates from those of the alerts on', () => {
  expect(ordersPaid.budgetLeft.thresholds).toMatchObject({ direction: 'below', at: { warning: 0.25, critical: 0 } });
  expect(ordersPaid.burnRate['1h'].thresholds).toMatchObject({ direction: 'from', at: { critical: 14.4 } });
});

it('is left out of a profile that cannot count, with its rules and the reason', () => {
  const of = profiles('full', 'bare');
  const some = of.objective({
    id: 'paid',
    name: 'Orders are paid',
    description: 'Paid.',
    target: 0.9,
    unit: unit.count('orders'),
    events: {
      full: {
        total: ({ window }) => sum(increase(orders_total, window)),
        errors: ({ window }) => sum(increase(orders_total.where({ kind: 'cash' }), window)),
      },
      bare: unavailable('nobody counts orders'),
    },
    group: 'paid',
  });
  const model = shopModel({ profiles: of.names, objectives: [{ some }] });
  const [full, bare] = of.names.map((name) => resolve(model, name).model);
  expect(full?.objectives.map(({ id }) => id)).toEqual(['paid']);
  expect(rulesOf('paid', full)).toHaveLength(24);
  expect(bare?.objectives).toEqual([]);
  expect(rulesOf('paid', bare)).toEqual([]);
  expect(bare?.leftOut).toEqual([{ what: 'objective', name: 'Orders are paid', reasons: ['nobody counts orders'] }]);
});
