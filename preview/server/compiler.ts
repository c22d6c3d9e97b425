/** What the compiler says of the definitions. It runs in the background: pictures do not wait for it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Trouble } from '../protocol.ts';

/** Pictures first: when it starts, the page has drawn. */
const DELAY_MS = 500;
/** And pictures go first when both want a core. */
const PRIORITY = 10;

export interface Compiler {
  /** Compiles what is there now, unless told again meanwhile. */
  start(): void;
  /** Whatever it would say is out of date. */
  stop(): void;
}

/** @param onTroubles called with what is wrong, each time it is known. */
export function startCompiler(root: string, onTroubles: (troubles: readonly Trouble[]) => void): Compiler {
  const program = join(root, 'node_modules/typescript/bin/tsc');
  let timer: NodeJS.Timeout | undefined;
  let child: ChildProcess | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    if (child !== undefined) end(child);
    child = undefined;
  };
  const compile = (): void => {
    const started = spawn(process.execPath, [program, ...argumentsFor(root)], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    child = started;
    if (started.pid !== undefined) setPriority(started.pid, PRIORITY);
    let output = '';
    started.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    started.on('error', () => undefined);
    started.on('close', (_, signal) => {
      if (child !== started) return;
      child = undefined;
      // A type is named with the whole path of its file.
      if (signal === null) onTroubles(troublesIn(output.replaceAll(join(root, '/'), '')));
    });
  };
  return {
    start() {
      stop();
      if (existsSync(program)) timer = setTimeout(compile, DELAY_MS);
    },
    stop,
  };
}

/** The definitions and what they reach, else all that the project compiles; what the last run knew of them is kept. One core: the other is the page's. */
function argumentsFor(root: string): readonly string[] {
  const own = join(root, 'preview/definitions.tsconfig.json');
  const project = existsSync(own) ? own : join(root, 'tsconfig.json');
  const cache = join(root, 'node_modules/.cache/plainsight/preview.tsbuildinfo');
  const once = ['--noEmit', '--pretty', 'false', '--singleThreaded', '--incremental', '--tsBuildInfoFile', cache];
  return ['-p', project, ...once];
}

/** With the compiler itself: `tsc` may only be what starts it, and would leave it running. */
function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended just now.
  }
}

const LINE = /^([^\s(][^(]*)\((\d+),\d+\): error (TS\d+): (.*)$/;
const ERRORS_SHOWN = 20;

/** The compiler's messages. A message's further lines are indented. */
export function troublesIn(output: string): readonly Trouble[] {
  const found: { place: string; code: string; lines: string[] }[] = [];
  for (const text of output.split('\n')) {
    const [, file, line, code, message] = LINE.exec(text) ?? [];
    if (file !== undefined && code !== undefined && message !== undefined) {
      found.push({ place: `${file}:${line}`, code, lines: [message] });
    } else if (/^\s+\S/.test(text)) found.at(-1)?.lines.push(text.trim());
  }
  return found
    .slice(0, ERRORS_SHOWN)
    .map(({ place, code, lines }) => ({ what: place, place, by: `TypeScript ${code}`, lines }));
}
