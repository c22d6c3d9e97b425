/** Whole processes: how long they take, and how much memory they say they took at most. */
import { spawnSync } from 'node:child_process';
import { root } from '../project.ts';

const PATIENCE_MS = 120_000;

export interface Ran {
  readonly ms: number;
  readonly stdout: string;
}

/** Runs a program in the project to its end. @throws Error with its output when it fails. */
export function ran(program: string, args: readonly string[]): Ran {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(program, [...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: PATIENCE_MS,
  });
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return { ms, stdout };
}

/** The median of several runs, after one that is not counted. */
export function median(runs: number, once: () => number): number {
  once();
  const sorted = Array.from({ length: runs }, once).sort((a, b) => a - b);
  return sorted[Math.floor(runs / 2)] ?? Number.NaN;
}
