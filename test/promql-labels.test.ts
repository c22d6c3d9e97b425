/**
 * The labels that an expression says it has are those that its series have: random expressions, put together with the
 * public functions, are asked of a real Prometheus over the metrics of a made-up exporter.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import * as q from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { expect, test } from 'vitest';
import type { AnyExpr } from '../lib/promql/expr.ts';
import { freshFolder } from './support/folder.ts';
import { type Replay, replay } from './support/replay.ts';
import { describeWithServer } from './support/servers.ts';
import * as m from './types/catalogue.ts';

const EXPOSITION = `
# TYPE commands_total counter
commands_total{cmd="lpop"} 1000
commands_total{cmd="rpush"} 2000
# TYPE calls_total counter
calls_total{cmd="lpop"} 100
calls_total{cmd="rpush"} 500
# TYPE memory_bytes gauge
memory_bytes 1048576
# TYPE key_size gauge
key_size{db="db0",key="votes"} 12
key_size{db="db0",key="other"} 3
# TYPE start_time_seconds gauge
start_time_seconds 1795300000
# TYPE cpu_seconds_total counter
cpu_seconds_total{cpu="0"} 500
cpu_seconds_total{cpu="1"} 700
# TYPE latency_seconds histogram
latency_seconds_bucket{route="/",le="0.1"} 500
latency_seconds_bucket{route="/",le="0.5"} 900
latency_seconds_bucket{route="/",le="1"} 990
latency_seconds_bucket{route="/",le="+Inf"} 1000
latency_seconds_sum{route="/"} 300
latency_seconds_count{route="/"} 1000
# TYPE build_info gauge
build_info{version="1.88.0"} 1
`;

type Options = Readonly<Record<string, unknown>>;
type Unary = (of: AnyExpr, options?: Options) => AnyExpr;
type Binary = (left: AnyExpr, right: AnyExpr, options?: Options) => AnyExpr;

/** What is drawn at random is not known to the compiler: here the functions are tried for what they do at run time. */
const loose = {
  aggregate: [q.sum, q.max, q.avg, q.count] as unknown as readonly Unary[],
  keep: [q.abs, q.neg, q.ln, (of: AnyExpr) => q.clampMin(of, 1), (of: AnyExpr) => q.topk(2, of)] as readonly Unary[],
  compare: [q.gt, q.lte, q.neq] as unknown as readonly Binary[],
  calculate: [q.add, q.sub, q.mul, q.div] as unknown as readonly Binary[],
  set: [q.and, q.unless, q.or] as unknown as readonly Binary[],
  join: q.joinInfo as unknown as Binary,
  replace: q.labelReplace as unknown as Unary,
  overTime: q.maxOverTime as unknown as (of: AnyExpr, window: string, step: Options) => AnyExpr,
};

const leaf: fc.Arbitrary<AnyExpr> = fc.constantFrom<AnyExpr>(
  q.rate(m.commands_total, '5m'),
  q.increase(m.calls_total.where({ cmd: 'lpop' }), '5m'),
  q.rate(m.cpu_seconds_total, '5m'),
  m.memory_bytes,
  m.key_size.where({ db: 'db0' }),
  q.histogramQuantile(0.9, q.buckets(m.latency_seconds, '5m')),
  q.histogramAverage(m.latency_seconds, '5m', { by: ['route', 'job'] }),
  q.sub(q.time(), m.start_time_seconds),
);

/** A number of unit `ratio`, so that any two can be calculated with. */
const plain = (of: AnyExpr): AnyExpr => q.inUnit(unit.ratio, of, { reason: 'the labels are what this is about' });
const common = (left: AnyExpr, right: AnyExpr): readonly string[] =>
  left.labels.names.filter((label) => right.labels.names.includes(label));
const only = (of: AnyExpr, by: readonly string[]): AnyExpr => (q.max as unknown as Unary)(of, { by });

/** Labels with one value everywhere: whether they are matched makes no difference to what matches. */
const constant: readonly string[] = ['job', 'service'];

/** Both sides have one series for each combination of the labels that they share, so that they can be matched. */
function matched(act: Binary, form: Form, left: AnyExpr, right: AnyExpr, options: Options = {}): AnyExpr {
  const on = common(left, right);
  const [l, r] = [plain(left), plain(right)];
  const [oneLeft, oneRight] = [only(l, on), only(r, on)];
  const rest = [...l.labels.names, ...r.labels.names].filter((label) => !on.includes(label));
  const matching: Readonly<Record<Form, readonly [AnyExpr, AnyExpr, Options]>> = {
    same: [oneLeft, oneRight, {}],
    on: [oneLeft, oneRight, { on: on.filter((label) => !constant.includes(label)) }],
    ignoring: [oneLeft, oneRight, { ignoring: on.filter((label) => constant.includes(label)) }],
    'on, group_left': [l, oneRight, { on, groupLeft: [] }],
    'on, group_right': [oneLeft, r, { on, groupRight: [] }],
    'ignoring, group_left': [l, oneRight, { ignoring: rest, groupLeft: [] }],
    'ignoring, group_right': [oneLeft, r, { ignoring: rest, groupRight: [] }],
  };
  const [one, other, how] = matching[form];
  return act(one, other, { ...how, ...options });
}

const FORMS = [
  'same',
  'on',
  'ignoring',
  'on, group_left',
  'on, group_right',
  'ignoring, group_left',
  'ignoring, group_right',
] as const;
type Form = (typeof FORMS)[number];

const form = fc.constantFrom<Form>(...FORMS);
const part = fc.infiniteStream(fc.boolean());
const chosen = (of: AnyExpr, stream: Iterator<boolean>): readonly string[] =>
  of.labels.names.filter(() => stream.next().value === true);

const { vector } = fc.letrec<{ vector: AnyExpr }>((tie) => ({
  vector: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc
      .tuple(fc.constantFrom(...loose.aggregate), fc.constantFrom('by', 'without'), tie('vector'), part)
      .map(([act, kind, of, stream]) => act(of, { [kind]: chosen(of, stream) })),
    fc.tuple(fc.constantFrom(...loose.keep), tie('vector')).map(([act, of]) => act(of)),
    fc
      .tuple(fc.constantFrom(...loose.calculate), form, tie('vector'), tie('vector'))
      .map(([act, how, left, right]) => matched(act, how, left, right)),
    fc
      .tuple(fc.constantFrom(...loose.compare), form, tie('vector'), tie('vector'))
      .map(([act, how, left, right]) => matched(act, how, left, right, { bool: true })),
    fc
      .tuple(fc.constantFrom(...loose.set), tie('vector'), tie('vector'))
      .map(([act, left, right]) => act(plain(left), plain(right), { on: common(left, right) })),
    tie('vector').map((of) => loose.overTime(of, '5m', { step: '1m' })),
    tie('vector').map((of) =>
      of.labels.names.includes('instance')
        ? loose.replace(of, { to: 'host', from: 'instance', matching: '(.*):.*', value: '$1' })
        : of,
    ),
    tie('vector').map((of) =>
      of.labels.names.includes('instance') ? loose.join(of, m.build_info, { on: ['instance'], add: ['version'] }) : of,
    ),
  ),
}));

function replayed(): Promise<Replay> {
  const scrape = join(freshFolder(), 'made-up.prom');
  writeFileSync(scrape, EXPOSITION.trimStart());
  const target = (instance: string) => ({ scrape, labels: { job: 'redis', service: 'redis', instance } });
  return replay({ targets: [target('a:9121'), target('b:9121')] });
}

describeWithServer(['prometheus', 'promtool'], 'the labels of random expressions', () => {
  test('are those of the series that Prometheus answers with', { timeout: 60_000 }, async () => {
    const prometheus = await replayed();
    try {
      let answered = 0;
      for (const expression of fc.sample(vector, { seed: 42, numRuns: 1000 })) {
        const text = q.print(expression.node);
        const samples = await prometheus.query(text, prometheus.end);
        if (samples.length > 0) answered += 1;
        const union = /\bor\b/.test(text);
        for (const { labels } of samples) {
          const found = Object.keys(labels).filter((label) => label !== '__name__');
          // Of `or`, the labels that both sides have are certain; either side may bring others.
          const certain = union ? found.filter((label) => expression.labels.names.includes(label)) : found;
          expect([text, ...certain.sort()]).toEqual([text, ...expression.labels.names]);
        }
      }
      expect(answered).toBeGreaterThan(700);
    } finally {
      await prometheus.stop();
    }
  });
});
