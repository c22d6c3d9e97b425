import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unlisted } from './listed.ts';

let project: string;
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'listed-'));
  for (const folder of ['dashboards', 'alerts/system', 'stack/signals']) {
    mkdirSync(join(project, folder), { recursive: true });
  }
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

it('every definition of the project is listed', async () => {
  expect(await unlisted()).toEqual([]);
});

it('says which files are not, and takes helpers for what they are', async () => {
  writeFileSync(join(project, 'dashboards/queue.ts'), "export default { uid: 'queue', rows: [] };\n");
  writeFileSync(join(project, 'dashboards/colours.ts'), 'export const colours = [];\n');
  writeFileSync(join(project, 'alerts/system/disk.ts'), 'export const DiskFull = [{ ruleLabels: {} }];\n');
  const problems = await unlisted(pathToFileURL(`${project}/`));
  expect(problems.map(({ rule, where }) => [rule, where.file])).toEqual([
    ['definition-listed', 'dashboards/queue.ts'],
    ['definition-listed', 'alerts/system/disk.ts'],
  ]);
});
