import { type Contract, contract, scrapeJob, signal } from 'plainsight';
import * as panel from 'plainsight/panels';
import { atMost, rate, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describe, expect, it } from 'vitest';
import {
  orders_total,
  request_duration_seconds,
  type ShopChange,
  shop,
  shopJob,
  shopTarget,
  storeJob,
  storeTarget,
} from '../../test/support/shop.ts';
import { demandsOf } from './demands.ts';

const byKind = signal({
  id: 'by-kind',
  name: 'Orders by kind',
  description: 'Orders.',
  unit: unit.perSecond('orders'),
  labels: ['kind'],
  query: ({ window, by }) => sum(rate(orders_total.where({ service: ['shop', 'kiosk'] }), window), { by }),
  whenEmpty: 'zero',
});
const fast = signal({
  id: 'fast',
  name: 'Fast requests',
  description: 'Requests within half a second.',
  unit: unit.perSecond('observations'),
  query: ({ window }) => sum(rate(atMost(request_duration_seconds.where({ route: '/' }), 0.5), window)),
  whenEmpty: 'zero',
});

const shopService = contract('shop', { target: shopTarget, labels: { service: 'shop' } });

function demanded(contracts: readonly Contract[], change: ShopChange = {}) {
  return demandsOf(shop({ contracts, ...change })).map(({ contract: { service }, demands }) => [
    service,
    demands.map(({ metric, labels, bounds }) => [metric, labels, bounds]),
  ]);
}

describe('what is asked of a service', () => {
  it('is what dashboards and rules read of it, and nothing that exporters measure', () => {
    expect(demanded([shopService])).toEqual([['shop', [['orders_total', [], []]]]]);
  });

  it('has the labels that queries split or filter by, and buckets that are read by themselves', () => {
    const panels = [panel.timeseries(byKind, { by: ['kind'] }), panel.timeseries(fast)];
    expect(demanded([shopService], { panels, signals: { byKind, fast } })).toEqual([
      [
        'shop',
        [
          ['orders_total', [{ name: 'kind', matched: [] }], []],
          ['request_duration_seconds', [{ name: 'route', matched: ['= /'] }], [0.5]],
        ],
      ],
    ]);
  });

  it('leaves out what its labels exclude, and what another contract has for its own', () => {
    const elsewhere = contract('warehouse', { target: shopTarget, labels: { service: 'warehouse' } });
    const panels = [panel.timeseries(byKind, { by: ['kind'] }), panel.timeseries(fast)];
    const owner = contract('kiosk', { target: shopTarget, metrics: { request_duration_seconds } });
    expect(demanded([elsewhere, owner], { panels, signals: { byKind, fast } })).toEqual([
      ['warehouse', [['orders_total', [], []]]],
      [
        'kiosk',
        [
          ['orders_total', [{ name: 'kind', matched: [] }], []],
          ['request_duration_seconds', [{ name: 'route', matched: ['= /'] }], [0.5]],
        ],
      ],
    ]);
  });

  it('is asked of every service of the target where a query chooses none', () => {
    expect(demanded([contract('store', { target: storeTarget, labels: { service: 'other' } })])).toEqual([
      ['store', [['queue_length', [{ name: 'queue', matched: ['= orders'] }], []]]],
    ]);
  });
});

it('tells which job drops what is asked: a histogram is gone when none of its parts is left', () => {
  const panels = [panel.timeseries(byKind, { by: ['kind'] }), panel.timeseries(fast)];
  const dropping = (regex: string) => {
    const metricRelabel = [{ action: 'drop', source_labels: ['__name__'], regex }] as const;
    const jobs = [scrapeJob(shopTarget, { purpose: 'Shop.', static: shopJob.static, metricRelabel }), storeJob];
    const [of] = demandsOf(shop({ contracts: [shopService], panels, signals: { byKind, fast }, jobs }));
    return of?.demands.map(({ metric, droppedBy }) => [metric, droppedBy]);
  };
  expect(dropping('orders_.*|request_duration_seconds_sum')).toEqual([
    ['orders_total', 'shop'],
    ['request_duration_seconds', undefined],
  ]);
  expect(dropping('request_.*')).toEqual([
    ['orders_total', undefined],
    ['request_duration_seconds', 'shop'],
  ]);
});

it('needs the name of a service', () => {
  expect(() => contract('', { target: shopTarget })).toThrow('name the service');
});
