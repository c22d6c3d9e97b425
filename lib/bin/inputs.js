/** What a bundle is made of, by which it is known to be out of date. */
import { hash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {Readonly<Record<string, string>>} Hashes by path */

export const CONFIG = 'plainsight.config.ts';

/**
 * The files in a folder that may hold definitions.
 *
 * @param {string} folder absolute
 * @returns {readonly string[]} paths inside it, sorted
 */
export function definitionFiles(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts') && !/(?:^|\/)index\.ts$|\.test\.ts$/.test(name)).sort();
}

/**
 * The names of the files in each of the folders, as one hash: a new file is another input.
 *
 * @param {string} folder
 * @param {readonly string[]} folders
 * @returns {Hashes}
 */
export function listings(folder, folders) {
  return Object.fromEntries(
    folders.map((each) => [join(folder, each, '/'), hashOf(definitionFiles(join(folder, each)).join('\n'))]),
  );
}

/** The package.json that says what a file's imports mean. @param {string} path @returns {string} */
export function manifestOf(path) {
  const folder = dirname(path);
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) || folder === dirname(folder) ? manifest : manifestOf(folder);
}

/** @param {string | Uint8Array} text */
export const hashOf = (text) => hash('sha256', text);

/** All inputs are read one after the other: with room that is there already, that takes a quarter less. */
const room = Buffer.allocUnsafe(512 * 1024);

/**
 * The hash of what is in a file.
 *
 * @param {string} path
 * @returns {string}
 */
export function hashOfFile(path) {
  const file = openSync(path, 'r');
  try {
    const length = readSync(file, room);
    return hashOf(length < room.length ? room.subarray(0, length) : readFileSync(path));
  } finally {
    closeSync(file);
  }
}
