/** `npm run demo` as a terminal runs it: a process group of its own, to which Ctrl-C is sent as a whole. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/project.ts';
import { until } from '../servers/asked.ts';

export interface Demo {
  /** Where it keeps everything that it writes. */
  readonly folder: string;
  said(): string;
  /** Waits until it has said something. */
  says(awaited: RegExp): Promise<void>;
  /** Ctrl-C. */
  interrupt(): void;
  /** Its exit code, when it has ended. */
  readonly ended: Promise<number | null>;
  /** Processes of it that still run, and folders that it made and left. */
  left(): readonly string[];
  /** Ends what is left of it, whatever happened. */
  clear(): void;
}

/** Far above what a start takes on a busy machine. */
const SECONDS = 200;

export function startDemo(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Demo {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  // PostgreSQL runs as another user, who must get to its folder in here.
  chmodSync(folder, 0o755);
  // What tsx has compiled lies among temporary files as well: compiled anew, a start takes twenty seconds.
  const compiled = `tsx-${process.getuid?.() ?? ''}`;
  symlinkSync(join(tmpdir(), compiled), join(folder, compiled));
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/demo.ts', '--no-preview', ...args], {
    cwd: root,
    env: { ...process.env, ...environment, TMPDIR: folder },
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const signal = (name: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch {
      // Nothing of it runs any more.
    }
  };
  return {
    folder,
    said: () => said,
    async says(awaited) {
      const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
      await until(
        String(awaited),
        SECONDS,
        () => said,
        (text) => awaited.test(text) || hasEnded(),
      );
      if (!awaited.test(said))
        throw new Error(`the demo ended (${child.exitCode}) and did not say ${awaited}:\n${said}`);
    },
    interrupt: () => signal('SIGINT'),
    ended,
    left: () => [...processesOf(folder), ...readdirSync(folder).filter((name) => name.startsWith('voting-app-'))],
    clear() {
      signal('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Processes that were started with this folder for temporary files, or with one in it as an argument. */
function processesOf(folder: string): readonly string[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.flatMap((id) => {
    const [environment, command] = [inProc(id, 'environ'), inProc(id, 'cmdline')];
    const isOurs = environment.includes(`TMPDIR=${folder}`) || command.includes(folder);
    return isOurs ? [`${id} ${command.replaceAll('\0', ' ')}`] : [];
  });
}

function inProc(id: string, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    // It has ended meanwhile, or is somebody else's.
    return '';
  }
}
