/** Builds: one process per load, the next ones already waiting with what seldom changes in their memory. */
import type { Outcome } from './loaded.ts';
import { type LoaderProcess, startLoader } from './loader-process.ts';
import { STAGES, type StageName, stageNames } from './stages.ts';

/** After a load the page draws; the next processes start when it has. */
const REST_MS = 200;

export interface Builder {
  /** Loads the definitions as they are now. One load at a time: the one before is given up. */
  load(): Promise<Outcome>;
  /** Files changed: processes that have them in their memory are of no use. */
  forget(changed: readonly string[]): void;
  stop(): void;
}

/** Starts the first process. Those that wait follow, unless definitions are loaded only `once`. */
export function startBuilder(mode: 'watch' | 'once'): Builder {
  const waiting = new Map<StageName, LoaderProcess>();
  let running: LoaderProcess | undefined;
  let rest: NodeJS.Timeout | undefined;
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
    for (const stage of stageNames) if (!waiting.has(stage)) start(stage);
  };
  const taken = (): LoaderProcess => {
    const stage = stageNames.find((name) => waiting.has(name)) ?? 'stack';
    const process = waiting.get(stage) ?? start(stage);
    waiting.delete(stage);
    return process;
  };
  start('stack');
  return {
    async load() {
      clearTimeout(rest);
      running?.end();
      const process = taken();
      running = process;
      const outcome = await process.load();
      if (running !== process) return outcome;
      running = undefined;
      if (mode === 'watch' && !isStopped) rest = setTimeout(refill, REST_MS);
      return outcome;
    },
    forget(changed) {
      for (const stage of stageNames) if (changed.some((path) => STAGES[stage].holds.test(path))) drop(stage);
    },
    stop() {
      isStopped = true;
      clearTimeout(rest);
      running?.end();
      for (const stage of stageNames) drop(stage);
    },
  };
}
