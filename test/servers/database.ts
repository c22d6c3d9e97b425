/** The database of one run: made empty, with the role that its exporter reads with, and measured as a volume. */
import { chmodSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemPath } from '../../scripts/servers/system.ts';
import { runToEnd } from '../support/process.ts';
import type { Place } from './place.ts';
import { handOver, unprivileged } from './user.ts';

const MINUTE_MS = 60_000;

/** An empty database cluster, in the folder `db`, whom everybody on this machine may use. */
export async function makeDatabase({ home }: Place): Promise<void> {
  const folder = join(home, 'db');
  chmodSync(folder, 0o700);
  handOver(folder);
  const args = ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  await runToEnd(systemPath('initdb') ?? 'initdb', args, MINUTE_MS, unprivileged().user);
}

/** As the container postgres-role does, with the emitted script; the secret lies in this run's folder. */
export async function makeRole(place: Place): Promise<void> {
  await untilItAnswers(place);
  const emitted = readFileSync(join(place.home, 'config/postgres/role.sql'), 'utf8');
  const script = join(place.home, 'role.sql');
  writeFileSync(script, emitted.replaceAll('/run/secrets/', join(place.home, 'secrets/')));
  await psql(place, ['--file', script]);
}

/** Runs psql as the superuser. @returns what it prints: rows, their columns separated by `|` */
export function psql({ port }: Place, what: readonly string[]): Promise<string> {
  const server = ['--host=127.0.0.1', `--port=${port['db:5432']}`, '--username=postgres', '--dbname=postgres'];
  const plain = ['--no-psqlrc', '--quiet', '--tuples-only', '--no-align'];
  return runToEnd(systemPath('psql') ?? 'psql', [...server, ...plain, ...what]);
}

/** PostgreSQL takes connections a moment before it takes statements. */
async function untilItAnswers(place: Place): Promise<void> {
  for (let left = 100; ; left -= 1) {
    try {
      await psql(place, ['--command', 'SELECT 1']);
      return;
    } catch (error) {
      if (left === 0) throw error;
      await sleep(100);
    }
  }
}

/** As the container volume-size does: the bytes of the volume, for node_exporter to pass on. */
export function measureVolume({ home }: Place): void {
  const type = '# TYPE docker_volume_size_bytes gauge';
  const sample = `docker_volume_size_bytes{volume="db-data"} ${sizeOf(join(home, 'db'))}`;
  const file = join(home, 'textfile/db-data.prom');
  // Whole or not at all: it is read at any moment.
  writeFileSync(`${file}.new`, `${type}\n${sample}\n`);
  renameSync(`${file}.new`, file);
}

/** Files that the database removes meanwhile count for nothing. */
function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sizes = files.map((file) => statSync(join(folder, file), { throwIfNoEntry: false }));
  return sizes.reduce((sum, stat) => sum + (stat?.isFile() ? stat.size : 0), 0);
}
