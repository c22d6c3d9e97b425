/**
 * Where one run of the stack lies: a folder of its own, and a port of 127.0.0.1 for each address that the emitted
 * configuration names. Two runs at once share nothing.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Addresses inside the Compose networks, as dist/ has them. */
export const ADDRESSES = [
  'vote:80',
  'result:80',
  'worker:80',
  'redis:6379',
  'db:5432',
  'redis-exporter:9121',
  'postgres-exporter:9187',
  'node-exporter:9100',
  'blackbox-exporter:9115',
  'localhost:9090',
  'alertmanager:9093',
  'cadvisor:8080',
  'loki:3100',
  'alloy:12345',
  'grafana:3000',
] as const;

export type Address = (typeof ADDRESSES)[number];

export interface Place {
  /** The folder of this run; it is removed with it. */
  readonly home: string;
  readonly port: Readonly<Record<Address, number>>;
  remove(): void;
}

/** A place of its own. */
export async function takePlace(): Promise<Place> {
  const home = mkdtempSync(join(tmpdir(), 'voting-app-'));
  const remove = (): void => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  // A run that is interrupted leaves nothing either.
  process.once('exit', remove);
  // PostgreSQL runs as another user, who must get to its folder in here.
  chmodSync(home, 0o755);
  const { ports, giveBack } = await takePorts();
  return Object.freeze({
    home,
    port: Object.fromEntries(ADDRESSES.map((address, index) => [address, ports[index]])) as Place['port'],
    remove() {
      process.off('exit', remove);
      giveBack();
      remove();
    },
  });
}

// Below the ports that systems give to outgoing connections, which would take one between its choice and its use.
const FIRST = 15_000;
const COUNT = 15_000;

/** As many as a run needs, and one that stands for all of them. */
const BLOCK = ADDRESSES.length + 1;

interface Ports {
  readonly ports: readonly number[];
  giveBack(): void;
}

/**
 * Ports in a row. The one before them is listened on for as long as the run lasts: a run that starts at the same time,
 * in whatever process, finds it taken, and looks elsewhere.
 */
async function takePorts(): Promise<Ports> {
  for (;;) {
    const first = FIRST + BLOCK * Math.floor(Math.random() * (COUNT / BLOCK));
    const guard = await listenOn(first);
    if (guard === undefined) continue;
    const ports = ADDRESSES.map((_, index) => first + 1 + index);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return { ports, giveBack: () => guard.close() };
    guard.close();
  }
}

function listenOn(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer().unref();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

async function isFree(port: number): Promise<boolean> {
  const server = await listenOn(port);
  if (server === undefined) return false;
  await new Promise((resolve) => server.close(resolve));
  return true;
}
