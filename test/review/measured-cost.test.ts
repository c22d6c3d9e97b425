/** What a change costs, by a running Prometheus: its own figures, and what is said when it has none to give. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measuredCosts, type Patience } from '../../lib/cli/measured-cost.ts';
import { type Side, textSide } from '../../lib/read/side.ts';
import { costlyQueries } from '../../lib/review/cost.ts';
import { compared, type Report, reviewed } from '../../lib/review/review.ts';
import { answering, HTML, page } from '../support/answering.ts';
import { freePort } from '../support/process.ts';
import { type Replay, replay } from '../support/replay.ts';
import { describeWithServer } from '../support/servers.ts';

/** One rule, and the build's own opinion that its metric has three series. */
function side(name: string, expr: string): Side {
  const rule = { record: 'shop:orders:rate', expr };
  const model = { profile: 'p', signals: {}, metrics: { orders_total: { series: 3 } }, recordingRules: {} };
  return textSide(name, {
    'rules.json': JSON.stringify({ groups: [{ name: 'orders', rules: [rule] }] }),
    'model.json': JSON.stringify(model),
  });
}

interface Change {
  readonly from: string;
  readonly to: string;
}

/** The report as the command makes it. */
async function reportOf(url: string, { from, to }: Change, patience: Patience = {}): Promise<Report> {
  const comparison = compared(side('before', from), side('after', to));
  const { measured, notes } = await measuredCosts(url, costlyQueries(comparison.sides), patience);
  return { ...reviewed(comparison, { measured }), notes };
}

const costsIn = ({ findings }: Report): readonly string[] =>
  findings.filter(({ kind }) => kind.startsWith('cost-')).map(({ sentence }) => sentence);

const MINUTES: Change = { from: 'rate(orders_total[5m])', to: 'rate(orders_total[1h])' };
const DAYS: Change = { from: 'rate(orders_total[5m])', to: 'rate(orders_total[1d])' };

describeWithServer(['prometheus', 'promtool'], 'a Prometheus with fifty shops', () => {
  let prometheus: Replay;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'costs-'));
    const shops = Array.from({ length: 50 }, (_, shop) => `orders_total{shop="${shop}"} ${shop}`);
    const scrape = join(folder, 'shop.prom');
    writeFileSync(scrape, `# TYPE orders_total counter\n${shops.join('\n')}\n`);
    // A query is asked at the moment, which may be a while after the history was written.
    const end = Math.floor(Date.now() / 1000) + 600;
    prometheus = await replay({
      targets: [{ scrape, labels: { job: 'shop', instance: 'shop:80' } }],
      end,
      seconds: 7200,
    });
  }, 60_000);
  afterAll(async () => {
    await prometheus?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is believed more than the build, which knows of three', async () => {
    const report = await reportOf(prometheus.url, MINUTES);
    expect(costsIn(report)).toEqual([
      'shop:orders:rate reads 12,000 samples of 50 series each time instead of 1,000 samples of 50 series (measured).',
    ]);
    expect(report.notes).toEqual([`Costs are measured at ${prometheus.url}: 2 changed queries.`]);
  });

  it('sees what filters leave out', async () => {
    const to = 'rate(orders_total{shop=~"1."}[1h])';
    expect(costsIn(await reportOf(prometheus.url, { from: 'rate(orders_total[1h])', to }))).toEqual([]);
    expect(costsIn(await reportOf(prometheus.url, { from: to.replace('1.', '1'), to: MINUTES.to }))).toEqual([
      'shop:orders:rate reads 12,000 samples of 50 series each time instead of 240 samples of 1 series (measured).',
    ]);
  });

  it('says nothing of what it does not have: that is estimated', async () => {
    const change = { from: 'rate(orders_total{shop="51"}[5m])', to: DAYS.to };
    expect(costsIn(await reportOf(prometheus.url, change))).toEqual([
      'shop:orders:rate reads about 17,280 samples of 3 series each time instead of 60 samples of 3 series (estimated).',
    ]);
  });

  it('refuses one query, and measures the others', async () => {
    const to = 'rate(orders_total[1d]) / on (job) rate(orders_total[1d])';
    const report = await reportOf(prometheus.url, { ...DAYS, to });
    expect(report.notes?.[0]).toBe(`Costs are measured at ${prometheus.url}: 1 changed query.`);
    expect(report.notes?.[1]).toMatch(/^Of 1 more it is not: a refusal: .*found duplicate series/);
  });
});

describe('an address that measures nothing is one note, and the cost is estimated:', () => {
  const ESTIMATE =
    'shop:orders:rate reads about 17,280 samples of 3 series each time instead of 60 samples of 3 series (estimated).';
  const json = (value: unknown, status = 200) => page(status, 'application/json', JSON.stringify(value));
  const empty = { resultType: 'vector', result: [] };

  it.each([
    [
      'a web page',
      page(200, 'text/html', HTML),
      'something that is no Prometheus, expected the HTTP API of a Prometheus',
    ],
    [
      'a password is wanted',
      page(401, 'text/plain', 'no'),
      'a request for a password (401), expected the status 200. Give it in the address',
    ],
    ['nothing there', page(404, 'text/plain', 'no'), 'something that is no Prometheus, the status 404'],
    ['an error of a proxy', page(502, 'text/html', HTML), 'something that is no Prometheus, the status 502'],
    ['JSON of another kind', json(null), 'something that is no Prometheus'],
    ['a refusal', json({ status: 'error', error: 'overloaded' }, 503), 'a refusal: overloaded'],
    ['no figures', json({ status: 'success', data: empty }), 'does not say how many samples a query reads'],
    [
      'figures that are none',
      json({ status: 'success', data: { ...empty, stats: { samples: null } } }),
      'does not say',
    ],
  ])('%s', async (_, listener, reason) => {
    const report = await reportOf(await answering(listener), DAYS);
    expect(costsIn(report)).toEqual([ESTIMATE]);
    expect(report.notes).toHaveLength(1);
    expect(report.notes?.[0]).toMatch(/^Costs are not measured: http:\/\/127\.0\.0\.1:\d+/);
    expect(report.notes?.[0]).toContain(reason);
  });

  it('a server that is away', async () => {
    const report = await reportOf(`http://me:secret@127.0.0.1:${await freePort()}`, DAYS);
    expect(costsIn(report)).toEqual([ESTIMATE]);
    expect(report.notes?.[0]).toContain('no connection: no server listens at this address');
    expect(report.notes?.join()).not.toContain('secret');
  });

  it('a slow one', async () => {
    const report = await reportOf(await answering(() => undefined), DAYS, { timeoutMs: 100 });
    expect(costsIn(report)).toEqual([ESTIMATE]);
    expect(report.notes?.[0]).toContain('no complete answer within 0.1 s');
  });

  it('one that is slow from the second question on', async () => {
    const stats = { samples: { totalQueryableSamples: 0 } };
    let asked = 0;
    const url = await answering((_, response) => {
      asked += 1;
      if (asked === 1) response.end(JSON.stringify({ status: 'success', data: { ...empty, stats } }));
    });
    const report = await reportOf(url, DAYS, { timeoutMs: 100, togetherMs: 50 });
    expect(costsIn(report)).toEqual([ESTIMATE]);
    expect(report.notes?.[1]).toBe('Of 2 more it is not: no complete answer within 0.1 s.');
  });
});
