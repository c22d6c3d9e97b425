/** Programs as steps: what they print when they exit with anything but 0. */
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import type { CheckStep } from './perform.ts';

/** Far above what any tool here needs; a hung one must not hang a pull request. */
const PATIENCE_MS = 120_000;

export interface Tool {
  /** What the step is called. */
  readonly name: string;
  /** A path. */
  readonly program: string;
  readonly args: readonly string[];
  /** The working folder. */
  readonly folder: string;
}

/**
 * The step that runs a program.
 *
 * @example toolStep({ name: 'types', program: 'node_modules/.bin/tsc', args: ['--noEmit'], folder: '.' }).name // 'types'
 */
export function toolStep({ name, ...tool }: Tool): CheckStep {
  return { name, run: () => outputOf(tool) };
}

/** What a program says when it fails; nothing when it does not. */
export function outputOf({ program, args, folder }: Omit<Tool, 'name'>): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd: folder, timeout: PATIENCE_MS, maxBuffer: 64 * 1024 * 1024 };
    execFile(program, [...args], options, (error, stdout, stderr) => {
      resolve(error === null ? '' : `${stdout}${stderr}`.trim() || error.message);
    });
  });
}

/** The compiler over the project, where there is a tsconfig.json. It keeps what it found, for the next time. */
export function typesStep(folder: string): CheckStep {
  const name = 'types';
  if (!existsSync(join(folder, 'tsconfig.json'))) return { name, skipped: 'no tsconfig.json here' };
  const program = join(folder, 'node_modules/.bin/tsc');
  if (existsSync(program)) return toolStep({ name, program, args: compilerArguments(folder), folder });
  return {
    name,
    run: async () => 'There is a tsconfig.json and no compiler: `npm install --save-dev typescript` gets it.',
  };
}

/** Only what has changed since the last time, and what depends on it, is checked again. */
const KEPT = ['--incremental', '--tsBuildInfoFile', 'node_modules/.cache/plainsight/types.tsbuildinfo'];

/** Checkers that run beside each other; each works out again what several files share. The compiler's own default is 4. */
const CHECKERS = 4;

/**
 * What the compiler is called with in a project: on fewer processors than it has checkers, one of them does the work in
 * two thirds of the time and memory of four.
 */
export function compilerArguments(folder: string): readonly string[] {
  const args = ['--noEmit', ...KEPT];
  return availableParallelism() < CHECKERS && hasCheckers(folder) ? [...args, '--checkers', '1'] : args;
}

/** The compiler knows the option since version 7. */
function hasCheckers(folder: string): boolean {
  try {
    const manifest = createRequire(join(folder, 'package.json')).resolve('typescript/package.json');
    const { version }: { readonly version: string } = JSON.parse(readFileSync(manifest, 'utf8'));
    return Number.parseInt(version, 10) >= 7;
  } catch {
    return false;
  }
}

/** The path of a program that a shell would find; undefined when there is none. */
export function onThePath(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

/** Whether this process may run the file. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
