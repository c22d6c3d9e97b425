/** The compiler as a step of the check: what it keeps from one time to the next never hides a mistake. */
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fill, freshFolder } from '../../../test/support/folder.ts';
import type { CheckStep } from './perform.ts';
import { typesStep } from './tool.ts';

const installed = join(import.meta.dirname, '../../../node_modules');

async function said(step: CheckStep): Promise<string> {
  if ('skipped' in step) throw new Error(step.skipped);
  return await step.run();
}

it('says the same of the same mistake each time, and nothing when it is gone', async () => {
  const folder = freshFolder();
  fill(folder, {
    'tsconfig.json': '{ "compilerOptions": { "strict": true, "types": [] }, "include": ["*.ts"] }',
    'limit.ts': 'export const limit: number = 3;\n',
    'alert.ts': "import { limit } from './limit';\nexport const above: number = limit;\n",
  });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of ['.bin', 'typescript', '@typescript']) {
    symlinkSync(join(installed, name), join(folder, 'node_modules', name));
  }
  const step = typesStep(folder);
  expect(await said(step)).toBe('');
  expect(existsSync(join(folder, 'node_modules/.cache/plainsight/types.tsbuildinfo'))).toBe(true);
  fill(folder, { 'limit.ts': "export const limit: string = '3';\n" });
  const first = await said(step);
  expect(first).toContain('alert.ts(2,14): error TS2322');
  expect(await said(step)).toBe(first);
  fill(folder, { 'limit.ts': 'export const limit: number = 4;\n' });
  expect(await said(step)).toBe('');
}, 60_000);
