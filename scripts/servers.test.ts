import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('..', import.meta.url));

/** `npm run servers -- args`, on a machine whose PATH has no Go. */
function servers(...args: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/servers.ts', ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, PATH: '/nowhere' },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('npm run servers', () => {
  it('explains itself', () => {
    const { code, out } = servers('--help');
    expect(code).toBe(0);
    for (const word of [
      'promtool',
      'prometheus',
      'amtool',
      'alertmanager',
      'compose-check',
      'alloy-check',
      'blackbox_exporter',
      'node_exporter',
      'postgres_exporter',
      'actionlint',
      'redis-server',
      '--force',
      '.servers/bin',
    ])
      expect(out).toContain(word);
  });

  it.each([
    [
      'a wrong name',
      ['promtol', 'amtool'],
      /^No such server: promtol\. Allowed are promtool, prometheus, amtool, alertmanager, compose-check, alloy-check, blackbox_exporter, node_exporter, postgres_exporter, actionlint\.\n$/,
    ],
    ['a wrong option', ['--fast'], /^error: unknown option '--fast'\n$/],
    ['no Go', ['--force', 'amtool'], /^Go is not installed \(no `go` in PATH\).*Install Go 1\.26\.7 or newer.*\n$/],
  ])('says in one line what is wrong: %s', (_, args, message) => {
    const { code, err } = servers(...args);
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });
});
