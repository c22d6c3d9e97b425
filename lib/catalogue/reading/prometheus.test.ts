import { describe, expect, it } from 'vitest';
import { answering, HTML, page } from '../../../test/support/answering.ts';
import { freePort } from '../../../test/support/process.ts';
import { type Outcome, problemLine } from '../../units/problem.ts';
import { readFromPrometheus } from './prometheus.ts';
import type { Reading } from './reading.ts';

/** The names that were read, or the problems, with the changing part of an address left out. */
function told(outcome: Outcome<Reading>): readonly string[] {
  if (outcome.ok) return outcome.value.families.map(({ name }) => name);
  return outcome.problems.map((problem) => problemLine(problem).replace(/http:\/\/127\.0\.0\.1:\d+/g, 'ADDRESS'));
}

describe('a Prometheus', () => {
  const selector = '{job="redis"}';

  it('gives the series of the exporter, without those that it makes itself and those of rules', async () => {
    const names = ['up', 'scrape_duration_seconds', 'ALERTS', 'job:queue_length:max', 'queue_length', 'ups'];
    const answers: Readonly<Record<string, unknown>> = {
      '/api/v1/series': names.map((name) => ({ __name__: name, job: 'redis', instance: 'a:1', kind: 'k' })),
      '/api/v1/targets': { activeTargets: [] },
      '/api/v1/targets/metadata': [],
    };
    const url = await answering((request, response) => {
      const data = answers[request.url?.split('?')[0] ?? ''] ?? {};
      response.end(JSON.stringify({ status: 'success', data }));
    });
    const outcome = await readFromPrometheus({ url, selector });
    expect(told(outcome)).toEqual(['queue_length', 'ups']);
    const labels = outcome.ok
      ? outcome.value.families.map(({ samples }) => [...(samples[0]?.labels.keys() ?? [])])
      : [];
    expect(labels).toEqual([['kind'], ['kind']]);
  });

  it.each([
    [
      'that is a web page',
      page(200, 'text/html', HTML),
      'found something that is no Prometheus, expected the HTTP API of a Prometheus. Name the address of its web page. [metrics/source]',
    ],
    [
      'that is an exporter',
      page(404, 'text/plain', '404 page not found'),
      'found something that is no Prometheus, the status 404, expected the HTTP API of a Prometheus. Name the address of its web page. [metrics/source]',
    ],
    [
      'that answers in JSON of another kind',
      page(200, 'application/json', '{"data":[]}'),
      'found something that is no Prometheus, expected the HTTP API of a Prometheus. Name the address of its web page. [metrics/source]',
    ],
    [
      'that refuses',
      page(400, 'application/json', '{"status":"error","error":"parse error"}'),
      'found a refusal: parse error, expected data. Check the selector. [metrics/source]',
    ],
  ])('%s', async (_, listener, problem) => {
    expect(told(await readFromPrometheus({ url: await answering(listener), selector }))).toEqual([
      `ADDRESS: ${problem}`,
    ]);
  });

  it.each<[string, string, string, number?]>([
    ['null', 'null', '/'],
    ['an answer without data', '{"status":"success"}', '/'],
    ['null for data', '{"status":"success","data":null}', '/'],
    ['a success with another status', '{"status":"success","data":{}}', '/', 502],
    ['no list of series', '{"status":"success","data":{}}', '/api/v1/series'],
    ['a null among series', '{"status":"success","data":[null]}', '/api/v1/series'],
    ['a series with a number', '{"status":"success","data":[{"__name__":1}]}', '/api/v1/series'],
    ['no list of targets', '{"status":"success","data":{"activeTargets":null}}', '/api/v1/targets'],
    ['a target without labels', '{"status":"success","data":{"activeTargets":[{}]}}', '/api/v1/targets'],
    ['metadata with a null', '{"status":"success","data":[{"metric":null}]}', '/api/v1/targets/metadata'],
  ])('that sends %s', async (_, text, from, status = 200) => {
    const whole: Readonly<Record<string, unknown>> = {
      '/api/v1/status/buildinfo': {},
      '/api/v1/series': [{ __name__: 'a', job: 'redis', instance: 'b' }],
      '/api/v1/targets': { activeTargets: [] },
      '/api/v1/targets/metadata': [],
    };
    const url = await answering((request, response) => {
      const path = request.url?.split('?')[0] ?? '';
      const isBad = from === '/' || path === from;
      response.writeHead(isBad ? status : 200, { 'content-type': 'application/json' });
      response.end(isBad ? text : JSON.stringify({ status: 'success', data: whole[path] }));
    });
    expect(told(await readFromPrometheus({ url, selector }))).toEqual([
      expect.stringMatching(/^ADDRESS: found something that is no Prometheus/),
    ]);
  });

  it('that does not answer', async () => {
    const [problem] = told(await readFromPrometheus({ url: `http://127.0.0.1:${await freePort()}`, selector }));
    expect(problem).toMatch(
      /^ADDRESS\/api\/v1\/status\/buildinfo: found no connection: no server listens at this address,/,
    );
  });
});
