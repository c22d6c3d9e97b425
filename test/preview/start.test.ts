/** The command as somebody runs it for the first time: what it says of wrong arguments, and the pictures it writes. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePage } from '../../preview/server/install.ts';
import { loadModel, root } from '../../scripts/project.ts';
import { pngSize } from '../support/png-size.ts';
import { describeWithComponents } from '../support/preview.ts';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function preview(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const command = ['--import', 'tsx', 'scripts/preview.ts', ...args];
  const options = { cwd: root, env: { ...process.env, ...env }, timeout: 40_000, killSignal: 'SIGKILL' } as const;
  return new Promise((resolve) => {
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      // A program that does not end is killed: that has no exit code.
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'preview-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the preview, asked for something that cannot be', () => {
  it.each([
    ['--loki http://me:s3cret@:x', "argument 'http://:x' is invalid. An address begins with http:// or https://."],
    ['--prometheus nonsense', 'An address begins with http:// or https://.'],
    ['--port 99999', 'A port is a number from 1 to 65535.'],
    ['--png', "option '--png <folder>' argument missing"],
    ['--profile stock', "option '--profile' needs '--png <folder>'"],
    ['--nothing', "unknown option '--nothing'"],
  ])('%s: says in a line what is wrong, and ends', async (args, says) => {
    const { code, stdout, stderr } = await preview(args.split(' '));
    expect([code, stdout]).toEqual([1, '']);
    const [first, ...rest] = stderr.trim().split('\n');
    expect(first).toContain(says);
    expect(rest).toEqual(['(--help says more)']);
  });
});

describeWithComponents('the preview, started', () => {
  let other: Server;
  let taken: string;

  beforeAll(async () => {
    await ensurePage(root, { say: () => undefined, wait: () => undefined, done: () => undefined });
    other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    taken = typeof address === 'object' && address !== null ? String(address.port) : '';
    writeFileSync(join(folder, 'file'), '');
  }, 120_000);
  afterAll(() => other?.close());

  it('on a port that is taken, or for pictures that have no place, ends with a line', async () => {
    const file = join(folder, 'file');
    const [port, place, profile] = await Promise.all([
      preview(['--port', taken]),
      preview(['--png', file]),
      preview(['--png', join(folder, 'none'), '--profile', 'nope'], { CHROMIUM: '/nope' }),
    ]);
    expect(port).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^Port \d+ of 127\.0\.0\.1 is taken; .*\n$/),
    });
    expect(place).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(/^--png cannot write to .*\n$/) });
    expect(profile.code).toBe(1);
    expect(profile.stderr).toMatch(/^There is no profile 'nope'; there are instrumented, stock\.$/m);
    expect(profile.stderr).not.toMatch(/^ {4}at /m);
  }, 120_000);

  it('without a browser, writes pictures of dashboards and panels from the SVG, and says so', async () => {
    const to = join(folder, 'svg');
    const { code, stderr } = await preview(['--png', to, '--panels'], { CHROMIUM: '/nope' });
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^No Chromium found: .*\n$/)]);
    const wanted = await names();
    expect(readdirSync(to)).toEqual(expect.arrayContaining(wanted));
    expect(wanted).toContain('voting-app-application-queue-history.png');
    expect(pngSize(join(to, 'voting-app-system.png')).width).toBe(1_280);
    for (const name of wanted.filter((each) => each.split('-').length > 3)) {
      const { width, height, bytes } = pngSize(join(to, name));
      expect(width, name).toBeLessThan(1_280);
      // An empty ground would be smaller.
      expect(bytes / (width * height), name).toBeGreaterThan(0.02);
    }
  }, 120_000);
});

/** The files that are to be there: one a dashboard, one a panel. */
async function names(): Promise<string[]> {
  const { resolve } = await import('../../lib/model/resolve/resolve.ts');
  const { dashboards } = resolve(await loadModel(), 'instrumented').model;
  return dashboards.flatMap(({ uid, rows }) => [
    `${uid}.png`,
    ...rows.flatMap(({ panels }) => panels.map(({ key }) => `${uid}-${key}.png`)),
  ]);
}
