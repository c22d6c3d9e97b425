import { breaches, type Panel, profiles, type Resolution, row, signal } from 'plainsight';
import * as panel from 'plainsight/panels';
import { max } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { describe, expect, test } from 'vitest';
import {
  alertOn,
  orders,
  panelOf,
  promql,
  queue_length,
  queueLength,
  shopResolution,
} from '../../test/support/shop.ts';
import { type Problem, problemText } from '../model/problem.ts';
import { check } from './check.ts';
import { excuseProblems } from './excuses.ts';
import { rules } from './rules/index.ts';

const excuse = (rule: string, reason = 'for a test') => ({ excuses: [{ rule, reason }] });
const texts = (...all: readonly Resolution[]) =>
  check(...all).map((problem) => problemText({ ...problem, where: { what: problem.where.what } }));

test('a model in order has no problems', () => expect(check(shopResolution())).toEqual([]));

test('ids of rules are unique', () => expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length));

test('problems name the file and line of the definition', () => {
  const [problem] = check(shopResolution({ panels: [panel.stat(orders, { key: 'a', title: '' })] }));
  expect(problem?.where).toMatchObject({ what: 'dashboard shop / panel a', file: 'lib/check/check.test.ts' });
  expect(problem?.where.line).toBeGreaterThan(1);
});

test('what resolving found is among the problems', () => {
  const wide = [orders, orders].map((signal, index) => panel.stat(signal, { key: `${index}`, width: 20 }));
  const found = check(
    shopResolution({ dashboard: { rows: [row('Health', [[panel.timeseries(orders), ...wide]])] }, alerts: {} }),
  );
  expect(found.map(({ rule }) => rule)).toContain('layout-overflow');
});

test('problems stand in one order, whatever the order of the definitions', () => {
  const bad = [
    panelOf('max(queue_lenght)'),
    panel.stat(orders, { key: 'b', title: '' }),
    panel.stat(orders, { key: 'a', title: '' }),
  ];
  const found = check(shopResolution({ panels: bad }));
  const again = check(shopResolution({ panels: [...bad].reverse() }));
  expect(found).toEqual(again);
});

describe('the order of problems', () => {
  const { model } = shopResolution();
  const at = (file: string | undefined, line: number | undefined, what: string, rule = 'a', found = 'a'): Problem => ({
    where: { what, file, line },
    rule,
    found,
    allowed: 'x',
    remedy: 'x',
  });
  const places = (...problems: readonly Problem[]) => check({ model, problems });

  test.each([
    ['by file', at('a.ts', 9, 'z'), at('b.ts', 1, 'a')],
    ['first those without a file', at(undefined, undefined, 'z'), at('a.ts', 1, 'a')],
    ['by line, as a number', at('a.ts', 9, 'z'), at('a.ts', 10, 'a')],
    ['by what it is about', at('a.ts', 1, 'a', 'z'), at('a.ts', 1, 'b', 'a')],
    ['by rule', at('a.ts', 1, 'a', 'a', 'z'), at('a.ts', 1, 'a', 'b', 'a')],
    ['by what was found', at('a.ts', 1, 'a', 'a', 'a'), at('a.ts', 1, 'a', 'a', 'b')],
  ])('%s', (_, first, second) => {
    expect(places(first, second)).toEqual([first, second]);
    expect(places(second, first)).toEqual([first, second]);
  });

  test('equal ones stand once', () => expect(places(at('a.ts', 1, 'a'), at('a.ts', 1, 'a'))).toHaveLength(1));
});

describe('excuses', () => {
  test('of definitions with one name, in two places, each needs a finding of its own', () => {
    const at = (file: string, line: number) => ({ where: { what: 'panel a', file, line }, ...excuse('panel-words') });
    const all = [at('one.ts', 1), at('one.ts', 2), at('two.ts', 1)];
    for (const about of all) {
      const finding = { about, rule: 'panel-words', found: '', allowed: '', remedy: '' };
      const others = all.filter((each) => each !== about).map(({ where }) => where);
      expect(excuseProblems(all, [finding], rules).map(({ where }) => where)).toEqual(others);
    }
  });

  test('an excused finding is no problem', () => {
    expect(
      texts(shopResolution({ panels: [panel.stat(orders, { key: 'a', title: '', ...excuse('panel-words') })] })),
    ).toEqual([]);
    expect(texts(shopResolution({ dashboard: { refresh: '1s', ...excuse('dashboard-refresh') } }))).toEqual([]);
    const Odd = alertOn(promql('sum(queue_length) > 1'), { ...excuse('alert-shown') });
    expect(texts(shopResolution({ alerts: { Odd } }))).toEqual([]);
  });

  test('it is for the definition that carries it, and no other', () => {
    const panels = [
      panel.stat(orders, { key: 'a', title: '', ...excuse('panel-words') }),
      panel.stat(orders, { key: 'b', title: '' }),
    ];
    expect(check(shopResolution({ panels })).map(({ where }) => where.what)).toEqual(['dashboard shop / panel b']);
  });

  test.each([
    [
      'one that excuses nothing',
      excuse('panel-unit'),
      `dashboard shop / panel a
  found:   an excuse for panel-unit, which finds nothing here
  allowed: an excuse for something that its rule finds
  remedy:  remove it (excuse)`,
    ],
    [
      'one for a rule that there is not',
      excuse('panel-untt'),
      `dashboard shop / panel a
  found:   an excuse for panel-untt, and there is no such rule
  allowed: the id of a rule of docs/checks.md that can be excused
  remedy:  did you mean panel-unit? Otherwise take the id from the end of the message that it is to excuse (excuse)`,
    ],
  ])('a problem: %s', (_, excuses, text) => {
    expect(texts(shopResolution({ panels: [panel.stat(orders, { key: 'a', ...excuses })] }))).toEqual([text]);
  });

  test.each([
    ['a dashboard', { dashboard: excuse('dashboard-refresh') }, 'dashboard shop'],
    ['an alert', { alerts: { Odd: alertOn(promql('sum(queue_length) > 1'), excuse('alert-for')) } }, 'alert Odd'],
  ])('a problem: one of %s that excuses nothing', (_, change, what) => {
    const found = check(shopResolution(change)).filter(({ rule }) => rule === 'excuse');
    expect(found.map(({ where }) => where.what)).toEqual([what]);
  });

  test('a problem: one without a reason, and a second one', () => {
    const excuses = [excuse('panel-words', ' ').excuses, excuse('panel-words').excuses].flat();
    const panels = [panel.stat(orders, { key: 'a', title: '', excuses })];
    expect(check(shopResolution({ panels })).map(({ found }) => found)).toEqual([
      'an excuse for panel-words without a reason',
      'two excuses for panel-words',
    ]);
  });
});

describe('several profiles', () => {
  const { signal } = profiles('full', 'bare');
  const queue = signal({
    id: 'queue',
    name: 'Queue',
    description: 'Orders that wait.',
    unit: unit.count('orders'),
    query: {
      full: () => promql('max(queue_lenght)', [], unit.count('orders')) as never,
      bare: () => max(queue_length),
    },
    whenEmpty: 'no data',
  });
  const both = (excuses: ReturnType<typeof excuse> | undefined) => {
    const panels = [panel.stat(queue, excuses ?? {}), panel.stat(orders, { key: 'a', title: '' })];
    return (['full', 'bare'] as const).map((profile) => shopResolution({ panels, profiles: [profile] }));
  };

  test('what is wrong in all is said once; what is not names its profile', () => {
    expect(check(...both(undefined)).map(({ where }) => where.what)).toEqual([
      'dashboard shop / panel a',
      'dashboard shop / panel queue (profile full)',
    ]);
  });

  test('an excuse that none of them needs is told once', () => {
    const found = check(...both(excuse('panel-unit'))).filter(({ rule }) => rule === 'excuse');
    expect(found.map(({ where }) => where.what)).toEqual(['dashboard shop / panel queue']);
  });

  test('an excuse that one of them needs is needed', () => {
    const found = check(...both(excuse('metric-known')));
    expect(found.map(({ where }) => where.what)).toEqual(['dashboard shop / panel a']);
  });
});

describe('the panel that an alert names', () => {
  const open = signal({
    id: 'open-orders',
    name: 'Open orders',
    description: 'Orders that are open.',
    unit: unit.count('orders'),
    query: () => max(queue_length),
    whenEmpty: 'no data',
  });
  const both = panel.timeseries({ key: 'both', title: 'Both', description: 'Both.', queries: [queueLength, open] });
  const alone = panel.timeseries(queueLength);
  const Long = alertOn(breaches(queueLength, 'warning', { by: ['job'] }), { panel: [queueLength, open] });
  const output = (name: string, ...panels: readonly Panel[]) => ({
    ...shopResolution({
      dashboard: { rows: [row('Health', [[panel.timeseries(orders), ...panels]])] },
      alerts: { Long },
    }),
    output: name,
  });
  const repeatedIn = (...all: readonly Resolution[]) =>
    check(...all)
      .filter(({ rule }) => rule === 'default-repeated')
      .map(({ where }) => where.what);

  test('is repeated where every output would lead there without it', () => {
    expect(repeatedIn(output('a', both))).toEqual(['alert Long']);
    expect(repeatedIn(output('a', both), output('b', both))).toEqual(['alert Long']);
  });

  test('is needed where one of them needs it', () => {
    expect(repeatedIn(output('a', both, alone))).toEqual([]);
    expect(repeatedIn(output('a', both), output('b', both, alone))).toEqual([]);
  });
});
