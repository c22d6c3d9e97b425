import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fill, freshFolder } from '../../../test/support/folder.ts';
import { freePort } from '../../../test/support/process.ts';
import { type Outcome, problemText } from '../problem.ts';
import { readFromPrometheus } from './prometheus.ts';
import { readFromAddress, readFromFile, readSources } from './read.ts';
import type { Reading } from './reading.ts';

const HTML = '<!DOCTYPE html>\n<html><body>Exporter</body></html>';
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** An address of this machine that answers as told. */
async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

function page(status: number, type: string, text: string): RequestListener {
  return (_, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(text);
  };
}

/** The names that were read, or the problems, with the changing part of an address left out. */
function told(outcome: Outcome<Reading>): readonly string[] {
  if (outcome.ok) return outcome.value.families.map(({ name }) => name);
  return outcome.problems.map((problem) => problemText(problem).replace(/http:\/\/127\.0\.0\.1:\d+/g, 'ADDRESS'));
}

describe('an address', () => {
  it.each([
    ['text', 200, 'text/plain; version=0.0.4', '# TYPE a gauge\na 1\n', ['a']],
    ['OpenMetrics', 200, 'application/openmetrics-text; version=1.0.0', '# TYPE a counter\na_total 1\n# EOF\n', ['a']],
    [
      'OpenMetrics without its end',
      200,
      'application/openmetrics-text; version=1.0.0',
      'a 1\n',
      [
        "ADDRESS:1: found the end of the text, expected '# EOF' as the last line. Read it again; if this stays, the exporter does not keep to OpenMetrics. [metrics/exposition]",
      ],
    ],
    [
      'a malformed line',
      200,
      'text/plain',
      'a 1\nb x\n',
      [
        "ADDRESS:2: found `x`, expected a number. Read it again; if this stays, the exporter does not keep to Prometheus' text format. [metrics/exposition]",
      ],
    ],
    [
      'HTML',
      200,
      'text/html',
      HTML,
      [
        'ADDRESS: found a web page (HTML), expected metrics as text. Name the page that holds them, mostly /metrics. [metrics/source]',
      ],
    ],
    [
      'nothing',
      200,
      'text/plain',
      '',
      [
        'ADDRESS: found an empty text, expected metrics. Check that the exporter is ready, then read again. [metrics/source]',
      ],
    ],
    [
      'comments only',
      200,
      'text/plain',
      '# hello\n',
      [
        'ADDRESS: found comments only, expected at least one metric. Check that the exporter is ready, then read again. [metrics/source]',
      ],
    ],
    [
      '404',
      404,
      'text/html',
      HTML,
      [
        'ADDRESS: found no such page (404), expected the status 200. Check the path; metrics mostly lie at /metrics. [metrics/source]',
      ],
    ],
    [
      '401',
      401,
      'text/plain',
      '',
      [
        'ADDRESS: found the demand for a password (401), expected the status 200. Read the page with curl, and name the file. [metrics/source]',
      ],
    ],
    [
      '500',
      500,
      'text/plain',
      'collector failed',
      ['ADDRESS: found the status 500, expected the status 200. Look into the log of the server. [metrics/source]'],
    ],
    [
      'protobuf',
      200,
      'application/vnd.google.protobuf',
      '\u0001',
      [
        'ADDRESS: found metrics as protobuf, expected metrics as text. Let the exporter answer in its text format. [metrics/source]',
      ],
    ],
  ])('that answers with %s', async (_, status, type, text, expected) => {
    expect(told(await readFromAddress(await answering(page(status, type, text))))).toEqual(expected);
  });

  it('that does not answer', async () => {
    expect(told(await readFromAddress(`http://127.0.0.1:${await freePort()}`))).toEqual([
      'ADDRESS: found no answer: nobody listens there, expected an answer. Check the address and that the server runs. [metrics/source]',
    ]);
  });

  it('whose host is not known', async () => {
    const [problem] = told(await readFromAddress('http://no-such-host.invalid/metrics'));
    expect(problem).toMatch(
      /^http:\/\/no-such-host\.invalid\/metrics: found no answer: the name (is not known|cannot be looked up now),/,
    );
  });

  it('that takes too long, before or in the middle of its answer', async () => {
    const slow =
      'ADDRESS: found no whole answer within 0.1 s, expected an answer. ' +
      'Check that the server is not overloaded, and that no firewall swallows the request. [metrics/source]';
    const silent = await answering(() => undefined);
    const halting = await answering((_, response) => response.write('a 1\n'));
    expect(told(await readFromAddress(silent, { timeoutMs: 100 }))).toEqual([slow]);
    expect(told(await readFromAddress(halting, { timeoutMs: 100 }))).toEqual([slow]);
  });

  it('that breaks off', async () => {
    const breaking = await answering((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('a 1\n', () => response.destroy());
    });
    expect(told(await readFromAddress(breaking))).toEqual([
      'ADDRESS: found no answer: the connection broke off, expected an answer. Check the address and that the server runs. [metrics/source]',
    ]);
  });

  it.each([
    ['ECONNREFUSED', 'nobody listens there'],
    ['ECONNRESET', 'the connection broke off'],
    ['UND_ERR_SOCKET', 'the connection broke off'],
    ['EHOSTUNREACH', 'there is no way to the host'],
    ['EAI_AGAIN', 'the name cannot be looked up now'],
    ['EPIPE', 'broken pipe'],
  ])('that fails with %s', async (code, found) => {
    const cause = Object.assign(new Error('broken pipe'), { code });
    vi.spyOn(globalThis, 'fetch').mockRejectedValueOnce(new TypeError('fetch failed', { cause }));
    expect(told(await readFromAddress('http://a'))[0]).toContain(`found no answer: ${found}, expected`);
  });

  it('is asked for OpenMetrics first, as Prometheus asks', async () => {
    let accept: string | undefined;
    const url = await answering((request, response) => {
      accept = request.headers.accept;
      response.end('a 1\n');
    });
    await readFromAddress(url);
    expect(accept).toMatch(/^application\/openmetrics-text;version=1\.0\.0.*text\/plain;version=0\.0\.4/);
  });
});

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
      'found something that is no Prometheus, expected the HTTP API of a Prometheus. Name the address of its web page. [metrics/source]',
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

  it('that does not answer', async () => {
    const [problem] = told(await readFromPrometheus({ url: `http://127.0.0.1:${await freePort()}`, selector }));
    expect(problem).toMatch(/^ADDRESS\/api\/v1\/status\/buildinfo: found no answer: nobody listens there,/);
  });
});

describe('a file', () => {
  it.each([
    ['a.prom', ['a']],
    ['none.prom', ['none.prom: found no such file, expected a file with a scrape. Check the path. [metrics/source]']],
    ['folder', ['folder: found a folder, expected a file with a scrape. Check the path. [metrics/source]']],
    [
      'html.prom',
      [
        'html.prom: found a web page (HTML), expected metrics as text. Name the page that holds them, mostly /metrics. [metrics/source]',
      ],
    ],
  ])('%s', async (name, expected) => {
    const folder = freshFolder();
    fill(folder, { 'a.prom': 'a 1\n', 'folder/': '', 'html.prom': HTML });
    const outcome = await readFromFile(join(folder, name));
    expect(told(outcome).map((text) => text.replace(`${folder}/`, ''))).toEqual(expected);
  });
});

describe('several sources', () => {
  it('are read together', async () => {
    const folder = freshFolder();
    fill(folder, { 'a.prom': 'a 1\n' });
    const outcome = await readSources({
      places: [join(folder, 'a.prom'), await answering(page(200, 'text/plain', 'b 1\n'))],
    });
    expect(outcome.ok && outcome.value.flatMap(({ families }) => families.map(({ name }) => name))).toEqual(['a', 'b']);
  });

  it('report every failure', async () => {
    const outcome = await readSources({ places: ['none-1.prom', 'none-2.prom'] });
    expect(outcome.ok || outcome.problems.map(({ where }) => where)).toEqual(['none-1.prom', 'none-2.prom']);
  });
});
