/**
 * Where the programs lie, and how one knows that they are the pinned ones: beside `bin/` a stamp per program
 * says from what it was built. A program without a stamp, or with that of another version, counts as missing.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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
  if (!existsSync(binaryPath(directory, program.name))) return false;
  const stamp = stampPath(directory, program.name);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(program);
}

/** Moves a program that was built whole to its place, and stamps it. */
export function putInPlace(directory: string, program: Program, built: string): void {
  const stamp = stampPath(directory, program.name);
  mkdirSync(join(directory, 'bin'), { recursive: true });
  mkdirSync(dirname(stamp), { recursive: true });
  renameSync(built, binaryPath(directory, program.name));
  writeFileSync(stamp, stampOf(program));
}

function stampPath(directory: string, name: string): string {
  return join(directory, 'built', name);
}

function stampOf(program: Program): string {
  return `${[program.target, ...program.tags].join(' ')}\n`;
}
