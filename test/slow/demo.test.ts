/** `npm run demo`: starts, shows a notification on its way, and is gone after Ctrl-C. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { root } from '../../scripts/project.ts';
import { until } from '../servers/asked.ts';
import { describeWithStack } from '../servers/describe.ts';

const LONG = 300_000;

/** The demo, until it has said what is awaited; then Ctrl-C. */
async function demo(
  awaited: RegExp,
  ...args: readonly string[]
): Promise<{ readonly code: unknown; readonly said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/demo.ts', '--no-preview', ...args], { cwd: root });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const closed = once(child, 'close');
  try {
    await until(
      String(awaited),
      200,
      () => said,
      (text) => awaited.test(text),
    );
  } finally {
    child.kill('SIGINT');
  }
  const [code] = await closed;
  return { code, said };
}

describeWithStack('the demo', () => {
  it('makes a fault and shows who is told, until Ctrl-C', { timeout: LONG }, async () => {
    const { code, said } = await demo(
      /oncall is told by slack: ContainerAbsent worker firing\n {2}CRITICAL: /,
      '--fault',
      'worker-stopped',
    );
    expect(said).toContain('Fault: The worker stopped');
    expect(code).toBe(0);
    const [, port] = /^vote +http:\/\/127\.0\.0\.1:(\d+)\/$/m.exec(said) ?? [];
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });

  it('names the faults when there is none of that name', { timeout: LONG }, async () => {
    const { code, said } = await demo(/./, '--fault', 'worker');
    expect(said).toMatch(/Faults are worker-stopped, .*slack-broken\./);
    expect(code).not.toBe(0);
  });
});
