import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problemText } from '../model/problem.ts';
import { initCommand } from './init.ts';
import { buildOutputs } from './outputs.ts';
import { loadProject } from './project.ts';

let folder: string;
let printed: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'init-'));
  printed = '';
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed += text;
      return true;
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const init = () => initCommand({ name: 'init', folder }).parseAsync([], { from: 'user' });
const put = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const get = (path: string) => readFileSync(join(folder, path), 'utf8');

it('what it writes passes every rule', async () => {
  const { problems, files } = await buildOutputs(
    await loadProject({ folder: join(import.meta.dirname, '../template') }),
  );
  expect(problems.map(problemText)).toEqual([]);
  expect([...new Map(files).keys()]).toContain('grafana/dashboards/hosts.json');
});

describe('plainsight init', () => {
  it('leaves what is there, and names it', async () => {
    put('alerts/index.ts', '// mine\n');
    await init();
    expect(get('alerts/index.ts')).toBe('// mine\n');
    expect(printed).toContain('left     alerts/index.ts (it is there already)\n');
    expect(printed).toContain('written  alerts/hosts.ts\n');
  });

  it('adds to package.json what it does not say', async () => {
    put('package.json', '{ "name": "ours", "scripts": { "build": "make" }, "dependencies": { "a": "1" } }');
    await init();
    expect(JSON.parse(get('package.json'))).toMatchObject({
      name: 'ours',
      type: 'module',
      scripts: { build: 'make', check: 'plainsight check' },
      dependencies: { a: '1' },
    });
    expect(printed).toContain(
      'package.json: private, type, scripts.check, scripts.metrics, devDependencies.typescript',
    );
    expect(printed).toContain(
      'in node_modules/plainsight/README.md: a stack of your own, objectives with error budgets',
    );
  });

  it.each([
    ['plainsight.config.ts', 'export default 1;', 'already: nothing is written.'],
    ['package.json', '{ "name": ', 'is no JSON object'],
  ])('writes nothing beside %s: %j', async (path, text, message) => {
    put(path, text);
    await init();
    expect(process.exitCode).toBe(1);
    expect(printed).toContain(message);
    expect(get(path)).toBe(text);
    expect(() => get('tsconfig.json')).toThrow('ENOENT');
  });
});
