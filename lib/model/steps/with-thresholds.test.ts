import { describe, expect, it } from 'vitest';
import { alertOn, orders, queue_length, queueLength, shop } from '../../../test/support/shop.ts';
import { gt } from '../../promql/comparison.ts';
import { print } from '../../promql/print.ts';
import { series } from '../alert-test.ts';
import { stat, timeseries } from '../panels.ts';
import { breaches, recorded } from '../read.ts';
import type { ResolvedAlert, ResolvedModel } from '../resolved.ts';
import { distribution } from '../signal.ts';
import { withThresholds } from './with-thresholds.ts';

const page = alertOn(breaches(queueLength, 'critical', { by: ['job'] }));
const Growing = alertOn(gt(recorded(queueLength), 50));
const panels = [
  timeseries({ key: 'both', title: 'Both', description: 'D.', queries: [queueLength, queueLength] }),
  timeseries({
    key: 'own',
    title: 'Own',
    description: 'D.',
    queries: [queueLength],
    thresholds: { below: { warning: 1, critical: 0 } },
  }),
  stat(orders, { key: 'other' }),
];
const model = shop({ panels, alerts: { Page: page, Growing } });
const fewer = withThresholds(queueLength, { warning: 10 });

const alertsOf = ({ groups }: ResolvedModel): readonly ResolvedAlert[] =>
  groups.flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'alert'));
const expressions = (of: ResolvedModel) =>
  Object.fromEntries(alertsOf(of).map(({ name, node }) => [name, print(node)]));
const panelsOf = (of: ResolvedModel) =>
  new Map(of.dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels.map((panel) => [panel.key, panel]))));
const untested = (of: ResolvedModel) => alertsOf(of).filter((each) => each.untested !== undefined);

describe('what has its numbers from the signal follows', () => {
  const changed = fewer(model);

  it('the alerts that breach the level, and no others', () => {
    expect(expressions(changed)).toEqual({
      ...expressions(model),
      QueueLong: expressions(model).QueueLong?.replace('100', '10'),
    });
  });

  it.each([
    ['queue-length', { warning: 10, critical: 1000 }, 'arning \\S+ 10 orders, critical \\S+ 1000 orders\\.$'],
    ['both', { warning: 10, critical: 1000 }, '10 orders'],
    ['own', { warning: 1, critical: 0 }, 'critical below 0 orders\\.$'],
    ['other', undefined, ''],
  ])('panel %s', (key, at, description) => {
    const panel = panelsOf(changed).get(key);
    expect(panel?.thresholds?.at).toEqual(at);
    expect(panel?.description).toMatch(new RegExp(description));
    expect(panel?.queries.every(({ signal }) => signal.id === 'orders' || signal.thresholds?.at.warning === 10)).toBe(
      true,
    );
  });

  it('the words of rules', () => {
    const words = changed.groups.flatMap(({ rules }) =>
      rules.flatMap((rule) => (rule.kind === 'alert' ? rule.signals : rule.signal)),
    );
    expect([...new Set(words.map(({ thresholds }) => thresholds?.at.warning))]).toEqual([10]);
  });

  it('and back again', () => {
    const back = withThresholds(queueLength, { warning: 100 })(changed);
    expect(expressions(back)).toEqual(expressions(model));
    expect(panelsOf(back).get('queue-length')?.description).toBe(panelsOf(model).get('queue-length')?.description);
  });

  it('nothing of the model that it was given', () => {
    expect(expressions(model)).toEqual(expressions(shop({ panels, alerts: { Page: page, Growing } })));
  });
});

it('has the reason of its own numbers', () => {
  const changed = withThresholds(queueLength, { warning: 10 }, { reason: 'a test system has few orders' })(model);
  expect(panelsOf(changed).get('queue-length')?.description).toContain('1000 orders: a test system has few orders.');
});

const given = [series(queue_length, { queue: 'orders', service: 'store' }, '20x20')];
const own = {
  alert: 'QueueLong',
  fires: { given, at: '15m', labels: { job: 'store' }, says: '20 orders wait in store.' },
  silent: [{ reason: 'an empty queue', given: [], at: '15m' }],
} as const;

describe('tests', () => {
  it('of a changed alert are gone', () => {
    expect(untested(fewer(model)).map(({ name, test, untested: why }) => [name, test.fires.length, why])).toEqual([
      ['QueueLong', 0, 'the thresholds of queue-length are not those that its tests were written for'],
    ]);
  });

  it('are those that the step brings', () => {
    const changed = withThresholds(queueLength, { warning: 10 }, { tests: [own] })(model);
    expect(untested(changed)).toEqual([]);
    expect(alertsOf(changed).find(({ name }) => name === 'QueueLong')?.test.fires[0]?.says).toBe(own.fires.says);
  });

  it('of an alert in two severities are gone together, and are brought for each', () => {
    const both = shop({ alerts: { Both: [alertOn(breaches(queueLength, 'warning', { by: ['job'] })), page] } });
    expect(untested(fewer(both)).map(({ name, severity }) => `${name} ${severity}`)).toEqual([
      'QueueLong warning',
      'Both warning',
      'Both critical',
    ]);
    const tests = [{ ...own, alert: 'Both', severity: 'critical' }] as const;
    const changed = withThresholds(queueLength, { warning: 10 }, { tests })(both);
    expect(untested(changed).map(({ name, severity }) => `${name} ${severity}`)).not.toContain('Both critical');
    const ambiguous = withThresholds(queueLength, { warning: 10 }, { tests: [{ ...own, alert: 'Both' }] });
    expect(() => ambiguous(both)).toThrow(
      'found a test of Both; allowed: tests of QueueLong (warning), Both (warning), Both (critical)',
    );
  });

  it('of an alert that does not change are refused', () => {
    const step = withThresholds(queueLength, { warning: 10 }, { tests: [{ ...own, alert: 'Growing' }] });
    expect(() => step(model)).toThrow('found a test of Growing; allowed: tests of QueueLong (warning)');
  });
});

describe('refuses', () => {
  it('numbers that are those of the signal already', () => {
    expect(() => withThresholds(queueLength, { critical: 1000 })(model)).toThrow(
      'found critical: 1000 for signal queue-length; allowed: other numbers than its own: warning: 100, critical: 1000',
    );
  });

  it('a signal that nothing reads', () => {
    const none = { ...model, dashboards: [], groups: [] };
    expect(() => fewer(none)).toThrow('signal queue-length, whose thresholds nothing in this output reads');
  });

  it('levels that the signal does not have, at the compiler', () => {
    withThresholds(queueLength, { warning: 1, critical: 2 });
    // @ts-expect-error no such level
    withThresholds(queueLength, { info: 1 });
    // @ts-expect-error a signal without thresholds has none to change
    withThresholds(orders, { warning: 1 });
    // @ts-expect-error a distribution has no thresholds
    withThresholds(distribution, { warning: 1 });
  });
});
