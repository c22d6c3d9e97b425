/** What invented values must be like, and what they must not depend on. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { query, selector, words } from '../../test/support/grafana-panels.ts';
import type { Thresholds } from '../model/field.ts';
import type { ResolvedQuery, SignalWords } from '../model/resolved.ts';
import type { Node } from '../promql/node.ts';
import { bytes, cores, count, perSecond, ratio, seconds, state, timestamp, type Unit } from '../units/unit.ts';
import { sampleBuckets } from './buckets.ts';
import { random, seedOf, wobbling } from './random.ts';
import { sampleSeries } from './series.ts';
import { MOMENTS } from './shape.ts';
import { NOW } from './time.ts';

const nobody = new Map();

function range(metric: string): Node {
  return {
    kind: 'range',
    selector: { kind: 'selector', metric, matchers: [] },
    window: { kind: 'duration', duration: { ms: 300_000 } },
  };
}

function call(name: string, ...args: readonly Node[]): Node {
  return { kind: 'call', function: name, arguments: args };
}

function line(
  id: string,
  unit: Unit,
  node: Node,
  of: Partial<SignalWords> = {},
  labels: readonly string[] = [],
): ResolvedQuery {
  return query(id, { unit, node, labels, signal: words({ id, unit, ...of }) });
}

const values = (of: ResolvedQuery): readonly number[] => sampleSeries(of, nobody)[0]?.values ?? [];
const extremes = (of: ResolvedQuery): readonly [number, number] => [Math.min(...values(of)), Math.max(...values(of))];

describe('a value for each moment, of the right kind', () => {
  test.each([
    { title: 'a share', of: line('share', ratio, selector('share')), low: 0, high: 1 },
    { title: 'a share of hits', of: line('hits', ratio, selector('cache_hits')), low: 0.9, high: 1 },
    { title: 'a state that is up', of: line('up', state({ 0: 'Down', 1: 'Up' }), selector('up')), low: 1, high: 1 },
    { title: 'memory', of: line('mem', bytes, selector('memory_bytes')), low: 2 ** 20, high: 2 ** 30 },
    { title: 'a disk', of: line('disk', bytes, selector('node_filesystem_avail_bytes')), low: 2 ** 32, high: 2 ** 40 },
    { title: 'cores', of: line('cpu', cores, call('rate', range('cpu_seconds_total'))), low: 0, high: 1 },
    {
      title: 'a start',
      of: line('start', timestamp, selector('start_time')),
      low: NOW / 1000 - 4 * 86_400,
      high: NOW / 1000,
    },
    {
      title: 'requests',
      of: line('rps', perSecond('requests'), call('rate', range('requests_total'))),
      low: 0,
      high: 100,
    },
  ])('$title', ({ of, low, high }) => {
    const [min, max] = extremes(of);
    expect(values(of)).toHaveLength(MOMENTS);
    expect(min).toBeGreaterThanOrEqual(low);
    expect(max).toBeLessThanOrEqual(high);
  });
});

test('restarts are rare: most moments have none, and what there is can be counted', () => {
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
    const found = values(
      line(id, count('restarts'), call('changes', range('container_restarts')), { whenEmpty: 'zero' }),
    );
    expect(found.filter((value) => value === 0).length).toBeGreaterThan(0.8 * MOMENTS);
    expect(found.every(Number.isInteger)).toBe(true);
  }
});

test('a limit does not move', () => {
  const [min, max] = extremes(
    line('connections-allowed', count('connections'), selector('pg_settings_max_connections')),
  );
  expect(min).toBe(max);
});

test('what is counted comes in whole numbers', () => {
  expect(values(line('queue', count('votes'), selector('queue_length'))).every(Number.isInteger)).toBe(true);
});

test('a count is in fractions where its definition says so', () => {
  const of = line('rate', count('times'), selector('burn_rate'));
  const between = [0.1, 0.9] as const;
  const drawn = values({ ...of, signal: { ...of.signal, sample: { between } } });
  expect(drawn.every((value) => value > 0 && value < 1)).toBe(true);
});

test('the quantiles of one histogram never cross', () => {
  const of = (share: number): readonly number[] =>
    values(
      line(
        `p${share}`,
        seconds,
        call('histogram_quantile', { kind: 'number', value: share }, call('rate', range('latency_bucket'))),
      ),
    );
  const [p50, p95, p99] = [of(0.5), of(0.95), of(0.99)];
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    expect(p50[moment]).toBeLessThan(p95[moment] ?? 0);
    expect(p95[moment]).toBeLessThan(p99[moment] ?? 0);
  }
});

test.each<{ title: string; thresholds: Thresholds; unit: Unit; low: number; high: number }>([
  {
    title: 'below a limit',
    thresholds: { direction: 'from', at: { warning: 60, critical: 300 } },
    unit: seconds,
    low: 5,
    high: 75,
  },
  {
    title: 'from a limit on',
    thresholds: { direction: 'below', at: { warning: 600, critical: 60 } },
    unit: seconds,
    low: 200,
    high: 1200,
  },
  {
    title: 'near the whole',
    thresholds: { direction: 'below', at: { warning: 0.99, critical: 0.95 } },
    unit: ratio,
    low: 0.98,
    high: 1,
  },
])('values lie around thresholds: $title', ({ thresholds, unit, low, high }) => {
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
    const [min, max] = extremes(line(id, unit, selector('x'), { thresholds }));
    expect(min).toBeGreaterThanOrEqual(low);
    expect(max).toBeLessThanOrEqual(high);
  }
});

test('a definition can say what its values look like', () => {
  const sample = { between: [100, 110], shape: 'rising', labels: { service: ['web', 'api'] } } as const;
  const found = sampleSeries(line('own', count('votes'), selector('x'), { sample }, ['service']), nobody);
  expect(found.map(({ labels }) => labels)).toEqual([{ service: 'api' }, { service: 'web' }]);
  for (const each of found) {
    expect(Math.max(...each.values)).toBeLessThanOrEqual(110);
    expect(each.values.at(-1)).toBeGreaterThan(each.values[0] ?? 0);
  }
});

test('most requests succeed', () => {
  const found = sampleSeries(
    line('requests', perSecond('requests'), selector('requests_total'), {}, ['status']),
    nobody,
  );
  const last = new Map(found.map(({ labels, values: each }) => [labels.status, each.at(-1) ?? 0]));
  expect(last.get('200')).toBeGreaterThan(last.get('404') ?? 0);
  expect(last.get('404')).toBeGreaterThan(last.get('500') ?? 0);
});

test('never more lines than can be told apart, the first and last of their values among them', () => {
  const many = Array.from({ length: 9 }, (_, index) => `v${index}`);
  const sample = { between: [0, 1], labels: { status: many } } as const;
  const found = sampleSeries(line('many', ratio, selector('x'), { sample }, ['status']), nobody);
  expect(found.map(({ labels }) => labels.status)).toEqual(['v0', 'v1', 'v2', 'v6', 'v7', 'v8']);
});

test('a series depends on its signal and its labels alone', () => {
  const of = line('requests', perSecond('requests'), selector('requests_total'), {}, ['status']);
  const alone = sampleSeries(of, nobody);
  sampleSeries(line('other', ratio, selector('x')), nobody);
  expect(sampleSeries(of, nobody)).toEqual(alone);
  expect(sampleSeries({ ...of, key: 'again', legend: { pieces: ['other'] } }, nobody)).toEqual(alone);
});

test('numbers of a seed: the same again, spread over the whole', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (text, n) => {
      const found = random(seedOf(text), n);
      expect(found).toBe(random(seedOf(text), n));
      expect(found >= 0 && found < 1).toBe(true);
      const height = wobbling(seedOf(text))((n % 101) / 100);
      expect(height >= 0 && height <= 1).toBe(true);
    }),
    { seed: 42 },
  );
  const many = Array.from({ length: 1000 }, (_, n) => random(7, n));
  const mean = many.reduce((sum, each) => sum + each, 0) / many.length;
  expect(mean).toBeGreaterThan(0.45);
  expect(mean).toBeLessThan(0.55);
});

test('the numbers are pinned: a change here redraws every picture', () => {
  expect(seedOf('votes-waiting', 'service=vote')).toBe(3_116_073_414);
  expect(random(1, 0)).toBe(0.5883937727194279);
  expect(wobbling(1)(0.5)).toBe(0.5254486378456932);
});

test('observations have a bucket of every bound and one above, and are many somewhere', () => {
  const { bounds, counts } = sampleBuckets(line('latency', seconds, selector('x')));
  expect(counts).toHaveLength(bounds.length);
  expect(bounds.at(-1)).toBe(Infinity);
  expect(Math.max(...counts.flat())).toBeGreaterThan(0.3);
  expect(Math.min(...counts.flat())).toBeGreaterThanOrEqual(0);
});
