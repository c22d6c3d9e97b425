/** Builds: one process per load, the next one already waiting with the library in its memory. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './loaded.ts';

const LOADER = fileURLToPath(new URL('./loader.ts', import.meta.url));
const PATIENCE_MS = 30_000;
const KEPT_OUTPUT = 4_000;

export interface Builder {
  /** Loads the definitions as they are now. One load at a time: the one before is given up. */
  load(): Promise<Outcome>;
  /** The library itself changed: the process that waits knows the old one. */
  forget(): void;
  stop(): void;
}

/** Starts the first process. */
export function startBuilder(): Builder {
  let spare: Loader | undefined = startLoader();
  let running: Loader | undefined;
  return {
    async load() {
      running?.end();
      const loader = spare ?? startLoader();
      running = loader;
      spare = undefined;
      const outcome = await loader.load();
      if (running === loader) {
        running = undefined;
        spare ??= startLoader();
      }
      return outcome;
    },
    forget() {
      spare?.end();
      spare = undefined;
    },
    stop() {
      spare?.end();
      running?.end();
    },
  };
}

interface Loader {
  load(): Promise<Outcome>;
  end(): void;
}

function startLoader(): Loader {
  const child = fork(LOADER, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const output = keepOutput(child);
  // A spare that cannot even start says so when it is needed.
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
