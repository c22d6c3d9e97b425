/**
 * Whoever publishes definitions writes declarations of them, in which the compiler names every type that it inferred: each
 * has to be exported from an entry of the library. Our own definitions use nearly all that there is.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/project.ts';
import { freshFolder } from '../support/folder.ts';

it('every type that definitions are made of can be named outside the library', () => {
  const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--outDir', freshFolder()];
  const tsc = join(root, 'node_modules/.bin/tsc');
  const { stdout } = spawnSync(tsc, ['-p', root, ...options], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
  const definitions = stdout.split('\n').filter((line) => /^(?:stack|dashboards|alerts)\//.test(line));
  expect(definitions).toEqual([]);
  // The compiler has looked at them: what tests and scripts infer may be named nowhere else.
  expect(stdout).not.toContain('error TS5');
});
