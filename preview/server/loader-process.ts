/** A process that loads definitions once, seen from outside. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TryRequest } from '../protocol.ts';
import type { Outcome, Question, Reply, TryOutcome } from './loaded.ts';
import type { StageName } from './stages.ts';

const LOADER = fileURLToPath(new URL('./loader.ts', import.meta.url));
const PATIENCE_MS = 30_000;
const KEPT_OUTPUT = 4_000;

export interface LoaderProcess {
  /** What the definitions are now, or why they cannot be loaded. Once only. */
  load(): Promise<Outcome>;
  /** What one dashboard would be with other settings. Once it has loaded. */
  tried(request: TryRequest): Promise<TryOutcome>;
  end(): void;
}

/** Starts a process that imports what the stage names, and waits. */
export function startLoader(stage: StageName): LoaderProcess {
  const child = fork(LOADER, [stage], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const output = keepOutput(child);
  // One that cannot even start says so when it is needed.
  child.on('error', () => undefined);
  let questions = 0;
  const asked = (ask: Question['ask']): Promise<Reply['outcome']> =>
    new Promise((resolve) => {
      questions += 1;
      const id = questions;
      const give = (outcome: Reply['outcome']): void => {
        clearTimeout(timer);
        child.off('message', reply).off('exit', gone);
        resolve(outcome);
      };
      const failed = (message: string): void => give({ kind: 'failed', message });
      const reply = (message: Reply): void => {
        if (message.id === id) give(message.outcome);
      };
      const gone = (): void => failed(output() || 'The process that loads the definitions ended without a word.');
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        failed(`The definitions are still loading after ${PATIENCE_MS / 1000} s: is there an endless loop?`);
      }, PATIENCE_MS);
      child.on('message', reply).once('exit', gone);
      if (child.exitCode !== null || child.signalCode !== null) gone();
      else child.send({ id, ask } satisfies Question, () => undefined);
    });
  return {
    async load() {
      const outcome = await asked('load');
      return isLoad(outcome) ? outcome : { kind: 'failed', message: 'The definitions were not loaded.' };
    },
    async tried(request) {
      const outcome = await asked(request);
      if (!isLoad(outcome)) return outcome;
      return { kind: 'refused', message: outcome.kind === 'failed' ? outcome.message : 'Nothing was tried.' };
    },
    end: () => child.kill('SIGKILL'),
  };
}

function isLoad(outcome: Reply['outcome']): outcome is Outcome {
  return outcome.kind === 'loaded' || outcome.kind === 'failed';
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
