/** Builds: one process per load, the next ones already waiting with what seldom changes in their memory. */
import type { TryRequest } from '../protocol.ts';
import type { Outcome, TryOutcome } from './loaded.ts';
import { type LoaderProcess, startLoader } from './loader-process.ts';
import { STAGES, type StageName, stageNames } from './stages.ts';

/** After a load the page draws, then the compiler runs; the next processes start when a core is free. */
const REST_MS: Readonly<Record<StageName, number>> = { stack: 200, metrics: 1_500 };

export interface Builder {
  /** Loads the definitions as they are now. One load at a time: the one before is given up. */
  load(): Promise<Outcome>;
  /** What a dashboard would be with other settings, by the last definitions that could be loaded. */
  tried(request: TryRequest): Promise<TryOutcome>;
  /** Files changed: processes that have them in their memory are of no use. */
  forget(changed: readonly string[]): void;
  stop(): void;
}

/** Starts the first process. Those that wait follow, unless definitions are loaded only `once`. */
export function startBuilder(mode: 'watch' | 'once'): Builder {
  const waiting = new Map<StageName, LoaderProcess>();
  let running: LoaderProcess | undefined;
  /** What it has loaded is what the page shows. */
  let last: LoaderProcess | undefined;
  let rests: readonly NodeJS.Timeout[] = [];
  let isStopped = false;
  const start = (stage: StageName): LoaderProcess => {
    const process = startLoader(stage);
    waiting.set(stage, process);
    return process;
  };
  const drop = (stage: StageName): void => {
    waiting.get(stage)?.end();
    waiting.delete(stage);
  };
  const refill = (): void => {
    const missing = stageNames.filter((stage) => !waiting.has(stage));
    rests = missing.map((stage) => setTimeout(() => start(stage), REST_MS[stage]));
  };
  const cancelRefill = (): void => {
    for (const rest of rests) clearTimeout(rest);
  };
  const taken = (): LoaderProcess => {
    const stage = stageNames.find((name) => waiting.has(name)) ?? 'stack';
    const process = waiting.get(stage) ?? start(stage);
    waiting.delete(stage);
    return process;
  };
  const keep = (process: LoaderProcess, outcome: Outcome): void => {
    if (outcome.kind === 'failed' || mode === 'once' || isStopped) {
      process.end();
      return;
    }
    last?.end();
    last = process;
  };
  start('stack');
  return {
    async load() {
      cancelRefill();
      running?.end();
      const process = taken();
      running = process;
      const outcome = await process.load();
      if (running !== process) return outcome;
      running = undefined;
      keep(process, outcome);
      if (mode === 'watch' && !isStopped) refill();
      return outcome;
    },
    tried: async (request) =>
      (await last?.tried(request)) ?? { kind: 'refused', message: 'No definitions are loaded.' },
    forget(changed) {
      for (const stage of stageNames) if (changed.some((path) => STAGES[stage].holds.test(path))) drop(stage);
    },
    stop() {
      isStopped = true;
      cancelRefill();
      running?.end();
      last?.end();
      for (const stage of stageNames) drop(stage);
    },
  };
}
