/** `npm run metrics` as a person runs it: what it prints, how it ends, and that a failed read changes nothing. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fill, freshFolder, snapshot } from '../support/folder.ts';

const root = join(import.meta.dirname, '../..');

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function metrics(...args: readonly string[]): Ended {
  const script = join(root, 'scripts/metrics.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run metrics', () => {
  it('writes the catalogue of a scrape, and says what it wrote', () => {
    const folder = freshFolder();
    fill(folder, { 'redis.prom': '# TYPE redis_up gauge\nredis_up 1\n' });
    const out = join(folder, 'metrics');
    expect(metrics('redis', join(folder, 'redis.prom'), '--version', '1.2.3', '--out', out)).toEqual({
      status: 0,
      stdout:
        `written  ${out}/redis.ts\nredis: 1 metric of its own, 0 shared.\n` +
        "Note: no target for 'redis' yet; describe it in targets.ts.\n",
      stderr: '',
    });
    expect(snapshot(out)).toEqual({ 'redis.ts': expect.stringContaining("source(redisTarget, { version: '1.2.3' })") });
  });

  it('leaves an existing catalogue as it is when any source fails', () => {
    const folder = freshFolder();
    const scrapes = { 'good.prom': 'a 1\n', 'empty.prom': '', 'cut.prom': 'a 1\nb{c="d' };
    fill(folder, { ...scrapes, 'metrics/redis.ts': 'old', 'metrics/shared.json': '[]\n' });
    const before = snapshot(folder);
    const places = [...Object.keys(scrapes), 'missing.prom'].map((name) => join(folder, name));
    const { status, stdout, stderr } = metrics('redis', ...places, '--out', join(folder, 'metrics'));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.replaceAll(`${folder}/`, '')).toBe(
      'empty.prom: found an empty text, expected metrics. Check that the exporter is ready, then read again. [metrics/source]\n' +
        'cut.prom:2: found `"d`, expected a closing double quote. Read it again; if this stays, the exporter does not keep to Prometheus\' text format. [metrics/exposition]\n' +
        'missing.prom: found no such file, expected a file with a scrape. Check the path. [metrics/source]\n' +
        'Nothing was written. 3 problems.\n',
    );
    expect(snapshot(folder)).toEqual(before);
  });

  it.each([
    [[], "error: missing required argument 'source'"],
    [['redis'], "Nothing to read for 'redis': name a file, an address, or --prometheus with --job."],
    [
      ['Redis', 'x.prom'],
      "'Redis' cannot name a source: lower case letters, digits and hyphens between them, such as node or my-exporter.",
    ],
    [['shared', 'x.prom'], "'shared' cannot name a source: that file holds what several exporters expose alike."],
    [['redis', '--job', 'redis'], '--prometheus <url> and --job <name> (or --selector <selector>) belong together.'],
  ])('refuses %j', (args, message) => {
    const { status, stderr } = metrics(...args);
    expect([status, stderr]).toEqual([1, `${message}\n(--help says more)\n`]);
  });
});
