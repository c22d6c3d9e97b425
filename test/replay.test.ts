/** Recorded scrapes, replayed, as a real Prometheus answers about them. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordedAt, recordedScrape } from './support/history.ts';
import { type Replay, replay } from './support/replay.ts';
import { describeWithServer } from './support/servers.ts';

/** How many different values a query has at the end. */
async function distinct({ query, end }: Replay, expr: string): Promise<number> {
  return new Set((await query(expr, end)).map(({ value }) => value)).size;
}

describeWithServer(['promtool', 'prometheus'], 'a replay of redis and vote', () => {
  let replayed: Replay;

  beforeAll(async () => {
    replayed = await replay({
      targets: [
        { scrape: recordedScrape('redis.prom'), labels: { job: 'redis', instance: 'redis-exporter:9121' } },
        {
          scrape: recordedScrape('vote.prom'),
          labels: { job: 'voting-app', instance: 'vote:80', service: 'vote', group: 'production' },
        },
      ],
      recording: { files: [fileURLToPath(new URL('fixtures/rules/chain.yml', import.meta.url))], depth: 2 },
    });
  });
  afterAll(() => replayed?.stop());

  const redis = { job: 'redis', instance: 'redis-exporter:9121' };
  const vote = { group: 'production', job: 'voting-app', instance: 'vote:80', service: 'vote' };

  it('ends when the scrapes were recorded', () => {
    expect(replayed.end).toBe(recordedAt);
    expect(replayed.end - replayed.start).toBe(3600);
  });

  it.each([
    ['sum by (cmd) (rate(redis_commands_total{cmd="rpush"}[5m]))', { cmd: 'rpush' }],
    ['rate(redis_commands_total{cmd="lpop"}[1m])', { ...redis, cmd: 'lpop' }],
    ['rate(redis_evicted_keys_total[5m])', redis],
    ['rate(process_cpu_seconds_total{job="voting-app"}[5m])', vote],
  ])('%s answers with a rate', async (expr, labels) => {
    const samples = await replayed.query(expr, replayed.end);
    expect(samples.map((sample) => sample.labels)).toEqual([labels]);
    expect(samples[0]?.value).toBeGreaterThan(0);
  });

  it('lets no counter stand still', async () => {
    const counters = await replayed.query('count(redis_commands_total)', replayed.end);
    const moving = await replayed.query('count(rate(redis_commands_total[1m]) > 0)', replayed.end);
    expect(moving).toEqual(counters);
    const [recorded, rates] = await Promise.all(
      ['redis_commands_total', 'rate(redis_commands_total[5m])'].map((expr) => distinct(replayed, expr)),
    );
    expect(rates).toBe(recorded);
    expect(rates).toBeGreaterThan(5);
  });

  it.each([
    ['redis_commands_latencies_usec', 'cmd="rpush"', 1000],
    ['http_request_duration_seconds', 'job="voting-app"', 10],
  ])('answers a quantile of %s', async (name, matcher, most) => {
    const expr = `histogram_quantile(0.95, sum by (le) (rate(${name}_bucket{${matcher}}[5m])))`;
    const [sample] = await replayed.query(expr, replayed.end);
    expect(sample?.labels).toEqual({});
    expect(sample?.value).toBeGreaterThan(0);
    expect(sample?.value).toBeLessThan(most);
  });

  it('counts as many observations as the largest bucket holds, at every scrape', async () => {
    const difference =
      'http_request_duration_seconds_count - ignoring (le) http_request_duration_seconds_bucket{le="+Inf"}';
    const series = await replayed.queryRange(difference, replayed);
    expect(series.length).toBeGreaterThan(0);
    const values = series.flatMap(({ points }) => points.map(({ value }) => value));
    expect(values.length).toBe(series.length * 241);
    expect(new Set(values)).toEqual(new Set([0]));
  });

  it('writes bounds as Prometheus does', async () => {
    const bounds = await replayed.labelValues('le');
    expect(bounds).toContain('1.0');
    expect(bounds).not.toContain('1');
  });

  it('ends at the recorded values', async () => {
    const [sample] = await replayed.query('redis_memory_used_bytes', replayed.end);
    expect(sample).toEqual({ labels: { ...redis, __name__: 'redis_memory_used_bytes' }, value: 1_332_784 });
  });

  it('has the series that Prometheus adds to a scrape', async () => {
    for (const target of [redis, vote]) {
      const up = await replayed.query(`up{job="${target.job}"}`, replayed.end);
      expect(up).toEqual([{ labels: { ...target, __name__: 'up' }, value: 1 }]);
    }
    expect(await replayed.query('scrape_samples_scraped{job="redis"}', replayed.end)).toMatchObject([{ value: 437 }]);
  });

  it('has recorded what the rules record, also where one reads another', async () => {
    const records = await replayed.query('job:redis_commands:sum', replayed.end);
    expect(records.map(({ labels }) => labels)).toEqual([{ __name__: 'job:redis_commands:sum' }]);
    const [evaluated] = await replayed.query('timestamp(job:redis_commands:sum)', replayed.end);
    expect(evaluated?.value).toBeGreaterThan(replayed.end - 30);
    const [live] = await replayed.query('sum(rate(redis_commands_total[5m]))', evaluated?.value);
    expect(records[0]?.value).toBeCloseTo(live?.value ?? 0, 9);
    expect(await replayed.query('ALERTS', replayed.end)).toEqual([]);
  });

  it('is silent outside its hour', async () => {
    expect(await replayed.query('up', replayed.end + 600)).toEqual([]);
    expect(await replayed.query('up', replayed.start - 60)).toEqual([]);
  });

  it('lists labels', async () => {
    expect(await replayed.labelNames('up')).toEqual(['__name__', 'group', 'instance', 'job', 'service']);
  });

  it('passes on what Prometheus says of a bad query', async () => {
    await expect(replayed.query('sum(', replayed.end)).rejects.toThrow(
      /^Prometheus refused sum\(: .*parse error: unclosed left parenthesis/,
    );
    await expect(replayed.query('up[5m]', replayed.end)).rejects.toThrow('answers with a matrix');
    await expect(replayed.api('/api/v1/nothing')).rejects.toThrow('Prometheus refused /api/v1/nothing: 404');
  });

  it('reads scalars', async () => {
    expect(await replayed.query('1 / 0', replayed.end)).toEqual([{ labels: {}, value: Number.POSITIVE_INFINITY }]);
  });
});
