import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { answering, HTML, page } from '../../../test/support/answering.ts';
import { fill, freshFolder } from '../../../test/support/folder.ts';
import { freePort } from '../../../test/support/process.ts';
import { type Outcome, problemLine } from '../../units/problem.ts';
import { readFromPrometheus } from './prometheus.ts';
import { readFromAddress, readFromFile, readSources } from './read.ts';
import type { Reading } from './reading.ts';

/** The names that were read, or the problems, with the changing part of an address left out. */
function told(outcome: Outcome<Reading>): readonly string[] {
  if (outcome.ok) return outcome.value.families.map(({ name }) => name);
  return outcome.problems.map((problem) => problemLine(problem).replace(/http:\/\/127\.0\.0\.1:\d+/g, 'ADDRESS'));
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
        'ADDRESS: found a request for a password (401), expected the status 200. Give it in the address, http://name:password@…, which is shown nowhere. [metrics/source]',
      ],
    ],
    [
      '500',
      500,
      'text/plain',
      'collector failed',
      [
        'ADDRESS: found the status 500, expected the status 200. Look into the log of the server for the reason. [metrics/source]',
      ],
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
      'ADDRESS: found no connection: no server listens at this address, expected a server that answers. Check the address, and that the server runs. [metrics/source]',
    ]);
  });

  it('whose host is not known', async () => {
    const [problem] = told(await readFromAddress('http://no-such-host.invalid/metrics'));
    expect(problem).toMatch(
      /^http:\/\/no-such-host\.invalid\/metrics: found no connection: the host name (is unknown|cannot be looked up at the moment),/,
    );
  });

  it('that takes too long, before or in the middle of its answer', async () => {
    const slow =
      'ADDRESS: found no complete answer within 0.1 s, expected an answer in that time. ' +
      'Check that the server is not overloaded, and that no firewall drops the request. [metrics/source]';
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
      'ADDRESS: found no connection: the server closed the connection, expected a server that answers. Check the address, and that the server runs. [metrics/source]',
    ]);
  });

  it.each([
    ['ECONNREFUSED', 'no server listens at this address'],
    ['ECONNRESET', 'the server closed the connection'],
    ['UND_ERR_SOCKET', 'the server closed the connection'],
    ['EHOSTUNREACH', 'the host cannot be reached'],
    ['EAI_AGAIN', 'the host name cannot be looked up at the moment'],
    ['EPIPE', 'broken pipe'],
  ])('that fails with %s', async (code, found) => {
    const cause = Object.assign(new Error('broken pipe'), { code });
    vi.spyOn(globalThis, 'fetch').mockRejectedValueOnce(new TypeError('fetch failed', { cause }));
    expect(told(await readFromAddress('http://a'))[0]).toContain(`found no connection: ${found}, expected`);
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

describe('a password in an address', () => {
  const withPassword = (url: string) => url.replace('http://', 'http://me:s3cret@');

  it('goes out as a header, and is shown nowhere', async () => {
    let header: string | undefined;
    const url = await answering((request, response) => {
      header = request.headers.authorization;
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.end('a 1\na 2\n');
    });
    const outcome = await readFromAddress(withPassword(url));
    expect(header).toBe(`Basic ${Buffer.from('me:s3cret').toString('base64')}`);
    expect(JSON.stringify(outcome)).toContain(`"from":"${url}"`);
    expect(JSON.stringify(outcome)).not.toContain('s3cret');
  });

  it.each<[string, RequestListener]>([
    ['refuses', page(401, 'text/plain', '')],
    ['is a web page', page(200, 'text/html', HTML)],
    ['breaks off', (_, response) => response.destroy()],
    ['says another type', page(200, 'image/png', 'a 1\n')],
    ['is malformed', page(200, 'text/plain', 'a x\n')],
  ])('is in no message where the server %s', async (_, listener) => {
    const url = withPassword(await answering(listener));
    const found = [...told(await readFromAddress(url)), ...told(await readFromPrometheus({ url, selector: '{}' }))];
    expect(found).toHaveLength(2);
    expect(found.join('\n')).not.toContain('s3cret');
  });

  it('is in no message where the address is none', async () => {
    expect(told(await readFromAddress('http://me:s3 cret@:x')).join()).toBe(
      'http://:x: found a text that is not an address, expected an address such as http://localhost:9090. Correct it. [metrics/source]',
    );
  });
});

describe('an answer without end', () => {
  it('is left where it is too large', async () => {
    const url = await answering((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const more = (): void => {
        if (!response.destroyed) response.write('a 1\n'.repeat(10_000), more);
      };
      more();
    });
    expect(told(await readFromAddress(url, { maxBytes: 1024 * 1024 }))).toEqual([
      'ADDRESS: found an answer of more than 1 MiB, expected less. Check that the address is the right one. [metrics/source]',
    ]);
  });

  it('is left where it is a file', async () => {
    expect(told(await readFromFile('/dev/zero'))).toEqual([
      '/dev/zero: found a file without end, expected 256 MiB at most. Check the path. [metrics/source]',
    ]);
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
