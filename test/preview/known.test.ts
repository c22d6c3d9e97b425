/** No answer, because all is well or because nobody measures it: what a Prometheus is asked to tell the two apart. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedAbout, isKnown } from '../../preview/server/known.ts';
import { type FakeServer, fakeServer } from '../support/fake-server.ts';

describe('a query', () => {
  it.each<[string, readonly string[]]>([
    ['sum(rate(errors_total{job="shop",code="500"}[5m] offset 1h)) or vector(0)', ['errors_total{job="shop"}']],
    ['a{job="x"} / a{job="x",b="1"} > 1', ['a{job="x"}']],
    ['deriv(job:orders_waiting:max[10m]) > 0', ['job:orders_waiting:max']],
    // Prometheus writes it while an alert fires, and nothing while none does.
    ['count(ALERTS{alertstate="firing"})', ['up']],
    ['vector(0)', []],
    ['not a query', []],
  ])('%s asks about %j', (query, expected) => {
    expect(askedAbout(query)).toEqual(expected);
  });
});

describe('a Prometheus', () => {
  const sent: URL[] = [];
  let server: FakeServer;
  let series: readonly object[] | undefined;

  beforeAll(async () => {
    server = await fakeServer(({ url = '' }, response) => {
      sent.push(new URL(url, 'http://server'));
      if (series === undefined) return response.writeHead(500).end('no');
      response.end(JSON.stringify({ status: 'success', data: series }));
    });
  });
  afterAll(() => server?.leave());

  it.each<[string, readonly object[] | undefined, boolean]>([
    ['with a series of it', [{ __name__: 'a' }], true],
    ['with none', [], false],
    ['that does not say', undefined, true],
  ])('%s knows what is asked about: %s, %s', async (_, found, expected) => {
    series = found;
    sent.length = 0;
    expect(await isKnown(server.url, 'a{job="x",b="1"} or c', { from: 1_000, to: 5_000 })).toBe(expected);
    const [{ pathname, searchParams } = new URL('http://none')] = sent;
    expect([pathname, searchParams.getAll('match[]')]).toEqual(['/api/v1/series', ['a{job="x"}', 'c']]);
    expect([searchParams.get('start'), searchParams.get('end'), searchParams.get('limit')]).toEqual(['1', '5', '1']);
  });
});
