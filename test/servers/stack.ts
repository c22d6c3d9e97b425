/**
 * The voting app and its monitoring, running on 127.0.0.1: real Redis, PostgreSQL, exporters, Prometheus and Alertmanager
 * with the emitted configuration. What cannot be had stands in (recorded.ts, logs.ts), and says so.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { ResolvedModel } from '../../lib/model/resolved.ts';
import { systemPath } from '../../scripts/servers/system.ts';
import { type Running, runToEnd, startProcess } from '../support/process.ts';
import { modelOf, type Variant, writeConfiguration } from './configuration.ts';
import { makeDatabase, makeRole, measureVolume, psql } from './database.ts';
import { collectLogs, type Logs } from './logs.ts';
import { type Place, takePlace } from './place.ts';
import { writeCounted, writeRunning } from './running.ts';
import { serviceFile, serviceNames, serviceTexts } from './services.ts';
import { type Environment, SERVERS, type ServerName } from './table.ts';
import { type Recorder, startRecorder } from './told.ts';

export interface Stack {
  readonly model: ResolvedModel;
  readonly place: Place;
  readonly logs: Logs;
  readonly recorder: Recorder;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** How much faster its time runs. */
  readonly tempo: number;
  readonly profile: Variant['profile'];
  /** Starts a server that does not run; the environment may make it a faulty one. */
  start(name: ServerName, environment?: Environment): Promise<void>;
  /** Asks it to end, and waits until it has. */
  stop(name: ServerName): Promise<void>;
  /** Services of the app that were started and do not run. */
  ended(): readonly ServerName[];
  /** Starts them again, as `docker compose up -d` does. */
  startWhatEnded(): Promise<void>;
  /** The process that runs; undefined where there is none. */
  process(name: ServerName): Running | undefined;
  /** Runs SQL as the superuser, and answers what psql prints. */
  sql(text: string): Promise<string>;
  /** Runs a command of redis-cli. */
  redis(...command: readonly string[]): Promise<string>;
  /** Ends everything, and leaves nothing behind. */
  end(): Promise<void>;
}

/** Started one after the other: each needs those before it. */
const ORDER: readonly (readonly ServerName[])[] = [
  ['redis', 'db'],
  [
    'stand-ins',
    'vote',
    'worker',
    'result',
    'redis-exporter',
    'postgres-exporter',
    'node-exporter',
    'blackbox-exporter',
  ],
  ['alertmanager', 'prometheus'],
];

/** The containers of the voting app, whose lines Alloy would read. */
const APP: ReadonlySet<ServerName> = new Set(['vote', 'result', 'worker', 'redis', 'db']);

const VOLUME_EVERY_MS = 5_000;
const COUNTED_EVERY_MS = 500;
/** A server starts within a second or two; on a busy machine many start at once. */
const START_MS = 60_000;

/** The start before this one, whether it went well or not. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Starts the stack, and waits until every server is ready. Starts of one process go one after the other: each takes the
 * processor for some seconds, and what runs already would be late.
 *
 * @throws Error with the output of the server that did not start; nothing runs on then.
 */
export function startStack(variant: Variant): Promise<Stack> {
  const started = before.then(() => startNow(variant));
  before = started.catch(() => undefined);
  return started;
}

async function startNow(variant: Variant): Promise<Stack> {
  const place = await takePlace();
  const run = new Run(variant, place, await modelOf(variant), await startRecorder());
  try {
    await run.begin();
    return run;
  } catch (error) {
    await run.end();
    throw error;
  }
}

class Run implements Stack {
  readonly model: ResolvedModel;
  readonly place: Place;
  readonly recorder: Recorder;
  readonly startedAt = Date.now();
  readonly tempo: number;
  readonly profile: Variant['profile'];
  readonly #variant: Variant;
  readonly #running = new Map<ServerName, Running & { readonly since: number }>();
  #logs: Logs | undefined;
  #isOver = false;
  #volume: NodeJS.Timeout | undefined;
  #counting: NodeJS.Timeout | undefined;

  constructor(variant: Variant, place: Place, model: ResolvedModel, recorder: Recorder) {
    this.#variant = variant;
    this.tempo = variant.tempo;
    this.profile = variant.profile;
    this.place = place;
    this.model = model;
    this.recorder = recorder;
  }

  get logs(): Logs {
    if (this.#logs === undefined) throw new Error('no server was started yet');
    return this.#logs;
  }

  async begin(): Promise<void> {
    const { home } = this.place;
    for (const folder of ['redis', 'db', 'textfile', 'secrets']) mkdirSync(join(home, folder));
    writeFileSync(join(home, 'secrets/postgres_exporter_password'), 'for-tests-only');
    await writeConfiguration(this.model, this.place, this.recorder.url);
    const texts = await serviceTexts();
    for (const name of serviceNames) writeFileSync(serviceFile(home, name), texts.get(name) ?? '');
    this.#logs = collectLogs(join(home, 'config'));
    writeRunning(home, {});
    writeCounted(home, this.logs);
    await makeDatabase(this.place);
    for (const names of ORDER) {
      // All of them are waited for, so that none goes on starting when one has failed and everything is ended.
      const started = await Promise.allSettled(names.map((name) => this.start(name)));
      for (const each of started) if (each.status === 'rejected') throw each.reason;
      if (names.includes('db')) await makeRole(this.place);
    }
    this.#volume = setInterval(() => measureVolume(this.place), VOLUME_EVERY_MS);
    measureVolume(this.place);
    this.#counting = setInterval(() => writeCounted(home, this.logs), COUNTED_EVERY_MS);
  }

  async start(name: ServerName, environment: Environment = {}): Promise<void> {
    if (this.process(name) !== undefined) throw new Error(`${name} runs already`);
    const { path, args, options } = SERVERS[name](this.place, this.#variant, environment);
    const onLine = (text: string, stream: 'stdout' | 'stderr'): void => this.logs.take(name, text, stream);
    const logged = { timeout: START_MS, ...options, ...(APP.has(name) && { onLine }) };
    const running = await startProcess(path, args, logged);
    if (this.#isOver) {
      await running.stop();
      throw new Error(`${name} was started when everything had been ended`);
    }
    prefer(running.pid);
    this.#running.set(name, { ...running, since: Date.now() / 1000 });
    const services = [...this.#running].map(([of, { pid, since }]) => [of, { pid, since }] as const);
    writeRunning(this.place.home, Object.fromEntries(services));
  }

  async stop(name: ServerName): Promise<void> {
    await this.#running.get(name)?.stop();
  }

  ended(): readonly ServerName[] {
    return [...this.#running.keys()].filter((name) => APP.has(name) && this.process(name) === undefined);
  }

  async startWhatEnded(): Promise<void> {
    await Promise.all(this.ended().map((name) => this.start(name)));
  }

  process(name: ServerName): Running | undefined {
    const running = this.#running.get(name);
    return running?.isAlive() ? running : undefined;
  }

  sql(text: string): Promise<string> {
    return psql(this.place, ['--command', text]);
  }

  redis(...command: readonly string[]): Promise<string> {
    const place = ['-h', '127.0.0.1', '-p', String(this.place.port['redis:6379'])];
    return runToEnd(systemPath('redis-cli') ?? 'redis-cli', [...place, ...command]);
  }

  async end(): Promise<void> {
    this.#isOver = true;
    clearInterval(this.#volume);
    clearInterval(this.#counting);
    // In the opposite order, so that nothing reports the end of the others; and each, whether it ended before or not.
    for (const names of ORDER.toReversed()) await Promise.allSettled(names.map((name) => this.stop(name)));
    this.recorder.stop();
    this.place.remove();
  }
}

/** Scrapes come each second: what else this machine does must not delay them. Where that is not allowed, it may. */
function prefer(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_HIGH);
  } catch {
    // Only the system's administrator may.
  }
}
