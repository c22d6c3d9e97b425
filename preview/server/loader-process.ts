/** A process that loads definitions once, seen from outside. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './loaded.ts';
import type { StageName } from './stages.ts';

const LOADER = fileURLToPath(new URL('./loader.ts', import.meta.url));
const PATIENCE_MS = 30_000;
const KEPT_OUTPUT = 4_000;

export interface LoaderProcess {
  /** What the definitions are now, or why they cannot be loaded. Once only. */
  load(): Promise<Outcome>;
  end(): void;
}

/** Starts a process that imports what the stage names, and waits. */
export function startLoader(stage: StageName): LoaderProcess {
  const child = fork(LOADER, [stage], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const output = keepOutput(child);
  // One that cannot even start says so when it is needed.
  child.on('error', () => undefined);
  return {
    load: () =>
      new Promise((resolve) => {
        const give = (message: string): void => resolve({ kind: 'failed', message });
        const timer = setTimeout(() => {
          child.kill('SIGKILL');
          give(`The definitions are still loading after ${PATIENCE_MS / 1000} s: is there an endless loop?`);
        }, PATIENCE_MS);
        child.on('message', (message: Outcome) => resolve(message));
        child.once('exit', () => {
          clearTimeout(timer);
          give(output() || 'The process that loads the definitions ended without a word.');
        });
        if (child.exitCode !== null || child.signalCode !== null) give(output());
        else child.send('load', () => undefined);
      }),
    end: () => child.kill('SIGKILL'),
  };
}

function keepOutput(child: ChildProcess): () => string {
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => output.trim();
}
