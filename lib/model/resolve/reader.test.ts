/** What a signal's query is asked by its readers, and what its answers are held to. */
import { describe, expect, it } from 'vitest';
import { source, target } from '../../catalogue/metric.ts';
import { print as logText } from '../../logql/print.ts';
import { avg, max, min, stddev, sum } from '../../promql/aggregate.ts';
import { div } from '../../promql/arithmetic.ts';
import { gt } from '../../promql/comparison.ts';
import type { AnyExpr, Expr } from '../../promql/expr.ts';
import { buckets, histogramQuantile } from '../../promql/histogram.ts';
import { counter, gauge, histogram } from '../../promql/metric.ts';
import type { Node } from '../../promql/node.ts';
import { maxOverTime } from '../../promql/over-time.ts';
import { print } from '../../promql/print.ts';
import { rate } from '../../promql/rate.ts';
import { raw } from '../../promql/raw.ts';
import { rateInterval, windowOf } from '../../promql/window.ts';
import { count, perSecond, ratio, seconds, type Unit } from '../../units/unit.ts';
import { type Problem, problemText } from '../problem.ts';
import { value } from '../read.ts';
import { type AnySignal, signal } from '../signal.ts';
import type { Choice, Query, ServerQuery } from '../signal-query.ts';
import { reader } from './reader.ts';

/** A model's own selectors are another file's subject. */
const exact = (node: Node): Node => node;

const api = source(target('api', { labels: ['service'] }), { version: '' });
const requests = counter(api, {
  name: 'requests_total',
  help: '',
  unit: count('requests'),
  labels: { route: [], status: [] },
  series: 1,
});
const latency = histogram(api, {
  name: 'latency_seconds',
  help: '',
  unit: seconds,
  labels: { route: [] },
  series: 1,
  bounds: [0.1, 1],
});
const waiting = gauge(api, { name: 'waiting', help: '', unit: count('requests'), labels: {}, series: 1 });

type Split = 'service' | 'route';

function defined<U extends Unit>(unit: U, query: Query<Split, U>) {
  const words = { id: 'tried', name: 'Tried', description: 'D.', whenEmpty: 'no data' } as const;
  return signal({ ...words, unit, labels: ['service', 'route'], query });
}

const textOf = (asked: ServerQuery): string => (asked.language === 'promql' ? print(asked.node) : logText(asked.node));

const perRequest = perSecond('requests');
const HOUR = windowOf({ kind: 'duration', duration: { ms: 3_600_000 } });
const where = { what: 'dashboard board / panel tried' };

function read(of: AnySignal, choice: Choice, others: readonly AnySignal[] = []) {
  const problems: Problem[] = [];
  const asked = reader([of, ...others], 'plain', { problems, exact }).read(of, choice, where);
  return { text: textOf(asked), problems };
}

const R = '[$__rate_interval]';
const all = defined(perRequest, ({ window, by }) => sum(rate(requests, window), { by }));
const SIGNALS: Readonly<Record<string, AnySignal>> = {
  sum: all,
  ratio: defined(ratio, ({ window, by }) =>
    div(sum(rate(requests.where({ status: /5../ }), window), { by }), sum(rate(requests, window), { by })),
  ),
  quantile: defined(seconds, ({ window, by }) =>
    histogramQuantile(0.9, sum(buckets(latency, window), { by: [...by, 'le'] })),
  ),
  ownWindow: defined(perRequest, ({ by }) => sum(rate(requests, '1h'), { by })),
  joined: defined(ratio, ({ window, by }) =>
    div(sum(rate(requests, window), { by }), sum(rate(requests, window), { by }), { on: by }),
  ),
  subquery: defined(perRequest, ({ window, by }) =>
    maxOverTime(sum(rate(requests, window), { by }), window, { step: '1m' }),
  ),
  reference: { ...defined(perRequest, ({ window, by }) => value(all, { by, over: window })), id: 'reading' },
};

describe('a query is asked with what its reader chose', () => {
  it.each([
    ['sum', ['route', 'service'], `sum by (service, route) (rate(requests_total{job="api"}${R}))`],
    ['sum', ['service'], `sum by (service) (rate(requests_total{job="api"}${R}))`],
    ['sum', [], `sum(rate(requests_total{job="api"}${R}))`],
    [
      'ratio',
      ['route'],
      `sum by (route) (rate(requests_total{job="api",status=~"5.."}${R})) / sum by (route) (rate(requests_total{job="api"}${R}))`,
    ],
    ['quantile', [], `histogram_quantile(0.9, sum by (le) (rate(latency_seconds_bucket{job="api"}${R})))`],
    ['ownWindow', [], 'sum(rate(requests_total{job="api"}[1h]))'],
    [
      'joined',
      ['route'],
      `sum by (route) (rate(requests_total{job="api"}${R})) / on (route) sum by (route) (rate(requests_total{job="api"}${R}))`,
    ],
    ['subquery', [], `max_over_time(sum(rate(requests_total{job="api"}${R}))[$__rate_interval:1m])`],
    ['reference', ['route'], `sum by (route) (rate(requests_total{job="api"}${R}))`],
    ['reference', [], `sum(rate(requests_total{job="api"}${R}))`],
  ])('%s by %j', (name, by, expected) => {
    const of = SIGNALS[name];
    if (of === undefined) throw new Error(`no signal ${name}`);
    expect(read(of, { by, window: rateInterval }, [all])).toEqual({ text: expected, problems: [] });
  });

  it('keeps the labels and the window that an alert names', () => {
    const { node } = gt(value(all, { by: ['route'], over: '2m' }), 1);
    expect(textOf(reader([all], 'plain', { problems: [], exact }).expand(node, where))).toBe(
      'sum by (route) (rate(requests_total{job="api"}[2m])) > 1',
    );
  });

  it('keeps every label that an alert names', () => {
    const { node } = gt(value(all, { by: ['route', 'service'] }), 1);
    expect(textOf(reader([all], 'plain', { problems: [], exact }).expand(node, where))).toBe(
      'sum by (service, route) (rate(requests_total{job="api"}[5m])) > 1',
    );
  });

  it('is asked over five minutes by a recording rule that names no window', () => {
    const recorded = signal({
      id: 'recorded',
      name: 'Recorded',
      description: 'D.',
      unit: perRequest,
      query: ({ window }) => sum(rate(requests, window)),
      recorded: { as: 'app:requests:rate5m', group: 'g', every: '1m' },
      whenEmpty: 'no data',
    });
    expect(print(reader([recorded], 'plain', { problems: [], exact }).rule(recorded, where))).toBe(
      'sum(rate(requests_total{job="api"}[5m]))',
    );
  });

  it('asks each choice once', () => {
    let times = 0;
    const counted = defined(perRequest, ({ window, by }) => {
      times += 1;
      return sum(rate(requests, window), { by });
    });
    const signals = reader([counted], 'plain', { problems: [], exact });
    const choices = [
      { by: ['route'], window: rateInterval },
      { by: ['route'], window: rateInterval },
      { by: ['route'], window: HOUR },
    ];
    for (const choice of choices) signals.read(counted, choice, where);
    // Once more than there are choices: when it was defined.
    expect(times).toBe(3);
  });
});

/** A query whose answers are other than the types say, as in plain JavaScript. */
function loose(query: (choice: Choice<Split>) => AnyExpr) {
  return defined(count('requests'), query as (choice: Choice<Split>) => Expr<Split, Unit<'requests', ''>>);
}

const busy = gauge(api, { name: 'busy', help: '', unit: count('requests'), labels: { route: [] }, series: 1 });
const byBoth = { by: ['route', 'service'] } as const;

const byText = { reason: 'tried', labels: ['route'], unit: count('requests') } as const;

/** The same expression, said to keep the label that is asked for. */
function labelled(of: AnyExpr): AnyExpr {
  return { ...of, labels: { names: ['route'] }, unit: count('requests') };
}

describe('an answer that is not what was asked for', () => {
  it.each([
    [
      'a query that ignores its labels',
      loose(() => sum(busy, byBoth)),
      'signal tried, asked by [route]: its query keeps the labels [route, service]',
      'the labels [route]',
    ],
    [
      'another unit',
      loose(({ by }) => (by.length === 2 ? sum(busy, { by }) : div(sum(busy, { by }), sum(busy, { by })))),
      'signal tried, asked by [route]: its query yields ratio',
      'its unit, requests',
    ],
    [
      'another metric',
      loose(({ by }) => (by.length === 2 ? sum(busy, { by }) : labelled(sum(waiting)))),
      'signal tried, asked by [route]: its query reads waiting',
      'what it reads for all its labels: busy',
    ],
    [
      'another metric in a text',
      loose(({ by }) => (by.length === 2 ? sum(busy, { by }) : raw('sum by (route) (other)', byText))),
      'signal tried, asked by [route]: its query reads other',
      'what it reads for all its labels: busy',
    ],
    [
      'another signal',
      loose(({ by }) => (by.length === 2 ? sum(busy, { by }) : labelled(value(all, { by: ['route'] })))),
      'signal tried, asked by [route]: its query reads signal tried',
      'what it reads for all its labels: busy',
    ],
    [
      'no answer at all',
      loose(({ by }) => {
        if (by.length < 2) throw new Error('never tried');
        return sum(busy, { by });
      }),
      'signal tried, asked by [route]: its query throws: never tried',
      'an answer for any of its labels and any window',
    ],
  ])('%s', (_what, of, found, allowed) => {
    const { problems, text } = read(of, { by: ['route'], window: rateInterval });
    expect(problems).toMatchObject([{ where, rule: 'signal-answer', found, allowed }]);
    expect(text).toMatch(/^max by \(route\) \(sum by \(.*\) \(busy\{job="api"\}\)\)$/);
  });

  it('is a problem of each reader, also of one that reads it through another signal', () => {
    const fixed = loose(() => sum(busy, byBoth));
    const through: AnySignal = { ...loose(({ by }) => value(fixed, { by })), id: 'through' };
    const problems: Problem[] = [];
    const signals = reader([fixed, through], 'plain', { problems, exact });
    const choice = { by: ['route'], window: rateInterval };
    signals.read(fixed, choice, where);
    signals.read(fixed, choice, { what: 'alert Busy' });
    signals.read(through, choice, { what: 'dashboard board / panel through' });
    expect(problems.map((problem) => problemText(problem).split('\n')[0])).toEqual([
      'dashboard board / panel tried',
      'alert Busy',
      'dashboard board / panel through',
    ]);
  });
});

describe('fewer labels of a recorded signal', () => {
  const recordedBy = (aggregation: typeof sum | typeof max) =>
    signal({
      id: 'recorded',
      name: 'Recorded',
      description: 'D.',
      unit: count('requests'),
      labels: ['route', 'service'],
      query: ({ by }) => aggregation(busy, { by }),
      recorded: { as: 'route_service:busy:value', group: 'g', every: '1m' },
      whenEmpty: 'no data',
    });
  it.each([
    ['sum', recordedBy(sum), 'sum by (route) (route_service:busy:value)'],
    ['min', recordedBy(min), 'min by (route) (route_service:busy:value)'],
    ['max', recordedBy(max), 'max by (route) (route_service:busy:value)'],
    // An average of averages is not the average of all.
    ['avg', recordedBy(avg), 'avg by (route) (busy{job="api"})'],
    ['stddev', recordedBy(stddev), 'stddev by (route) (busy{job="api"})'],
  ])('%s', (_operator, of, expected) => {
    expect(read(of, { by: ['route'], window: rateInterval })).toEqual({ text: expected, problems: [] });
    const finest = read(of, { by: ['route', 'service'], window: rateInterval });
    expect(finest).toEqual({ text: 'route_service:busy:value', problems: [] });
  });
});

it('says zero where nothing happened only of a whole: nobody knows which parts there would be', () => {
  const quiet: AnySignal = { ...all, whenEmpty: 'zero' };
  const text = (by: readonly string[]) => read(quiet, { by, window: rateInterval }).text;
  expect(text([])).toBe(`sum(rate(requests_total{job="api"}${R})) or vector(0)`);
  expect(text(['route'])).toBe(`sum by (route) (rate(requests_total{job="api"}${R}))`);
});

it('keeps trees apart that print alike and do not say the same', () => {
  const { expand } = reader([all], 'plain', { problems: [], exact });
  const limit: Node = { kind: 'number', value: 10, threshold: { signal: 'tried', level: 'warning' } };
  expect(expand({ kind: 'number', value: 10 }, where).node).toEqual({ kind: 'number', value: 10 });
  expect(expand(limit, where).node).toBe(limit);
  expect(expand({ ...limit }, where).node).toBe(limit);
});
