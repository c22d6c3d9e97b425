import { breaches, recorded, row, signal, withAddresses } from 'plainsight';
import * as panel from 'plainsight/panels';
import { gt, max, or } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describe, expect, test } from 'vitest';
import {
  alertOn,
  orders,
  queue_length,
  queueLength,
  type ShopChange,
  shopDashboard,
  shopResolution,
} from '../../test/support/shop.ts';
import { applySteps } from '../model/steps/step.ts';
import { foundByResolving } from './resolve-problems.ts';

const other = (group: string, every: '15s' | '1m') =>
  signal({
    id: 'orders-waiting',
    name: 'Waiting',
    description: 'Orders that wait.',
    unit: unit.count('orders'),
    labels: ['job'],
    query: ({ by }) => max(queue_length, { by }),
    recorded: { as: 'job:orders_waiting:max', group, every },
    whenEmpty: 'no data',
  });

const fixed = signal({
  id: 'fixed',
  name: 'Fixed',
  description: 'Orders that wait.',
  unit: unit.count('orders'),
  labels: ['job'],
  query: () => max(queue_length, { by: ['job'] }),
  whenEmpty: 'no data',
});

const shopped = other('shop', '1m');
const wide = { width: 13 };

const CHANGES: Readonly<Record<string, ShopChange>> = {
  'signal-answer': { signals: { fixed }, panels: [panel.stat(fixed)] },
  'layout-overflow': {
    dashboard: { rows: [row('Health', [[panel.stat(orders, wide), panel.stat(queueLength, wide)]])] },
  },
  'layout-size': {
    dashboard: { rows: [row('Health', [[panel.stat(orders, { width: 0 }), panel.stat(queueLength)]])] },
  },
  'alert-panel': { dashboards: [shopDashboard({ uid: 'store', title: 'Store' })] },
  'severity-level': {
    alerts: { Long: alertOn(breaches(queueLength, 'warning', { by: ['job'] }), { severity: 'critical' }) },
  },
  'alert-group': {
    signals: { shopped },
    alerts: { Both: alertOn(or(breaches(queueLength, 'warning', { by: ['job'] }), gt(recorded(shopped), 1)), {}) },
  },
  'group-interval': { signals: { slow: other('queue', '15s') } },
};

describe('what resolving finds is as it is documented', () => {
  test.each(foundByResolving.map((rule) => [rule.id, rule] as const))('%s', (id, { example }) => {
    const { problems } = applySteps(shopResolution(CHANGES[id] ?? {}), [withAddresses({ 'nobody:1': 'x:1' })]);
    const [found] = problems.filter(({ rule }) => rule === id);
    expect({ ...found, where: found?.where.what }).toEqual({ ...example, rule: id });
  });
});
