import { describe, expect, it } from 'vitest';
import { smallModel as makeSmallModel } from '../../test/support/small-model.ts';
import { print } from '../promql/print.ts';
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

  it.each([0, -1, Number.NaN])('refuses %s', (factor) => {
    expect(() => scaleTime(smallModel, factor)).toThrow('must be greater than 0');
  });
});
