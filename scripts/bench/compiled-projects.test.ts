/** What the compiler is timed over compiles: a yardstick that fails would end the whole bench. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { edit, editedProject, emptyProject, largeSystem } from './compiled-projects.ts';
import { run } from './measure.ts';

const SMALL = { metrics: 3, dashboards: 2, panels: 2 } as const;

const edited = editedProject();
edit(edited, 7);
const typed = largeSystem('typed', SMALL);
const plain = largeSystem('plain', SMALL);

const MADE = [
  ['an empty file', emptyProject()],
  ['a system of typed queries', typed],
  ['the same of plain ones', plain],
  ['the whole project and an edited dashboard', edited.folder],
] as const;

afterAll(() => {
  for (const [, folder] of MADE) rmSync(folder, { recursive: true });
});

/** The files that the compiler finds by a folder's own settings, as paths from there. */
function filesOf(folder: string): readonly string[] {
  const shown: { readonly files: readonly string[] } = JSON.parse(
    run('node_modules/.bin/tsc', ['--showConfig', '-p', folder]).stdout,
  );
  return shown.files;
}

test.each(MADE)('%s: the compiler finds all its files', (_, folder) => {
  const own = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  expect(own).not.toEqual([]);
  expect(filesOf(folder)).toEqual(expect.arrayContaining(own.map((name) => `./${name}`)));
});

test('the edited dashboard stands beside the whole project, and its packages are none of it', () => {
  const project = filesOf(edited.folder).filter((path) => path.startsWith('../../'));
  expect(project).toEqual(expect.arrayContaining(['../../lib/index.ts', '../../stack/model.ts']));
  expect(project.filter((path) => path.includes('/node_modules/'))).toEqual([]);
});

test('generated systems have the right types', () => {
  writeFileSync(
    join(typed, 'both.json'),
    JSON.stringify({ extends: './tsconfig.json', include: ['./*.ts', `../${basename(plain)}/*.ts`] }),
  );
  expect(run('node_modules/.bin/tsc', ['--noEmit', '-p', join(typed, 'both.json')]).stdout).toBe('');
});
