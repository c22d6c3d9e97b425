/** The runbooks of a project: one Markdown file for each alert, read as text. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refused } from './run.ts';

const ENDING = '.md';
/** Nobody reads more at night. */
const MOST_BYTES = 1_000_000;

/**
 * The texts of the runbooks in a folder, by the names of their alerts.
 *
 * @throws Refused for what is no text: a folder, a link, a binary file.
 */
export function runbooksIn(folder: string, inside: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(folder, inside)).filter((name) => name.endsWith(ENDING));
  const texts = names
    .sort()
    .map((name) => [name.slice(0, -ENDING.length), textOf(folder, join(inside, name))] as const);
  return Object.fromEntries(texts);
}

function textOf(folder: string, path: string): string {
  const file = join(folder, path);
  const stat = lstatSync(file);
  if (stat.isDirectory()) return refuse(path, 'a folder');
  // What it leads to may lie outside of the project, and change without a commit.
  if (stat.isSymbolicLink()) return refuse(path, 'a link');
  if (!stat.isFile()) return refuse(path, 'no file');
  if (stat.size > MOST_BYTES) return refuse(path, `a file of ${Math.round(stat.size / 1_000_000)} MB`);
  const text = decoded(readFileSync(file));
  return text === undefined || text.includes('\0') ? refuse(path, 'a file that is no text in UTF-8') : text;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refuse(path: string, found: string): never {
  throw new Refused(`${path}: found ${found}, expected a runbook in Markdown. Replace it, or give it another ending.`);
}
