/**
 * A system small enough to read, defined with the public constructors: two scrape jobs, one dashboard, a recorded
 * signal and an alert over it. No rule of `lib/check` finds anything in it; a test adds the one thing that it is about.
 */
import {
  type Alert,
  alert,
  breaches,
  counter,
  type Dashboard,
  dashboard,
  gauge,
  histogram,
  type Model,
  model,
  objective,
  type Panel,
  type Resolution,
  type ResolvedModel,
  resolve,
  row,
  scrapeJob,
  series,
  signal,
  source,
  target,
  text,
} from 'plainsight';
import * as panel from 'plainsight/panels';
import { type Expr, increase, max, rate, raw, sum } from 'plainsight/promql';
import type { Unit } from 'plainsight/units';
import * as unit from 'plainsight/units';
import type { DashboardInput } from '../../lib/model/dashboard.ts';
import type { ModelInput, Module } from '../../lib/model/model.ts';
import { breachedLevels } from '../../lib/model/read.ts';
import type { ResolvedAlert, ResolvedDashboard, ResolvedPanel, ResolvedRule } from '../../lib/model/resolved.ts';

export const shopTarget = target('shop', { labels: ['service'] });
export const storeTarget = target('store', { labels: ['service'] });
const shopSource = source(shopTarget, { version: '1.0.0' });
const storeSource = source(storeTarget, { version: '2.0.0' });

export const orders_total = counter(shopSource, {
  name: 'orders_total',
  help: 'Orders.',
  unit: unit.count('orders'),
  labels: { kind: ['card', 'cash'] },
  series: 2,
});
export const request_duration_seconds = histogram(shopSource, {
  name: 'request_duration_seconds',
  help: 'How long a request took.',
  unit: unit.seconds,
  labels: { route: ['/'] },
  series: 5,
  bounds: [0.1, 0.5, 1],
});
export const queue_length = gauge(storeSource, {
  name: 'queue_length',
  help: 'Orders that wait.',
  unit: unit.count('orders'),
  labels: { queue: ['orders'] },
  series: 1,
});
export const catalogue: Module = { orders_total, request_duration_seconds, queue_length };

export const shopJob = scrapeJob(shopTarget, {
  purpose: 'The shop.',
  static: [{ targets: ['shop:80'], labels: { service: 'shop' } }],
});
export const storeJob = scrapeJob(storeTarget, {
  purpose: 'The store.',
  static: [{ targets: ['store:80'], labels: { service: 'store' } }],
});

export const orders = signal({
  id: 'orders',
  name: 'Orders',
  description: 'Orders that were accepted. None for an hour: look at the shop.',
  unit: unit.perSecond('orders'),
  labels: ['service'],
  query: ({ window, by }) => sum(rate(orders_total, window), { by }),
  whenEmpty: 'no data',
});
export const queueLength = signal({
  id: 'queue-length',
  name: 'Queue',
  description: 'Orders that wait. When the number grows, add a worker.',
  unit: unit.count('orders'),
  labels: ['job'],
  query: ({ by }) => max(queue_length.where({ queue: 'orders' }), { by }),
  thresholds: { from: { warning: 100, critical: 1000 } },
  recorded: { as: 'job:queue_length:max', group: 'queue', every: '1m' },
  whenEmpty: 'no data',
});

/** An objective, which a test adds where it is about one. */
export const ordersPaid = objective({
  id: 'orders-paid',
  name: 'Orders are paid',
  description: 'Paid by card.',
  target: 0.995,
  unit: unit.count('orders'),
  labels: ['service'],
  events: {
    total: ({ window, by }) => sum(increase(orders_total, window), { by }),
    errors: ({ window, by }) => sum(increase(orders_total.where({ kind: 'cash' }), window), { by }),
  },
  group: 'orders-paid',
});

const QueueLong = alert({
  when: breaches(queueLength, 'warning', { by: ['job'] }),
  for: '5m',
  service: 'store',
  summary: 'Too many orders wait.',
  description: (l, v) => text`${v} orders wait in ${l.job}.`,
  test: {
    fires: {
      given: [series(queue_length, { queue: 'orders', service: 'store' }, '200x20')],
      at: '15m',
      labels: { job: 'store' },
      says: '200 orders wait in store.',
    },
    silent: [
      {
        reason: 'an empty queue',
        given: [series(queue_length, { queue: 'orders', service: 'store' }, '0x20')],
        at: '15m',
      },
    ],
  },
});

/** What a test changes: whatever it adds comes after what is there; anything else takes its place. */
export interface ShopChange extends Partial<Omit<ModelInput, 'dashboards' | 'signals' | 'alerts' | 'catalogue'>> {
  readonly dashboard?: Partial<DashboardInput>;
  /** Further panels, on a line of their own each. */
  readonly panels?: readonly Panel[];
  readonly dashboards?: readonly Dashboard[];
  readonly signals?: Module;
  readonly alerts?: Module;
  readonly catalogue?: Module;
}

/** The shop, resolved. */
export function shopResolution(change: ShopChange = {}): Resolution {
  const made = shopModel(change);
  return resolve(made, made.profiles[0] ?? '');
}

/** The shop as its definitions are gathered. */
export function shopModel(change: ShopChange = {}): Model {
  const {
    dashboard: own,
    panels = [],
    dashboards = [],
    signals = {},
    alerts = {},
    catalogue: more = {},
    ...rest
  } = change;
  const input: ModelInput = {
    profiles: ['plain'],
    jobs: [shopJob, storeJob],
    scrapeInterval: '15s',
    evaluationInterval: '15s',
    site: {
      grafana: 'http://localhost:3000',
      runbooks: 'http://localhost/runbooks',
      alertmanager: 'alertmanager:9093',
    },
    runbooks: {
      QueueLong: '# QueueLong\n',
      ...Object.fromEntries(Object.keys(alerts).map((name) => [name, `# ${name}\n`])),
    },
    ...rest,
    dashboards: [shopDashboard(own, panels), ...dashboards],
    signals: [{ orders, queueLength }, signals],
    alerts: [{ QueueLong }, alerts],
    catalogue: [catalogue, more],
  };
  return model(input);
}

/** The shop's model, as the rules see it. */
export function shop(change: ShopChange = {}): ResolvedModel {
  return shopResolution(change).model;
}

/** The shop's dashboard. */
export function shopDashboard(change: Partial<DashboardInput> = {}, panels: readonly Panel[] = []): Dashboard {
  return dashboard({
    uid: 'shop',
    title: 'Shop',
    description: 'What is sold.',
    tags: ['shop'],
    rows: [
      row('Health', [
        [panel.timeseries(orders), panel.timeseries(queueLength, { by: ['job'] })],
        ...panels.map((each) => [each]),
      ]),
    ],
    ...change,
  });
}

/** PromQL as an expression whose labels are taken on trust. */
export function promql<U extends Unit>(query: string, labels: readonly string[], unit: U): Expr<string, U>;
export function promql(query: string, labels?: readonly string[]): Expr<string, Unit<'orders', ''>>;
export function promql(query: string, labels: readonly string[] = [], of: Unit = unit.count('orders')): Expr<string> {
  return raw(query, { reason: 'the types would refuse it', labels, unit: of });
}

/** A panel over PromQL. */
export function panelOf(query: string, labels: readonly string[] = [], of: Unit = unit.count('orders')): Panel {
  return panel.timeseries(rawSignal(query, labels, of), { by: labels });
}

/** A signal over PromQL. */
export function rawSignal(query: string, labels: readonly string[] = [], of: Unit = unit.count('orders')) {
  return signal({
    id: 'raw',
    name: 'Raw',
    description: 'Written by hand.',
    unit: of,
    labels,
    query: () => promql(query, labels, of),
    whenEmpty: 'no data',
  });
}

/** What an alert of a test says, besides its expression. */
export type AlertChange = Partial<Omit<Parameters<typeof alert<Expr<string>>>[0], 'when'>>;

/** An alert over an expression, right in everything that is not changed. */
export function alertOn<L extends string, U extends Unit>(when: Expr<L, U>, change: AlertChange = {}): Alert {
  const silent = { reason: 'nothing happens', given: [], at: '5m' } as const;
  const input = {
    for: '5m',
    ...(breachedLevels(when.node).length === 0 ? ({ severity: 'warning' } as const) : {}),
    service: 'shop',
    summary: 'Something is wrong.',
    description: () => text`Something is wrong with ${{ hole: 'value', unit: unit.count('orders') }} orders.`,
    test: { fires: { given: [], at: '5m', labels: {}, says: 'Something is wrong with 1 orders.' }, silent: [silent] },
    ...change,
    // The labels of what a test writes by hand are not known to the compiler.
    when: when as unknown as Expr<string>,
  } as const;
  return alert(input);
}

/** A recorded signal over PromQL. */
export function recordedAs(
  as: `${string}:${string}:${string}`,
  query: string,
  options: {
    readonly id?: string;
    readonly labels?: readonly string[];
    readonly group?: string;
    readonly every?: '15s' | '1m';
  } = {},
) {
  const { id = as, labels = [], group = 'queue', every = '1m' } = options;
  return signal({
    id,
    name: as,
    description: 'Recorded.',
    unit: unit.count('orders'),
    labels,
    query: () => promql(query, labels),
    recorded: { as, group, every },
    whenEmpty: 'no data',
  });
}

/** The model with its first panel changed into what no constructor makes. */
export function withPanel(of: ResolvedModel, change: Partial<ResolvedPanel>): ResolvedModel {
  return withFirstPanel(of, (panel) => ({ ...panel, ...change }));
}

/** The model with its first panel exchanged. */
export function withFirstPanel(of: ResolvedModel, change: (panel: ResolvedPanel) => ResolvedPanel): ResolvedModel {
  return withDashboard(of, (dashboard) => ({
    ...dashboard,
    rows: dashboard.rows.map((row) => ({
      ...row,
      panels: row.panels.map((panel, index) => (index === 0 ? change(panel) : panel)),
    })),
  }));
}

/** The model with its dashboards changed. */
export function withDashboard(
  of: ResolvedModel,
  change: (dashboard: ResolvedDashboard) => ResolvedDashboard,
): ResolvedModel {
  return { ...of, dashboards: of.dashboards.map(change) };
}

/** The model with its alerts changed. */
export function withAlerts(of: ResolvedModel, change: Partial<ResolvedAlert>): ResolvedModel {
  const changed = (rule: ResolvedRule): ResolvedRule => (rule.kind === 'alert' ? { ...rule, ...change } : rule);
  return { ...of, groups: of.groups.map((group) => ({ ...group, rules: group.rules.map(changed) })) };
}
