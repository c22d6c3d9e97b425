/** Reads a scrape that was stored in a file. */
import { readFile } from 'node:fs/promises';
import type { Outcome } from '../problem.ts';
import { type Reading, readingOf, unreadable } from './reading.ts';

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'a folder',
  EACCES: 'a file that may not be read',
};

/** The families in a file. */
export async function readFromFile(path: string): Promise<Outcome<Reading>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return unreadable(path, CAUSES[code] ?? code, 'a file with a scrape', 'Check the path.');
  }
  return readingOf(path, text);
}
