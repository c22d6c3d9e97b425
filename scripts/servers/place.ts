/**
 * Where the programs lie, and how one knows that they are the pinned ones: beside `bin/` a stamp per program
 * says from what it was built, and a hash what came of it. A program without them, with the stamp of another version, or
 * with another content, counts as missing.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Program } from './program.ts';

/** `.servers/` of this checkout. */
export const serversDirectory = fileURLToPath(new URL('../../.servers/', import.meta.url));

/** The program's path, whether it is there or not. */
export function binaryPath(directory: string, name: string): string {
  return join(directory, 'bin', name);
}

/**
 * Is this very version there, built whole?
 *
 * @example isThere(serversDirectory, program('promtool')) // false, until `npm run servers` has run
 */
export function isThere(directory: string, program: Program): boolean {
  const { name } = program;
  if (!existsSync(binaryPath(directory, name))) return false;
  const stamp = stampPath(directory, name);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== stampOf(program)) return false;
  const hash = hashPath(directory, name);
  return existsSync(hash) && isUnchanged(binaryPath(directory, name), readFileSync(hash, 'utf8'));
}

/**
 * A program of a hundred megabytes is read again only where the time of its last change, which nobody sets by hand, is not
 * the one that was written down with the hash: in a copy of the folder, or where the file was replaced.
 */
function isUnchanged(path: string, written: string): boolean {
  const [hash, changed] = written.trim().split(' ');
  const known = `${path} ${written} ${changeOf(path)}`;
  const found = checked.get(known) ?? (changed === changeOf(path) || hash === hashOf(path));
  checked.set(known, found);
  return found;
}

/** What this process has looked at already. */
const checked = new Map<string, boolean>();

function changeOf(path: string): string {
  return String(statSync(path, { bigint: true }).ctimeNs);
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Moves a program that was built whole to its place, and stamps it. */
export function putInPlace(directory: string, program: Program, built: string): void {
  const stamp = stampPath(directory, program.name);
  mkdirSync(join(directory, 'bin'), { recursive: true });
  const hash = hashPath(directory, program.name);
  const binary = binaryPath(directory, program.name);
  for (const path of [stamp, hash]) mkdirSync(dirname(path), { recursive: true });
  renameSync(built, binary);
  writeFileSync(hash, `${hashOf(binary)} ${changeOf(binary)}\n`);
  writeFileSync(stamp, stampOf(program));
}

function hashPath(directory: string, name: string): string {
  return join(directory, 'hashes', name);
}

function stampPath(directory: string, name: string): string {
  return join(directory, 'built', name);
}

function stampOf(program: Program): string {
  return `${[program.target, ...program.tags].join(' ')}\n`;
}
