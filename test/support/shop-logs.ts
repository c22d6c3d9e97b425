/** The shop's log lines: streams, a signal read from them, an alert over it, and what a test changes of these. */
import { type Alert, alert, breaches, lines, type ResolvedModel, signal, text, value } from 'plainsight';
import { countOverTime, type LogVector, pattern, rawLog, stream, sum } from 'plainsight/logql';
import * as panel from 'plainsight/panels';
import type { Unit } from 'plainsight/units';
import * as unit from 'plainsight/units';
import type { ResolvedLogAlert } from '../../lib/model/resolved.ts';
import { type AlertChange, alertOn, type ShopChange, shop } from './shop.ts';

export const shopLines = stream({ labels: ['service', 'level'], only: { project: 'shop' } });
export const accessLog = pattern('<method> <path> <status> <took>', { status: 'number', took: 'duration' });

export const paymentsRefused = signal({
  id: 'payments-refused',
  name: 'Payments refused',
  description: 'Payments that the bank refused. Look at its status page.',
  unit: unit.count('lines'),
  labels: ['service'],
  query: ({ window, by }) =>
    sum(countOverTime(shopLines.where({ service: 'shop' }).contains('refused'), window), { by }),
  thresholds: { from: { warning: 3 } },
  whenEmpty: 'zero',
});

const refused = lines(shopLines, { service: 'shop', level: 'error' }, [{ every: '1m', text: 'payment refused' }]);
const paid = lines(shopLines, { service: 'shop', level: 'info' }, [{ every: '10s', text: 'payment accepted' }]);

/** An alert that is right: a test changes one thing about it. */
export const PaymentsRefused: Alert = alert({
  when: breaches(paymentsRefused, 'warning', { by: ['service'], over: '5m' }),
  for: '5m',
  summary: 'The bank refuses payments.',
  description: (l, v) => text`${v} payments of ${l.service} were refused.`,
  test: {
    fires: { given: [refused, paid], at: '10m', labels: { service: 'shop' }, says: '5 payments of shop were refused.' },
    silent: [
      { reason: 'all is paid', given: [paid], at: '10m' },
      { reason: 'it has only begun', given: [refused], at: '6m' },
    ],
  },
});

/** The shop with its log alert; whatever a test adds comes after what is there. */
export function shopWithLogs({ signals = {}, alerts = {}, panels = [], ...rest }: ShopChange = {}): ResolvedModel {
  return shop({
    ...rest,
    signals: { paymentsRefused, ...signals },
    alerts: { PaymentsRefused, ...alerts },
    panels: [panel.timeseries(paymentsRefused, { by: ['service'] }), ...panels],
  });
}

/** The shop with its log alerts changed into what no constructor makes. */
export function withLogAlerts(of: ResolvedModel, change: Partial<ResolvedLogAlert>): ResolvedModel {
  return {
    ...of,
    logGroups: of.logGroups.map((group) => ({ ...group, rules: group.rules.map((rule) => ({ ...rule, ...change })) })),
  };
}

/** A signal over a query of log lines. */
export function logSignal<L extends string, U extends Unit>(query: LogVector<L, U>, id = 'lines') {
  return signal({
    id,
    name: 'Lines',
    description: 'Lines. Look at the shop.',
    unit: query.unit as Unit,
    labels: query.labels.names as readonly string[],
    // What a test asks is asked of every reader alike.
    query: () => query as unknown as LogVector<string, Unit>,
    whenEmpty: 'no data',
  });
}

/** LogQL as it is written by hand. */
export function logql(query: string, labels: readonly string[] = []) {
  return rawLog(query, { reason: 'the types would refuse it', labels, unit: unit.count('lines') });
}

/** The shop with a panel that asks a query of log lines. */
export function withLogPanel<L extends string, U extends Unit>(query: LogVector<L, U>): ResolvedModel {
  const asked = logSignal(query);
  return shop({
    signals: { asked },
    panels: [panel.timeseries(asked, { by: query.labels.names as readonly string[] })],
  });
}

/** The shop with an alert over a query of log lines. */
export function withLogAlert<L extends string, U extends Unit>(
  query: LogVector<L, U>,
  change: AlertChange = {},
): ResolvedModel {
  const asked = logSignal(query);
  const Lines = alertOn(value(asked, { by: query.labels.names as readonly string[] }), change);
  return shop({ signals: { asked }, alerts: { Lines } });
}
