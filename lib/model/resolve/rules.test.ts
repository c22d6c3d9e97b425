/** Which group an alert is evaluated in, and which panel its notification opens. */
import { describe, expect, it } from 'vitest';
import {
  alertOn,
  orders,
  orders_total,
  queue_length,
  queueLength,
  recordedAs,
  shopResolution,
} from '../../../test/support/shop.ts';
import { max, sum } from '../../promql/aggregate.ts';
import { and, gt, or } from '../../promql/comparison.ts';
import type { AnyExpr } from '../../promql/expr.ts';
import { rate } from '../../promql/rate.ts';
import { count } from '../../units/unit.ts';
import type { Alert } from '../alert.ts';
import type { Severity } from '../alert-test.ts';
import type { Panel } from '../panel.ts';
import { stat, stateTimeline, table, timeseries } from '../panels.ts';
import { breaches, value } from '../read.ts';
import { type AnySignal, signal } from '../signal.ts';

const words = { description: 'D.', whenEmpty: 'no data' } as const;

describe('the group of an alert', () => {
  const plain = gt(sum(rate(orders_total, '5m')), 1);
  const recorded = breaches(queueLength, 'warning', { by: ['job'] });
  it.each([
    ['that of the recorded signal it reads, whatever it says itself', alertOn(recorded, { group: 'own' }), 'queue'],
    ['that of the recorded signal it reads', alertOn(recorded), 'queue'],
    ['its own where it reads nothing recorded', alertOn(plain, { group: 'own' }), 'own'],
    ['alerts where it says nothing', alertOn(plain), 'alerts'],
  ])('is %s', (_what, Tried, group) => {
    const { model } = shopResolution({ alerts: { Tried } });
    const found = model.groups.filter(({ rules }) => rules.some(({ name }) => name === 'Tried'));
    expect(found.map(({ name }) => name)).toEqual([group]);
  });

  it('is a problem where it reads recorded signals of two groups', () => {
    const other = recordedAs('job:other:max', 'max by (job) (queue_length)', { labels: ['job'], group: 'other' });
    const both = gt(value(queueLength, { by: ['job'] }), value(other, { by: ['job'] }));
    const { problems } = shopResolution({ signals: { other }, alerts: { Both: alertOn(both) } });
    expect(problems).toMatchObject([
      { rule: 'alert-group', found: 'it reads recorded signals of 2 groups: queue, other' },
    ]);
  });

  it('has one interval', () => {
    const other = recordedAs('job:other:max', 'max by (job) (queue_length)', { labels: ['job'], every: '15s' });
    expect(shopResolution({ signals: { other } }).problems).toMatchObject([
      { rule: 'group-interval', found: 'group queue is evaluated at another interval for signal queue-length' },
    ]);
  });
});

describe('the panel of an alert', () => {
  const full = signal({
    ...words,
    id: 'full',
    name: 'Full',
    unit: count('orders'),
    labels: ['job'],
    query: ({ by }) => max(queue_length, { by }),
  });
  const shown = (...panels: readonly Panel[]) => {
    const { model, problems } = shopResolution({
      signals: { full },
      panels,
      alerts: { Tried: alertOn(gt(value(full, { by: ['job'] }), 1)) },
    });
    const keys = new Map(
      model.dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels.map(({ id, key }) => [id, key]))),
    );
    const alert = model.groups.flatMap(({ rules }) => rules).find(({ name }) => name === 'Tried');
    const id = alert?.kind === 'alert' ? alert.panel?.id : undefined;
    return [id === undefined ? undefined : keys.get(id), ...problems.map(({ found }) => found)];
  };
  const graph = timeseries(full, { key: 'graph' });
  const states = stateTimeline(full, { key: 'states' });
  const tile = stat(full, { key: 'tile' });
  const rows = table(full, { key: 'rows' });

  const more = timeseries({ key: 'more', title: 'More', description: 'D.', queries: [queueLength, full] });

  it.each([
    ['a graph of its signal before a graph of more', [more, graph], ['graph']],
    ['a graph of more before a number', [tile, more], ['more']],
    ['a graph before a state timeline', [states, graph], ['graph']],
    ['a state timeline before a number and a table', [tile, states, rows], ['states']],
    ['the only one, whatever it is', [tile], ['tile']],
    ['none', [], [undefined]],
    ['two numbers', [tile, rows], ['tile', '2 panels show its signals: shop/tile, shop/rows']],
  ])('is %s', (_what, panels, expected) => {
    expect(shown(...panels)).toEqual(expected);
  });
});

describe('the panel of an alert on several signals', () => {
  const half = signal({
    ...words,
    id: 'half',
    name: 'Half',
    unit: count('orders'),
    query: () => max(queue_length),
  });
  const pair = timeseries({ key: 'pair', title: 'Pair', description: 'D.', queries: [queueLength, half] });
  const mixed = table({ key: 'mixed', title: 'Mixed', description: 'D.', queries: [queueLength, orders] });
  const opened = (when: AnyExpr, panel?: AnySignal | readonly AnySignal[]) => {
    const tried = alertOn(when as typeof plain, panel === undefined ? {} : { panel });
    const { model, problems } = shopResolution({
      signals: { half },
      panels: [pair, mixed],
      alerts: { Tried: tried },
    });
    const panels = model.dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels));
    const found = model.groups.flatMap(({ rules }) => rules).find(({ name }) => name === 'Tried');
    const id = found?.kind === 'alert' ? found.panel?.id : undefined;
    return [panels.find((each) => each.id === id)?.key, ...problems.map(({ found: text }) => text)];
  };
  const plain = gt(value(queueLength), 1);

  it.each([
    ['that of the signal read first', and(gt(value(orders), 1), gt(value(queueLength), 1)), ['orders']],
    ['the same the other way round', and(gt(value(queueLength), 1), gt(value(orders), 1)), ['queue-length']],
    ['the one that shows them all', and(gt(value(queueLength), 1), gt(value(half), 1)), ['pair']],
  ])('is %s', (_what, when, expected) => {
    expect(opened(when)).toEqual(expected);
  });

  it.each<[string, AnySignal | readonly AnySignal[], string | undefined]>([
    ['that of a signal that it does not read', orders, 'orders'],
    ['that shows a signal beside others', half, 'pair'],
    ['that shows exactly these', [queueLength, orders], 'mixed'],
    ['that shows exactly this one', [orders], 'orders'],
    ['that there is none of: the signal is shown beside others only', [half], undefined],
  ])('or the one that it names, %s', (_what, named, expected) => {
    expect(opened(plain, named)).toEqual([expected]);
  });
});

describe('the severity of an alert', () => {
  const warning = breaches(queueLength, 'warning', { by: ['job'] });
  const critical = breaches(queueLength, 'critical', { by: ['job'] });
  const plain = gt(value(queueLength, { by: ['job'] }), 1);
  const { severity: _severity, ...unsaid } = alertOn(plain);
  it.each<[string, Alert, Severity, string[]]>([
    ['the level that it breaches', alertOn(critical), 'critical', []],
    ['the level that it breaches twice', alertOn(or(critical, critical)), 'critical', []],
    ['what it says where it breaches nothing', alertOn(plain, { severity: 'info' }), 'info', []],
    ['what it says of several levels', alertOn(or(critical, warning), { severity: 'warning' }), 'warning', []],
    ['missing', unsaid, 'none', ['no severity, and it breaches no level']],
    [
      'missing beside several levels',
      alertOn(or(critical, warning)),
      'none',
      ['no severity, and it breaches the levels warning and critical'],
    ],
    [
      'contradicted',
      alertOn(critical, { severity: 'warning' }),
      'warning',
      ['the severity warning, and it breaches the level critical'],
    ],
  ])('is %s', (_what, Tried, expected, problems) => {
    const resolution = shopResolution({ alerts: { Tried } });
    const found = resolution.model.groups.flatMap(({ rules }) => rules).find(({ name }) => name === 'Tried');
    expect(found?.kind === 'alert' && found.severity).toBe(expected);
    expect(resolution.problems.map(({ found: text }) => text)).toEqual(problems);
  });

  it('is not written where it follows', () => {
    expect(alertOn(critical, { severity: 'critical' }).repeats).toEqual(['severity']);
    expect(alertOn(plain, { severity: 'critical' }).repeats).toEqual([]);
  });
});
