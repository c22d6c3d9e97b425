/** Who the preview's server talks to, and what it gives away. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Preview, startPreview } from '../../preview/server/server.ts';
import { root } from '../../scripts/project.ts';

const ONE = '{"profile":"a","dashboard":"b","changes":[{"panel":1,"change":{"width":6}}]}';
/** Of two panels: only one is written at a time. */
const TWO = ONE.replace('[{', '[{"panel":2,"change":{"width":6}},{');

describe('the server of the preview', () => {
  let preview: Preview;
  let port: number;
  const folder = mkdtempSync(join(tmpdir(), 'preview-editor-'));
  const editor = join(folder, 'code');

  beforeAll(async () => {
    writeFileSync(editor, `#!/bin/sh\necho "$@" > ${folder}/told\n`);
    chmodSync(editor, 0o755);
    vi.stubEnv('LAUNCH_EDITOR', editor);
    preview = await startPreview({ root, mode: 'once' });
    port = Number(new URL(preview.url).port);
  }, 120_000);
  afterAll(async () => {
    vi.unstubAllEnvs();
    await preview?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['its own name', { host: '127.0.0.1' }, 200],
    ['localhost', { host: 'localhost' }, 200],
    ['a name that resolves to this machine', { host: 'attacker.example' }, 403],
    ['no port', { host: '127.0.0.1', port: 80 }, 403],
    ['a page of another site', { host: '127.0.0.1', origin: 'http://attacker.example' }, 403],
    ['a page of another port', { host: '127.0.0.1', origin: 'http://127.0.0.1:1' }, 403],
  ])('answers %s: %o with %i', async (_, { host, port: asked = port, ...headers }: RequestFrom, status) => {
    expect((await get('/api/state', { ...headers, host: `${host}:${asked}` })).status).toBe(status);
  });

  it.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/public/build/../../../../package.json',
    '/assets/../../package.json',
    '/.stamp',
    '/public/build/../../package.json',
    '/public/build/package.json',
    `/${'a'.repeat(9_000)}`,
    `/public/build/${'a/'.repeat(4_500)}a.svg`,
    '/%00.js',
    '//',
  ])('does not give away %s', async (path) => {
    const { status, body } = await get(path, { host: `127.0.0.1:${port}` });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('devDependencies');
  });

  it('opens a place in the editor that the environment names, and nothing but files of the project', async () => {
    const open = (place: string) =>
      fetch(`${preview.url}/api/open`, { method: 'POST', body: JSON.stringify({ place }) });
    expect(await (await fetch(`${preview.url}/api/state`)).json()).toMatchObject({ editor: 'code' });
    expect((await open('../../etc/passwd:1')).status).toBe(400);
    expect(await (await open('lib/index.ts:12')).json()).toEqual({ outcome: 'opened' });
    await expect
      .poll(() => readFileSync(join(folder, 'told'), 'utf8'), { timeout: 10_000 })
      .toBe(`--goto ${join(root, 'lib/index.ts')}:12\n`);
  });

  it('lets no script, style or data come from elsewhere', async () => {
    const { headers } = await get('/api/state', { host: `127.0.0.1:${port}` });
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each(['/api/write', '/api/undo'])('takes what is sent to %s from its own page alone', async (path) => {
    const sent = (origin: string) => fetch(preview.url + path, { method: 'POST', body: '', headers: { origin } });
    expect((await sent('http://attacker.example')).status).toBe(403);
    expect((await sent('null')).status).toBe(403);
    expect([400, 409]).toContain((await sent(preview.url)).status);
    expect((await fetch(preview.url + path)).status).toBe(404);
  });

  it.each(['', '{}', '{"profile":"a","dashboard":"b","changes":[]}', ONE.replace('"width":6', '"width":"6"'), TWO])(
    'writes nothing where it is sent %s',
    async (body) => {
      expect((await fetch(`${preview.url}/api/write`, { method: 'POST', body })).status).toBe(400);
    },
  );

  it.each(['', 'null', '[]', '{', '{"profile":null}', '{"variables":{"a":null}}'])(
    'says so when it is sent %j, and stays',
    async (body) => {
      const { status } = await fetch(`${preview.url}/api/data`, { method: 'POST', body });
      expect(status).toBe(400);
      expect((await fetch(`${preview.url}/api/state`)).status).toBe(200);
    },
  );

  it('shows no password of the servers that it asks', async () => {
    const other = await startPreview({
      root,
      mode: 'once',
      prometheus: 'http://me:s3cret@127.0.0.1:9090',
      loki: 'http://127.0.0.1:3100/loki',
    });
    const text = await (await fetch(`${other.url}/api/state`)).text();
    await other.stop();
    expect(text).not.toContain('s3cret');
    expect(JSON.parse(text)).toMatchObject({
      source: { prometheus: 'http://127.0.0.1:9090', loki: 'http://127.0.0.1:3100/loki' },
    });
  }, 120_000);

  it('finds no data for a panel that is not there', async () => {
    const body = JSON.stringify({ profile: 'x', dashboard: 'y', panel: 1, from: 0, to: 1, points: 1, variables: {} });
    expect((await fetch(`${preview.url}/api/data`, { method: 'POST', body })).status).toBe(404);
  });

  function get(path: string, headers: Readonly<Record<string, string>>) {
    return new Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
      // fetch() would set the host and clean up the path itself.
      const sent = request({ host: '127.0.0.1', port, path, headers }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => {
          body += chunk.toString();
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
      });
      sent.on('error', reject);
      sent.end();
    });
  }
});

interface RequestFrom {
  readonly host: string;
  readonly port?: number;
  readonly origin?: string;
}
