/** The process that loads definitions, seen from outside. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TryRequest } from '../protocol.ts';
import { type Changes, wholeOf } from './changes.ts';
import type { About, Failed, Loaded, Outcome, Question, Reply, TryOutcome } from './loaded.ts';

/** In the sources as in the package; there it needs nobody to take its types out. */
const isSource = import.meta.url.endsWith('.ts');
const LOADER = fileURLToPath(new URL(isSource ? './loader.ts' : './loader.js', import.meta.url));
/** Modules that are made by hand are a part of Node.js that it calls experimental. */
const ARGUMENTS = [
  ...(isSource ? ['--import', 'tsx'] : []),
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
];
/** Loading takes seconds, on a busy machine many of them; this is for what would take for ever. */
const PATIENCE_MS = 120_000;
const KEPT_OUTPUT = 4_000;

export interface LoaderProcess {
  /**
   * What the definitions are now, or why they cannot be loaded; `drawn` is called as soon as they can be drawn, before
   * the rules have looked at them. Where it is asked again meanwhile, only the newest question is answered.
   */
  load(drawn: (loaded: Loaded) => void): Promise<Outcome>;
  /** What one dashboard would be with other settings. Once it has loaded. */
  tried(request: TryRequest): Promise<TryOutcome>;
  /** Since when it loads without having drawn, by the clock of `performance`; nothing where it does not. */
  since(): number | undefined;
  /** What it knows of the project, once it could load it. */
  about(): About | undefined;
  isRunning(): boolean;
  end(): void;
}

/** What a question came to; where only changes came back, what they make of the load before. */
type WholeOutcome = Exclude<Reply['outcome'], Changes> | Loaded;

/** A question that is not answered yet. */
interface OpenQuestion {
  readonly drawn: (said: WholeOutcome) => void;
  readonly give: (said: WholeOutcome) => void;
}

/** Starts a process for the project in `root`, which imports the library, and waits. */
export function startLoader(root: string): LoaderProcess {
  const child = fork(LOADER, [root], { execArgv: ARGUMENTS, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const output = keepOutput(child);
  const whole = wholeOf();
  // One that cannot even start says so when it is needed.
  child.on('error', () => undefined);
  const asked = new Map<number, OpenQuestion>();
  let about: About | undefined;
  let questions = 0;
  let since: number | undefined;
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  // The other side sends nothing else.
  child.on('message', ({ id, is, outcome, about: told }: Reply) => {
    about = told ?? about;
    // Of a load that nobody waits for any more, too: the next one says only what it changed.
    const said = outcome.kind === 'changes' ? whole(outcome) : outcome;
    if (is === 'drawn') asked.get(id)?.drawn(said);
    else asked.get(id)?.give(said);
  });
  const failed = (message: string): void => {
    for (const { give } of asked.values()) give({ kind: 'failed', message });
  };
  child.once('exit', () => failed(output() || ENDED));
  const ask = (what: Question['ask'], drawn: OpenQuestion['drawn'] = () => undefined): Promise<WholeOutcome> =>
    new Promise((resolve) => {
      questions += 1;
      const id = questions;
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        failed(
          `they did not end within ${PATIENCE_MS / 1000} s: there is an endless loop, or they wait for something.`,
        );
      }, PATIENCE_MS);
      const give = (outcome: WholeOutcome): void => {
        clearTimeout(timer);
        asked.delete(id);
        resolve(outcome);
      };
      asked.set(id, {
        give,
        drawn: (said) => {
          timer.refresh();
          drawn(said);
        },
      });
      if (isRunning()) child.send({ id, ask: what } satisfies Question, () => undefined);
      else give({ kind: 'failed', message: output() || ENDED });
    });
  let loading = 0;
  return {
    async load(drawn) {
      asked.get(loading)?.give(NOT_LOADED);
      since = performance.now();
      loading = questions + 1;
      const outcome = await ask('load', (part) => {
        since = undefined;
        if (part.kind === 'loaded') drawn(part);
      });
      if (asked.size === 0) since = undefined;
      return outcome.kind === 'loaded' || outcome.kind === 'failed' ? outcome : NOT_LOADED;
    },
    async tried(request) {
      const outcome = await ask(request);
      if (outcome.kind === 'tried' || outcome.kind === 'refused') return outcome;
      return { kind: 'refused', message: outcome.kind === 'failed' ? outcome.message : 'Nothing was tried.' };
    },
    since: () => since,
    about: () => about,
    isRunning,
    end: () => child.kill('SIGKILL'),
  };
}

const ENDED = 'The process that loads the definitions ended without a word.';
const NOT_LOADED: Failed = { kind: 'failed', message: 'The definitions were not loaded.' };

function keepOutput(child: ChildProcess): () => string {
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => output.trim();
}
