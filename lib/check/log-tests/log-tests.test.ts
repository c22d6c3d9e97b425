/** Each way in which the test of a log alert can be wrong is a problem that says what fires in its place. */
import { lines } from 'plainsight';
import { describe, expect, it } from 'vitest';
import { shopLines, shopWithLogs, withLogAlerts } from '../../../test/support/shop-logs.ts';
import type { FiringTest } from '../../model/alert-test.ts';
import type { ResolvedModel } from '../../model/resolved.ts';
import { duration } from '../../units/duration.ts';
import { logAlertTest, runLogTests } from './log-tests.ts';

const model = shopWithLogs();
const { test } = model.logGroups.flatMap(({ rules }) => rules)[0] ?? { test: { fires: [], silent: [] } };
const firing = (change: Partial<FiringTest>): ResolvedModel =>
  withLogAlerts(model, { test: { fires: test.fires.map((each) => ({ ...each, ...change })), silent: [] } });
const silent = (change: Partial<FiringTest>): ResolvedModel =>
  withLogAlerts(model, { test: { fires: [], silent: test.silent.map((each) => ({ ...each, ...change })) } });
const otherService = lines(shopLines, { service: 'worker', level: 'error' }, [
  { every: '1m', text: 'payment refused' },
]);
const says = 'allowed' in logAlertTest.example ? logAlertTest.example.allowed : '';

describe('the tests of a log alert', () => {
  it('hold', () => {
    const { count, problems, seen } = runLogTests(model);
    expect(problems).toEqual([]);
    expect(count).toBe(3);
    expect(seen.map(({ labels, value }) => [labels, value])).toEqual([[{ service: 'shop' }, 5]]);
  });

  it('are the example of the documentation, where an alert fires too late', () => {
    const [problem] = runLogTests(firing({ at: duration('6m') })).problems;
    const { where, rule, ...fault } = problem ?? { where: { what: '' }, rule: '' };
    expect({ where: where.what, ...fault }).toEqual(logAlertTest.example);
    expect(rule).toBe(logAlertTest.id);
  });

  it.each([
    [
      'other labels',
      firing({ labels: { service: 'store' } }),
      '{service="shop"} fires with 5 after 10m',
      '{service="store"}',
    ],
    ['no lines', firing({ lines: [] }), 'nothing fires after 10m', says],
    ['lines of streams that it does not read', firing({ lines: [otherService] }), 'nothing fires after 10m', says],
    ['a longer wait', withLogAlerts(model, { for: duration('20m') }), 'nothing fires after 10m', says],
    [
      'a situation that is not silent',
      silent({ lines: test.fires[0]?.lines ?? [], at: duration('10m') }),
      '{service="shop"} fires with 5 after 10m',
      'silence: all is paid',
    ],
  ])('do not hold for %s', (_, changed, found, allowed) => {
    const [problem] = runLogTests(changed).problems;
    expect(problem?.found).toBe(found);
    expect(problem?.allowed).toContain(allowed);
  });
});
