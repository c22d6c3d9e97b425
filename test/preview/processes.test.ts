/** The processes behind the preview: what they know ahead, and that none is left behind. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { startCompiler } from '../../preview/server/compiler.ts';
import { STAGES, stageNames } from '../../preview/server/stages.ts';
import { root } from '../../scripts/project.ts';

describe('a process that has imported ahead', () => {
  it.each(stageNames)('is of no use when a file changes that it holds: %s', (name) => {
    const { imports, holds } = STAGES[name];
    const reached = [...imports.reduce((found, path) => reach(path, found), new Set<string>())];
    expect(reached.length).toBeGreaterThan(10);
    expect(reached.filter((path) => !holds.test(path))).toEqual([]);
    expect(holds.test('dashboards/system.ts')).toBe(false);
    expect(holds.test('alerts/runbooks/VoteLost.md')).toBe(false);
  });
});

/** The file and all that it imports, below `lib` nothing new: that is held by every stage. */
function reach(path: string, found: Set<string>): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  if (path.startsWith('lib/')) return found;
  const text = readFileSync(join(root, path), 'utf8');
  for (const [, specifier = ''] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+\.ts)'/g)) {
    reach(relative(root, join(root, dirname(path), specifier)), found);
  }
  return found;
}

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
      timeout: 10_000,
    });
    expect(isRunning(pid)).toBe(true);
    compiler.stop();
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 5_000 });
  }, 120_000);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
