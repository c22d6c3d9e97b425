import { describe, expect, it } from 'vitest';
import { problemLine } from '../../units/problem.ts';
import { bytes, count, seconds } from '../../units/unit.ts';
import type { Entry } from '../definition/entry.ts';
import type { MetricDefinition } from '../metric.ts';
import { factsFromText, factsText, type SharedFacts, unitedFacts } from './shared-facts.ts';

function entry(name: string, facts: Partial<MetricDefinition> = {}): Entry {
  const definition = { name, help: `Of ${name}.`, unit: count('things'), labels: {}, series: 1, ...facts };
  return { kind: facts.bounds ? 'histogram' : 'gauge', shared: true, definition };
}

function facts(of: Readonly<Record<string, readonly Entry[]>>): SharedFacts {
  return new Map(Object.entries(of));
}

function united(of: SharedFacts): unknown {
  const outcome = unitedFacts(of);
  if (!outcome.ok) return outcome.problems.map(problemLine);
  return outcome.value.map(({ definition: { name, labels, series, bounds, help }, sources }) => ({
    name,
    help,
    sources,
    labels,
    series,
    bounds,
  }));
}

describe('shared metrics', () => {
  it('unite label values, and keep the largest number of series', () => {
    const of = facts({
      redis: [entry('go_info', { labels: { version: ['1.26'] }, series: 1 })],
      loki: [entry('go_info', { labels: { version: ['1.25'], arch: ['arm'] }, series: 3, help: '' })],
    });
    expect(united(of)).toEqual([
      {
        name: 'go_info',
        help: 'Of go_info.',
        sources: ['loki', 'redis'],
        labels: { arch: ['arm'], version: ['1.25', '1.26'] },
        series: 3,
        bounds: undefined,
      },
    ]);
  });

  it.each([['a'], ['b'], ['c']])(
    'keep the bounds that every source has, less those that showed no series: %s',
    (none) => {
      const bounds = [
        [0.1, 0.5, 1],
        [0.1, 1, 2],
      ];
      const of = facts(
        Object.fromEntries(
          ['a', 'b', 'c'].map((source) => [
            source,
            [entry('h', source === none ? { bounds: [], series: 0 } : { bounds: bounds.pop() ?? [] })],
          ]),
        ),
      );
      expect(united(of)).toMatchObject([{ bounds: [0.1, 1] }]);
    },
  );

  it('are reported where sources contradict each other', () => {
    const of = facts({
      a: [entry('g', { unit: bytes })],
      b: [entry('g', { unit: bytes })],
      c: [entry('g', { unit: seconds })],
    });
    expect(united(of)).toEqual([
      'c: g: found a gauge in seconds, expected a gauge in bytes, as a, b expose it. Correct it in c.overrides.ts, or read the others again. [metrics/shared]',
    ]);
  });
});

describe('shared.json', () => {
  const of = facts({
    redis: [entry('go_threads'), entry('go_info', { labels: { version: ['1'] } })],
    loki: [entry('go_threads'), entry('go_info', { labels: { version: ['2'] } }), entry('h', { bounds: [1] })],
  });

  it('has a line for each different thing that is said', () => {
    expect(factsText(of)).toMatchSnapshot();
  });

  it('reads back', () => {
    const back = factsFromText(factsText(of), 'shared.json');
    expect(back.ok && factsText(back.value)).toBe(factsText(of));
    expect(back.ok && united(back.value)).toEqual(united(of));
  });

  it.each(['', '{}', '[{}]', '[1]'])('%j is reported', (text) => {
    const outcome = factsFromText(text, 'stack/metrics/shared.json');
    expect(outcome.ok || outcome.problems.map(({ where, remedy }) => [where, remedy])).toEqual([
      ['stack/metrics/shared.json', 'Restore it, or delete it and read every source again.'],
    ]);
  });
});
