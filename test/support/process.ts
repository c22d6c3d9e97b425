/**
 * Processes that a test starts and is sure to end: on stop(), and when the test's own process ends first.
 * They are ended by process id. Servers listen on 127.0.0.1 only.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Running {
  readonly pid: number;
  /** What the process wrote so far, both streams; the last 20,000 characters. */
  output(): string;
  /** Whether it still runs. */
  isAlive(): boolean;
  /** Asks it to end (TERM), and when its patience is over ends it (KILL). May be called twice. */
  stop(): Promise<void>;
  /** Sends it a signal, and does not wait. */
  signal(signal: NodeJS.Signals): void;
}

export interface StartOptions {
  /** The process is ready when this address answers with 200: `http://…`, or takes a connection: `tcp://…`. */
  readonly readyUrl: string;
  /** Its environment beside this process's own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Who runs it, where that must not be this process's user. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** What asks it to end: TERM unless told. */
  readonly stopSignal?: NodeJS.Signals;
  /** Is told each line that it writes, when the line is whole. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
  /** Milliseconds until it must be ready; 20 seconds unless told. */
  readonly timeout?: number;
  /** Milliseconds that stop() leaves it to end by itself; five seconds unless told. */
  readonly patience?: number;
}

const keptOutput = 20_000;
const pollEvery = 25;

/**
 * Starts a program and waits until it answers.
 *
 * @throws Error with the program's last output, when it ends or stays silent; it does not run on then.
 */
export async function startProcess(path: string, args: readonly string[], options: StartOptions): Promise<Running> {
  const { environment, user } = options;
  const env = environment === undefined ? process.env : { ...process.env, ...environment };
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], env, ...user });
  // A program that cannot be started at all emits 'error', and 'spawn' never.
  await once(child, 'spawn');
  const running = watch(child, options);
  const limit = options.timeout ?? 20_000;
  const deadline = Date.now() + limit;
  while (!(await answers(options.readyUrl))) {
    const state = stateOf(child, deadline);
    if (state !== undefined) {
      await running.stop();
      throw new Error(`${path} ${state} before ${options.readyUrl} answered. It wrote:\n${running.output()}`);
    }
    await sleep(pollEvery);
  }
  return running;
}

/**
 * Runs a program to its end.
 *
 * @returns what it wrote to standard output
 * @throws Error with its output when it exits with another code than 0, or takes longer than `timeout` milliseconds
 */
export function runToEnd(
  path: string,
  args: readonly string[],
  timeout = 60_000,
  user: StartOptions['user'] = undefined,
): Promise<string> {
  const options = { timeout, killSignal: 'SIGKILL', maxBuffer: 1 << 28, ...user } as const;
  return new Promise((resolve, reject) => {
    execFile(path, args, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${path} ${args.join(' ')} failed (${error.signal ?? error.code}):\n${stderr}${stdout}`));
    });
  });
}

/** A port of 127.0.0.1 that nothing listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the listening socket has no port');
  return address.port;
}

function watch(child: ChildProcess, options: StartOptions): Running {
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-keptOutput);
  };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.on('data', keep);
    const { onLine } = options;
    const input = child[stream];
    if (onLine !== undefined && input !== null) {
      createInterface({ input }).on('line', (line) => onLine(line, stream));
    }
  }
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  return Object.freeze({
    pid: child.pid ?? 0,
    output: () => output,
    isAlive: () => !hasEnded(child),
    stop: () => end(child, options),
    signal: (signal: NodeJS.Signals) => void child.kill(signal),
  });
}

async function end(child: ChildProcess, { patience = 5_000, stopSignal }: StartOptions): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill(stopSignal ?? 'SIGTERM');
  const killing = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(killing);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function stateOf(child: ChildProcess, deadline: number): string | undefined {
  if (hasEnded(child)) return `ended (${child.signalCode ?? `exit code ${child.exitCode}`})`;
  return Date.now() > deadline ? 'took too long' : undefined;
}

async function answers(url: string): Promise<boolean> {
  if (url.startsWith('tcp:')) return takesConnections(new URL(url));
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}

function takesConnections({ hostname, port }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    const say = (said: boolean): void => {
      socket.destroy();
      resolve(said);
    };
    socket.once('connect', () => say(true)).once('error', () => say(false));
  });
}

const alive = new Set<ChildProcess>();

function endAllNow(): void {
  for (const child of alive) child.kill('SIGKILL');
}

function endEverything(): void {
  endAllNow();
  process.exit(1);
}

process.on('exit', endAllNow);
// A signal ends this process without an 'exit' event, unless somebody listens.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, endEverything);
// Where the main process of the tests is ended alone, its workers are told nothing and would go on.
process.once('disconnect', endEverything);
