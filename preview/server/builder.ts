/** Builds: a process that loads the definitions each time they change, and another one when what it holds changes. */
import type { TryRequest } from '../protocol.ts';
import type { Loaded, Outcome, TryOutcome } from './loaded.ts';
import { type LoaderProcess, startLoader } from './loader-process.ts';

export interface Builder {
  /**
   * Loads the definitions as they are now. One load at a time: the one before is given up. `drawn` is called as soon as
   * there is something to draw, before the rules have looked at it.
   */
  load(drawn: (loaded: Loaded) => void): Promise<Outcome>;
  /** What a dashboard would be with other settings, by the last definitions that could be loaded. */
  tried(request: TryRequest): Promise<TryOutcome>;
  /** Files changed: a process that cannot load one of them again is of no use. */
  forget(changed: readonly string[]): void;
  /** What can change what is shown; nothing until the definitions could be loaded. */
  watched(): readonly string[] | undefined;
  stop(): void;
}

/** A load that has drawn nothing for so long may never end: the next one does not wait for it. */
const HANGS_MS = 2_000;

/** Starts the process, and begins to import the library. */
export function startBuilder(root: string, mode: 'watch' | 'once'): Builder {
  let current: LoaderProcess | undefined = startLoader(root);
  /** What it has loaded is what the page shows. */
  let last: LoaderProcess | undefined;
  const usable = (): LoaderProcess => {
    const since = current?.since();
    if (since !== undefined && performance.now() - since > HANGS_MS) {
      // It answers nothing any more, and an endless loop would take a core from the next one.
      current?.end();
      if (last === current) last = undefined;
      current = undefined;
    }
    current ??= startLoader(root);
    return current;
  };
  const keep = (process: LoaderProcess): void => {
    if (last !== process) last?.end();
    last = process;
  };
  return {
    async load(drawn) {
      const process = usable();
      const outcome = await process.load((loaded) => {
        keep(process);
        drawn(loaded);
      });
      // One that could not load may have ended, or may be what cannot load.
      if (outcome.kind === 'failed' && current === process && !process.isRunning()) current = undefined;
      if (mode === 'once') process.end();
      return outcome;
    },
    tried: async (request) =>
      (await last?.tried(request)) ?? { kind: 'refused', message: 'No definitions are loaded.' },
    forget(changed) {
      const held = (current ?? last)?.about()?.held ?? [];
      if (!changed.some((path) => held.some((folder) => path.startsWith(`${folder}/`)))) return;
      if (current !== last) current?.end();
      current = undefined;
    },
    watched: () => (last ?? current)?.about()?.watched,
    stop() {
      current?.end();
      last?.end();
    },
  };
}
