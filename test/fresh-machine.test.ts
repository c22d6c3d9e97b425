/** A checkout right after `npm ci`: no servers, and the preview not installed. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../scripts/project.ts';
import { copyOfSources, type ProjectCopy } from './support/project-copy.ts';
import { HAS_WHAT_IT_NEEDS } from './support/servers.ts';

const NEEDS_MORE = /^ *describeWith(?:Server|Preview|Components)\(/gm;

/** Every file of lib with tests that need a server: they share a process, which makes them quick to load. */
const inLib = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' })
  .map((file) => join('lib', file))
  .filter((file) => file.endsWith('.test.ts') && groupsIn(file) > 0);

/** One file that needs the preview, and one that needs servers. */
const ONE_OF_EACH = ['test/preview/accessible.test.ts', 'test/replay.test.ts'];

function groupsIn(...files: readonly string[]): number {
  return files.reduce((sum, file) => sum + [...readFileSync(join(root, file), 'utf8').matchAll(NEEDS_MORE)].length, 0);
}

describe('a fresh machine', () => {
  let copy: ProjectCopy;
  beforeAll(() => {
    copy = copyOfSources(['.']);
  });
  afterAll(() => copy?.remove());

  /** Loads the files, and of their tests runs those that say what is missing. */
  function run(files: readonly string[], env: NodeJS.ProcessEnv) {
    const { VITEST: _, REQUIRE_SERVERS: __, ...inherited } = process.env;
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', '-t', HAS_WHAT_IT_NEEDS, ...files];
    const options = { cwd: copy.folder, encoding: 'utf8', timeout: 120_000, maxBuffer: 2 ** 26 } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { ...options, env: { ...inherited, ...env } });
    return { status, stderr, ...countsIn(stdout) };
  }

  it('passes: what needs more is skipped, with one line each that names the command', () => {
    const files = [...inLib, ...ONE_OF_EACH];
    const { status, stderr, failed } = run(files, {});
    expect([status, failed]).toEqual([0, 0]);
    const lines = stderr.split('\n').filter((line) => line.startsWith('skipped: '));
    // A group that is made in a loop is one in the text and several when it runs.
    expect(lines.length).toBeGreaterThanOrEqual(groupsIn(...files));
    expect(
      lines.filter((line) => !/`(?:npm run servers|npm ci --prefix preview|apt-get install chromium)`/.test(line)),
    ).toEqual([]);
  }, 120_000);

  it('fails with REQUIRE_SERVERS=1, once for each group of tests that cannot run', () => {
    const { status, stderr, failed } = run(ONE_OF_EACH, { REQUIRE_SERVERS: '1' });
    expect([status, failed]).toEqual([1, groupsIn(...ONE_OF_EACH)]);
    expect(stderr).not.toContain('skipped: ');
  }, 120_000);
});

/** The report is the last line: others may have been printed before it. */
function countsIn(stdout: string): { readonly failed: number } {
  const report: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  if (typeof report !== 'object' || report === null || !('numFailedTests' in report)) throw new Error(stdout);
  return { failed: Number(report.numFailedTests) };
}
