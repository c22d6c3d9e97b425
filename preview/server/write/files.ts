/** Files of definitions, read and replaced: those of the project alone, and whole or not at all. */
import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { followed } from '../files.ts';
import type { Refusal } from './refusal.ts';

/** A file that may be written, as it is. */
export interface ProjectFile {
  /** As people know it, relative to the project. */
  readonly name: string;
  /** Without links. */
  readonly path: string;
  readonly mode: number;
  readonly bytes: Buffer;
}

const WRITABLE = 0o200;

/** A definition's file; or why it is not for us to write. */
export function projectFile(root: string, name: string): ProjectFile | Refusal {
  try {
    const { path, steps } = followed(root, name);
    if (steps === undefined || steps.includes('node_modules') || !path.endsWith('.ts')) {
      return { refused: `${name} is no definition of this project.` };
    }
    const stat = statSync(path);
    if (!stat.isFile()) return { refused: `${name} is no file.` };
    // Whoever runs as root may write it all the same; who has made it read-only meant it.
    if ((stat.mode & WRITABLE) === 0) return { refused: `${name} is read-only.` };
    return { name, path, mode: stat.mode & 0o7777, bytes: readFileSync(path) };
  } catch (error) {
    return { refused: `${name} cannot be read: ${messageOf(error)}.` };
  }
}

/** The text of a file, where it is text. */
export function textOf({ name, bytes }: ProjectFile): string | Refusal {
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : { refused: `${name} is not UTF-8.` };
}

/** Puts other bytes into a file: a reader meets the ones or the others. */
export function replaceFile({ name, path, mode }: ProjectFile, bytes: Uint8Array): Refusal | undefined {
  // A name that no watcher takes for a definition.
  const staged = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
  try {
    writeFileSync(staged, bytes, { flag: 'wx' });
    chmodSync(staged, mode);
    renameSync(staged, path);
    return undefined;
  } catch (error) {
    rmSync(staged, { force: true });
    return { refused: `${name} cannot be written: ${messageOf(error)}.` };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
