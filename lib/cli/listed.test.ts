import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import config from '../../plainsight.config.ts';
import { unlisted } from './listed.ts';
import { importIn } from './project.ts';

const root = join(import.meta.dirname, '../..');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'listed-'));
  for (const path of ['dashboards', 'alerts/system', 'stack/signals']) {
    mkdirSync(join(folder, path), { recursive: true });
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('every definition of the project is listed', async () => {
  expect(await unlisted({ folder: root, config, load: importIn(root) })).toEqual([]);
});

it('says which files are not, and takes helpers for what they are', async () => {
  writeFileSync(join(folder, 'dashboards/queue.ts'), "export default { kind: 'dashboard' };\n");
  writeFileSync(join(folder, 'dashboards/colours.ts'), 'export const colours = [];\n');
  writeFileSync(join(folder, 'alerts/system/disk.ts'), "export const DiskFull = [{ kind: 'alert' }];\n");
  const problems = await unlisted({ folder, config, load: importIn(folder) });
  expect(problems.map(({ rule, where }) => [rule, where.file])).toEqual([
    ['definition-listed', 'dashboards/queue.ts'],
    ['definition-listed', 'alerts/system/disk.ts'],
  ]);
});
