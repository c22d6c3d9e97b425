/** What a server is asked, and what samples answer. */
import { describe, expect, it } from 'vitest';
import { resolve } from '../../lib/model/resolve/resolve.ts';
import type { VariableInfo } from '../../preview/protocol.ts';
import { intervals } from '../../preview/server/interval.ts';
import { sampleAnswer } from '../../preview/server/sample-answers.ts';
import { samplesOf } from '../../preview/server/samples.ts';
import { substitute } from '../../preview/server/substitute.ts';
import { loadModel } from '../../scripts/project.ts';

const HOUR = 3_600_000;
const service: VariableInfo = { name: 'service', label: 'Service', kind: 'query', several: true, values: [] };
const window: VariableInfo = {
  name: 'window',
  label: 'Window',
  kind: 'interval',
  several: false,
  values: [{ value: '5m', text: '5m' }],
};

describe('the steps of a query', () => {
  it.each([
    ['an hour on 600 points', { points: 600, to: HOUR }, [15, 60]],
    ['an hour on 60 points', { points: 60, to: HOUR }, [60, 75]],
    ['a day on 600 points', { points: 600, to: 24 * HOUR }, [300, 315]],
    ['a week on 600 points', { points: 600, to: 168 * HOUR }, [1_200, 1_215]],
    ['five minutes', { points: 600, to: HOUR / 12 }, [15, 60]],
    ['a panel that allows no shorter step than a minute', { points: 600, to: HOUR, minMs: 60_000 }, [60, 75]],
  ])('of %s', (_, input, [interval, rate]) => {
    const { intervalMs, rateIntervalMs } = intervals({ from: 0, scrapeMs: 15_000, minMs: 0, ...input });
    expect([intervalMs / 1_000, rateIntervalMs / 1_000]).toEqual([interval, rate]);
  });
});

describe('variables in a query', () => {
  const times = intervals({ from: 0, to: HOUR, points: 600, scrapeMs: 15_000, minMs: 0 });
  it.each([
    ['rate(a[$__rate_interval])', {}, 'rate(a[60s])'],
    ['rate(a[$__range])', {}, 'rate(a[3600s])'],
    ['a / $__range_s', {}, 'a / 3600'],
    ['a{service=~"${service:regex}"}', {}, 'a{service=~".*"}'],
    ['a{service=~"${service:regex}"}', { service: ['vote'] }, 'a{service=~"vote"}'],
    ['a{service=~"${service:regex}"}', { service: ['vote', 'db'] }, 'a{service=~"(vote|db)"}'],
    ['a{service=~"${service:regex}"}', { service: ['a.b"c'] }, 'a{service=~"a\\\\.b\\"c"}'],
    ['a{service=~"${service:regex}"}', { service: ['a\\b'] }, 'a{service=~"a\\\\\\\\b"}'],
    ['rate(a[$window])', {}, 'rate(a[5m])'],
    ['rate(a[${window}])', { window: ['1h'] }, 'rate(a[1h])'],
    ['a{b="$unknown"}', {}, 'a{b="$unknown"}'],
  ])('%s with %o', (text, chosen, expected) => {
    expect(substitute(text, { chosen, variables: [service, window], times })).toBe(expected);
  });
});

describe('samples', () => {
  const series = [
    { labels: { service: 'vote' }, values: [0.5, 1.5] },
    { labels: { service: 'db' }, values: [0, 1] },
    { labels: {}, values: [7, 7] },
  ];
  const shared = { series, from: 0, to: 60_000, step: 15_000, chosen: {}, filter: { service: 'service' } };
  const target = { refId: 'A', expr: 'a' };

  it('have as many points as a server would give; a whole number stays until the next moment', () => {
    const answer = sampleAnswer({ ...shared, target });
    expect(
      answer.resultType === 'matrix' && answer.result.map(({ values }) => values.map(([, value]) => value)),
    ).toEqual([
      ['0.5', '0.75', '1', '1.25', '1.5'],
      ['0', '0', '0', '0', '1'],
      ['7', '7', '7', '7', '7'],
    ]);
  });

  it.each([
    [1_000, '3000000'],
    [1, '3000'],
  ])('of a date are as long ago as ever, whenever they are looked at (times %d)', (dateFactor, expected) => {
    const began = [{ labels: {}, values: [600_000, 600_000], dateFactor }];
    const instant = { ...target, instant: true };
    const answer = sampleAnswer({ ...shared, series: began, from: 0, to: 3_600_000, target: instant });
    expect(answer.resultType === 'vector' && answer.result.map(({ value: [, text] }) => text)).toEqual([expected]);
  });

  it('of the alerts that fire began minutes ago', async () => {
    const { model } = resolve(await loadModel(), 'instrumented');
    const panels = Object.entries(samplesOf(model)).flatMap(([, queries]) => Object.values(queries).flat());
    const began = panels.filter(({ dateFactor }) => dateFactor === 1_000).flatMap(({ values }) => values);
    expect(began.length).toBeGreaterThan(0);
    for (const ms of began) expect(ms / 60_000).toSatisfy((ago: number) => ago >= 0 && ago < 60 * 24 * 400);
  });

  it('of a count with gaps stay whole as well', () => {
    const gaps = [{ labels: {}, values: [2, Number.NaN, 3] }];
    const answer = sampleAnswer({ ...shared, series: gaps, target });
    expect(answer.resultType === 'matrix' && answer.result[0]?.values.map(([, value]) => value)).toEqual([
      '2',
      '2',
      'NaN',
      'NaN',
      '3',
    ]);
  });

  it('are left out when another value is chosen, unless they no longer have the label', () => {
    const answer = sampleAnswer({ ...shared, target: { ...target, instant: true }, chosen: { service: ['vote'] } });
    expect(answer).toEqual({
      resultType: 'vector',
      result: [
        { metric: { service: 'vote' }, value: [60, '1.5'] },
        { metric: {}, value: [60, '7'] },
      ],
    });
  });

  it('of a heatmap hold for a column each, as in the picture of its dashboard', () => {
    const buckets = [{ labels: { le: '1' }, values: [1.5, 2.5, 3.5, 4.5] }];
    const answer = sampleAnswer({ ...shared, series: buckets, target: { ...target, format: 'heatmap' } });
    expect(answer.resultType === 'matrix' && answer.result[0]?.values.map(([, value]) => value)).toEqual([
      '1.5',
      '2.5',
      '3.5',
      '4.5',
      '4.5',
    ]);
  });

  it('of log lines stand in their streams, at their times, those of the time shown alone', () => {
    const logs = [
      { before: 1_000, level: 'info', text: 'new', labels: { service: 'vote' } },
      { before: 2_000, level: 'info', text: 'old', labels: { service: 'vote' } },
      { before: 3_000, level: 'info', text: 'other', labels: { service: 'db' } },
      { before: 70_000, level: 'info', text: 'too old', labels: { service: 'db' } },
    ] as const;
    expect(sampleAnswer({ ...shared, logs, target: { ...target, datasource: { type: 'loki' } } })).toEqual({
      resultType: 'streams',
      result: [
        {
          stream: { service: 'vote' },
          values: [
            ['59000000000', 'new'],
            ['58000000000', 'old'],
          ],
        },
        { stream: { service: 'db' }, values: [['57000000000', 'other']] },
      ],
    });
  });
});
