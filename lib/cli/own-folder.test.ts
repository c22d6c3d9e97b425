import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fill, freshFolder, snapshot } from '../../test/support/folder.ts';
import { ownFolder } from './own-folder.ts';

it('removes what killed processes have left, and nothing else', () => {
  const parent = freshFolder();
  const { pid: gone } = spawnSync(process.execPath, ['-e', '']);
  fill(parent, {
    [`work-${gone}-abcDEF/deep/file`]: 'left over',
    [`work-${process.pid}-abcDEF/file`]: 'of one that runs',
    [`other-${gone}-abcDEF/file`]: 'of another kind',
    'work-abcDEF/file': 'of no process',
    'work-1-abcDEF/file': 'of a process of another user, or of this one',
  });
  const made = ownFolder(parent, 'work-');
  expect(made.startsWith(join(parent, `work-${process.pid}-`))).toBe(true);
  const left = Object.keys(snapshot(parent) ?? {}).filter((path) => path.endsWith('/file'));
  expect(left.sort()).toEqual(
    [`other-${gone}-abcDEF/file`, 'work-1-abcDEF/file', `work-${process.pid}-abcDEF/file`, 'work-abcDEF/file'].sort(),
  );
});
