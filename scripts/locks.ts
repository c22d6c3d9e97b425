/**
 * What `npm ci` would take unseen: entries of a lock file without a hash, entries that name where they were fetched, and
 * install scripts that are not off. Run by itself it lists what has no hash, and why that is right or is not.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './project.ts';

/** The folders that have a lock file. */
const FOLDERS = ['.', 'preview'] as const;

/** As npm writes it: https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json#packages */
interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: true;
  readonly inBundle?: true;
  readonly hasInstallScript?: true;
}

/** A lock file, read. */
export interface Lock {
  readonly packages: Readonly<Record<string, Entry>>;
}

interface Reason {
  readonly applies: (path: string, entry: Entry) => boolean;
  readonly says: string;
}

/** Why an entry may have no hash. */
const REASONS: readonly Reason[] = [
  { applies: (path, { link }) => link === true || !path.includes('node_modules/'), says: 'it lies in this repository' },
  {
    applies: (_, { inBundle }) => inBundle === true,
    says: 'it comes inside the archive of the package around it, whose hash covers it',
  },
];

/** An entry without a hash; without a reason it is a fault. */
export interface Unhashed {
  readonly path: string;
  readonly reason?: string;
}

/**
 * The entries without a hash.
 *
 * @example unhashed({ packages: { 'node_modules/a': {} } }) // [{ path: 'node_modules/a' }]
 */
export function unhashed({ packages }: Lock): readonly Unhashed[] {
  const entries = Object.entries(packages).filter(([, { integrity = '' }]) => !/^sha512-\S{86}==$/.test(integrity));
  return entries.map(([path, entry]) => {
    const reason = REASONS.find(({ applies }) => applies(path, entry))?.says;
    return { path: path || '.', ...(reason !== undefined && { reason }) };
  });
}

/**
 * What is wrong in a lock file, with the settings of npm beside it.
 *
 * @example lockFaults({ packages: {} }, 'ignore-scripts=true') // []
 */
export function lockFaults(lock: Lock, npmrc: string): readonly string[] {
  const entries = Object.entries(lock.packages);
  const off = /^ignore-scripts=true$/m.test(npmrc);
  return [
    ...unhashed(lock).flatMap(({ path, reason }) =>
      reason === undefined
        ? [`${path} has no hash: delete the entry, and let npm install --package-lock-only write it`]
        : [],
    ),
    ...entries.flatMap(([path, { resolved, link }]) =>
      resolved === undefined || link ? [] : [`${path} says where it was fetched (${resolved}): any registry will do`],
    ),
    ...entries.flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript && !off ? [`${path} has an install script: write ignore-scripts=true in .npmrc`] : [],
    ),
  ];
}

/** The faults of all lock files of the project, each with its file. */
export function allLockFaults(): readonly string[] {
  return FOLDERS.flatMap((folder) =>
    lockFaults(lockIn(folder), readFileSync(join(root, folder, '.npmrc'), 'utf8')).map(
      (fault) => `${join(folder, 'package-lock.json')}: ${fault}`,
    ),
  );
}

function lockIn(folder: string): Lock {
  // npm writes the file, and reads it before anything here runs.
  return JSON.parse(readFileSync(join(root, folder, 'package-lock.json'), 'utf8')) as Lock;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const folder of FOLDERS) {
    const lock = lockIn(folder);
    const all = Object.keys(lock.packages).length;
    const bare = unhashed(lock);
    process.stdout.write(`${join(folder, 'package-lock.json')}: ${all - bare.length} of ${all} entries have a hash\n`);
    for (const { path, reason = 'NO REASON' } of bare) process.stdout.write(`  ${path}: ${reason}\n`);
  }
  const faults = allLockFaults();
  process.stderr.write(faults.map((fault) => `${fault}\n`).join(''));
  process.exitCode = faults.length === 0 ? 0 : 1;
}
