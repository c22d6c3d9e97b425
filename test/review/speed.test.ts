/** How long a report on this project's own dist/ takes, as processor time: what else a machine does moves it little. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from '../../scripts/project.ts';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'speed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Says at its end how long a process has worked. */
const TELLING = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
process.on('exit', () => { const { user, system } = process.cpuUsage(); writeSync(2, '\\ncpu ' + (user + system)); });`,
)}`;

/** Microseconds of processor time, and what was printed. */
function ran(...args: readonly string[]): { readonly cpu: number; readonly out: string } {
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', TELLING, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { cpu: Number(/\ncpu (\d+)$/.exec(stderr)?.[1]), out: stdout };
}

/** Bundled as a build does it: who has built starts from one file. */
const BUNDLING = `import('./lib/bin/bundle.js').then(({ bundled }) => bundled(process.cwd(), { make: true }))`;

it('takes less than three empty starts that read TypeScript', { timeout: 180_000 }, () => {
  const before = join(folder, 'before');
  cpSync(join(root, 'dist'), before, { recursive: true });
  const dashboard = join(before, 'grafana/dashboards/voting-app-system.json');
  const rules = join(before, 'prometheus/rules/vote-pipeline.yml');
  writeFileSync(dashboard, readFileSync(dashboard, 'utf8').replaceAll('$__rate_interval', '7m'));
  writeFileSync(rules, readFileSync(rules, 'utf8').replaceAll(/for: \d+m/g, 'for: 59m'));
  ran('-e', BUNDLING);
  const diff = (): number => {
    const { cpu, out } = ran('lib/bin/plainsight.js', 'diff', '--from', before, '--to', 'dist');
    expect(out).toMatch(/^\d+ alerts · \d+ panels/);
    return cpu;
  };
  const ratios = Array.from({ length: 3 }, () => diff() / ran('--import', 'tsx', '-e', '0').cpu);
  expect(Math.min(...ratios)).toBeLessThan(3);
});
