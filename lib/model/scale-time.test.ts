import { describe, expect, it } from 'vitest';
import { smallModel as makeSmallModel, panel } from '../../test/support/small-model.ts';
import { parse } from '../promql/parse/parse.ts';
import { print } from '../promql/print.ts';
import { count } from '../units/unit.ts';
import type { ResolvedModel } from './resolved.ts';
import { scaleTime } from './scale-time.ts';

const smallModel = makeSmallModel();

function durations(model: ResolvedModel): readonly (number | undefined)[] {
  return model.groups.flatMap(({ every, rules }) => [
    every?.ms,
    ...rules.flatMap((rule) =>
      rule.kind === 'alert' ? [rule.for?.ms, ...rule.test.fires.map(({ at }) => at.ms)] : [],
    ),
  ]);
}

/** The query of a panel, by a sixtieth. */
function scaledQuery(query: string): string | undefined {
  const parsed = parse(query);
  if (!parsed.ok) throw new Error(query);
  const panels = [panel(1, 'tried', parsed.node, count('votes'))];
  const { dashboards } = smallModel;
  const changed = dashboards.map((each) => ({ ...each, rows: each.rows.map((row) => ({ ...row, panels })) }));
  const node = scaleTime({ ...smallModel, dashboards: changed }, 1 / 60).dashboards[0]?.rows[0]?.panels[0]?.queries[0]
    ?.node;
  return node && print(node);
}

describe('scaleTime', () => {
  const scaled = scaleTime(smallModel, 1 / 60);

  it('scales scrapes, rules and their tests alike', () => {
    expect(scaled.scrapeInterval.ms).toBe(smallModel.scrapeInterval.ms / 60);
    expect(durations(scaled)).toEqual(
      durations(smallModel).map((ms) => (ms === undefined ? undefined : Math.round(ms / 60))),
    );
    expect(durations(smallModel).some((ms) => ms !== undefined && ms > 0)).toBe(true);
  });

  it('scales the windows of queries, and comes back', () => {
    const text = (model: ResolvedModel) => model.groups.flatMap(({ rules }) => rules.map(({ node }) => print(node)));
    expect(text(scaled)).not.toEqual(text(smallModel));
    expect(text(scaleTime(scaled, 60))).toEqual(text(smallModel));
  });

  it('scales ranges, steps and offsets, and what Grafana fills in not at all', () => {
    const queries = {
      'max_over_time(deriv(a[10m])[1h:5m])': 'max_over_time(deriv(a[10s])[1m:5s])',
      'max_over_time((a > 1)[1h:] offset 1d)': 'max_over_time((a > 1)[1m:] offset 24m)',
      'a offset 10m + time()': 'a offset 10s + time()',
    };
    expect(Object.keys(queries).map(scaledQuery)).toEqual(Object.values(queries));
  });

  it.each([0, -1, Number.NaN])('refuses %s', (factor) => {
    expect(() => scaleTime(smallModel, factor)).toThrow('must be greater than 0');
  });
});
