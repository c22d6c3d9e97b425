import { describe, expect, it } from 'vitest';
import { panel, query } from '../../../test/support/grafana-panels.ts';
import { alertOn, queueLength, shop, shopJob, storeJob } from '../../../test/support/shop.ts';
import { gt } from '../../promql/comparison.ts';
import type { Node } from '../../promql/node.ts';
import { parse } from '../../promql/parse/parse.ts';
import { print } from '../../promql/print.ts';
import { deriv } from '../../promql/rate.ts';
import { recorded } from '../read.ts';
import { metricQueries, type ResolvedModel } from '../resolved.ts';
import { scaleTime } from './scale-time.ts';

const Growing = alertOn(gt(deriv(recorded(queueLength), '10m'), 0));
const model = shop({ alerts: { Growing } });

function durations({ groups }: ResolvedModel): readonly (number | undefined)[] {
  return groups.flatMap(({ every, rules }) => [
    every?.ms,
    ...rules.flatMap((rule) =>
      rule.kind === 'alert' ? [rule.for?.ms, ...rule.test.fires.map(({ at }) => at.ms)] : [],
    ),
  ]);
}

/** The query of a panel, by a sixtieth. */
function scaledQuery(text: string): string | undefined {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(text);
  return scaledNode(parsed.node);
}

function scaledNode(of: Node): string | undefined {
  const panels = [panel('stat', {}, { queries: [query('tried', { node: of })] })];
  const { dashboards } = model;
  const changed = dashboards.map((each) => ({ ...each, rows: each.rows.map((row) => ({ ...row, panels })) }));
  const [shown] = scaleTime(1 / 60)({ ...model, dashboards: changed }).dashboards[0]?.rows[0]?.panels ?? [];
  const [changedQuery] = shown === undefined ? [] : metricQueries(shown);
  return changedQuery && print(changedQuery.node);
}

describe('scaleTime', () => {
  const scaled = scaleTime(1 / 60)(model);

  it('scales scrapes, rules and their tests alike', () => {
    expect(scaled.scrapeInterval.ms).toBe(model.scrapeInterval.ms / 60);
    expect(durations(scaled)).toEqual(
      durations(model).map((ms) => (ms === undefined ? undefined : Math.round(ms / 60))),
    );
    expect(durations(model).some((ms) => ms !== undefined && ms > 0)).toBe(true);
  });

  it('scales how long a scrape may take and how long an alert goes on', () => {
    const storeOnly = shop({
      jobs: [shopJob, { ...storeJob, every: { ms: 30_000 }, timeout: { ms: 6000 } }],
      alerts: { Growing: alertOn(gt(recorded(queueLength), 0), { keepFiringFor: '10m' }) },
    });
    const { jobs, groups } = scaleTime(1 / 60)(storeOnly);
    expect(jobs.map(({ every, timeout }) => [every?.ms, timeout?.ms])).toEqual([
      [undefined, undefined],
      [500, 100],
    ]);
    const keeps = groups.flatMap(({ rules }) =>
      rules.flatMap((rule) => (rule.kind === 'alert' ? [rule.keepFiringFor?.ms] : [])),
    );
    expect(keeps).toContain(10_000);
  });

  it('scales the windows of queries, and comes back', () => {
    const text = (of: ResolvedModel) => of.groups.flatMap(({ rules }) => rules.map(({ node }) => print(node)));
    expect(text(scaled)).not.toEqual(text(model));
    expect(text(scaleTime(60)(scaled))).toEqual(text(model));
  });

  it('scales ranges, steps and offsets, and what Grafana fills in not at all', () => {
    const queries = {
      'max_over_time(deriv(a[10m])[1h:5m])': 'max_over_time(deriv(a[10s])[1m:5s])',
      'max_over_time((a > 1)[1h:] offset 1d)': 'max_over_time((a > 1)[1m:] offset 24m)',
      'a offset 10m + time()': 'a offset 10s + time()',
      'rate(a[1h + 2 * 10m])': 'rate(a[1m + 2 * 10s])',
      'max_over_time(a[1h + step():max_of($w, 10m)])': 'max_over_time(a[1m + step():max_of($w, 10s)])',
      'a offset -(1h - $__range)': 'a offset -(1m - $__range)',
      'a offset $w': 'a offset $w',
    };
    expect(Object.keys(queries).map(scaledQuery)).toEqual(Object.values(queries));
  });

  it('scales what a raw text holds', () => {
    expect(scaledNode({ kind: 'raw', text: 'rate(a[10m])', reason: 'tried' })).toBe('rate(a[10s])');
  });

  it.each([0, -1, Number.NaN])('refuses %s', (factor) => {
    expect(() => scaleTime(factor)).toThrow('must be greater than 0');
  });
});
