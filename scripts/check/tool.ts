/** A program of node_modules as a step: what it prints when it exits with anything but 0. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Step } from './step.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** Far above what any tool here needs; a hung one must not hang a pull request. */
const PATIENCE_MS = 120_000;

/**
 * The step that runs `program` of node_modules/.bin.
 *
 * @example tool('types', 'tsc', ['--noEmit'])
 */
export function tool(name: string, program: string, args: readonly string[]): Step {
  const run = (): Promise<string> =>
    new Promise((resolve) => {
      const path = `${PROJECT}node_modules/.bin/${program}`;
      const options = { cwd: PROJECT, timeout: PATIENCE_MS, maxBuffer: 64 * 1024 * 1024 };
      execFile(path, [...args], options, (error, stdout, stderr) => {
        resolve(error === null ? '' : `${stdout}${stderr}`.trim() || error.message);
      });
    });
  return { name, run };
}
