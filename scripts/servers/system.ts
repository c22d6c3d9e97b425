/**
 * Servers that cannot be built here, since they are no Go modules: the system's own packages have them. They are looked
 * for where Debian puts them, and in PATH.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isExecutable } from '../../lib/cli/check/tool.ts';

export const systemNames = ['redis-server', 'redis-cli', 'postgres', 'initdb', 'psql', 'redis_exporter'] as const;

export type SystemName = (typeof systemNames)[number];

interface SystemProgram {
  /** The names under which packages install it. */
  readonly files: readonly string[];
  /** Debian's package. */
  readonly package: string;
  /** What it says of its version, with the number as a group. */
  readonly says: RegExp;
}

const PROGRAMS: Readonly<Record<SystemName, SystemProgram>> = {
  'redis-server': { files: ['redis-server'], package: 'redis-server', says: /v=([\d.]+)/ },
  'redis-cli': { files: ['redis-cli'], package: 'redis-tools', says: /([\d.]+)/ },
  postgres: { files: ['postgres'], package: 'postgresql', says: /([\d.]+)/ },
  initdb: { files: ['initdb'], package: 'postgresql', says: /([\d.]+)/ },
  psql: { files: ['psql'], package: 'postgresql-client', says: /([\d.]+)/ },
  redis_exporter: {
    files: ['redis_exporter', 'prometheus-redis-exporter'],
    package: 'prometheus-redis-exporter',
    says: /Exporter v?([\d.]+)/,
  },
};

/** Where the system has it, and in which version. */
export interface Found {
  readonly path: string;
  readonly version: string;
}

/** The program, or undefined where the system has none. It is started once, to say its version. */
export function findInSystem(name: SystemName, environment: NodeJS.ProcessEnv = process.env): Found | undefined {
  const { says } = PROGRAMS[name];
  const path = systemPath(name, environment);
  if (path === undefined) return undefined;
  const { stdout, stderr } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return { path, version: says.exec(`${stdout}${stderr}`)?.[1] ?? 'of an unknown version' };
}

/** Where the program lies, or undefined; it is not started. */
export function systemPath(name: SystemName, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = [...(environment.PATH ?? '').split(delimiter), ...postgresFolders()];
  return PROGRAMS[name].files.flatMap((file) => folders.map((folder) => join(folder, file))).find(isExecutable);
}

/** What to do where it is missing. */
export function howToGet(name: SystemName): string {
  return `${name}: not found, and it cannot be built here. Debian has it: apt-get install ${PROGRAMS[name].package}`;
}

const POSTGRES_VERSIONS = '/usr/lib/postgresql';

/** Debian keeps PostgreSQL's programs out of PATH, in a folder for each version: the newest comes first. */
function postgresFolders(): readonly string[] {
  try {
    const versions = readdirSync(POSTGRES_VERSIONS).sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => join(POSTGRES_VERSIONS, version, 'bin'));
  } catch {
    return [];
  }
}
