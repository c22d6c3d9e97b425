/** A script as plain JavaScript, for tests that start it often: tsx costs each start a fifth of a second. */
import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { freshFolder } from './folder.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OPTIONS = ['--ignoreConfig', '--rewriteRelativeImportExtensions', '--skipLibCheck', '--noCheck'];
const TARGET = ['--module', 'nodenext', '--target', 'es2023', '--types', 'node'];

/** Compiles a script of this project, with all that it imports, into a fresh folder; returns the path to run. */
export function compiled(script: string): string {
  const out = freshFolder();
  chmodSync(out, 0o755); // another user may have to run it
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const args = [...OPTIONS, ...TARGET, '--rootDir', ROOT, '--outDir', out, script];
  execFileSync(process.execPath, [tsc, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }\n');
  return join(out, relative(ROOT, script).replace(/\.ts$/, '.js'));
}
