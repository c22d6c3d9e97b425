/** The compiler behind the preview: none is left behind. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { startCompiler } from '../../preview/server/compiler.ts';

/** As the real one on older versions of Node: a program that starts the compiler and waits. */
const STARTS_ANOTHER = `
import { spawnSync } from 'node:child_process';
const compiler = "require('fs').writeFileSync('pid', String(process.pid)); setInterval(() => undefined, 1000)";
spawnSync(process.execPath, ['-e', compiler], { stdio: 'inherit' });
`;

describe('the compiler', () => {
  const folder = mkdtempSync(join(tmpdir(), 'preview-compiler-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is ended whole when what it looks at is out of date', async () => {
    mkdirSync(join(folder, 'node_modules/typescript/bin'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'node_modules/typescript/package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'node_modules/typescript/bin/tsc'), STARTS_ANOTHER);
    const compiler = startCompiler(folder, () => undefined);
    compiler.start();
    const pid = await vi.waitFor(() => Number(readFileSync(join(folder, 'pid'), 'utf8') || undefined), {
      timeout: 40_000,
    });
    expect(isRunning(pid)).toBe(true);
    compiler.stop();
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 20_000 });
  }, 120_000);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
