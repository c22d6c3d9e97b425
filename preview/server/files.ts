/** The files of the page, and nothing beside them. */
import { createReadStream, realpathSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { HEADERS } from './guard.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
};

/** Files that a build named by their content. */
const FOREVER = 'public, max-age=31536000, immutable';

/** Sends a file below one of the folders; false when there is none of that name. */
export function sendFile(response: ServerResponse, path: string, folders: readonly string[]): boolean {
  const found = folders.map((folder) => fileIn(folder, path)).find((file) => file !== undefined);
  if (found === undefined) return false;
  const caching = path.startsWith('/assets/') ? { 'cache-control': FOREVER } : {};
  response.writeHead(200, {
    ...HEADERS,
    ...caching,
    'content-type': TYPES[extname(found)],
  });
  // Gone, or not to be read, since it was looked for.
  createReadStream(found)
    .on('error', () => response.destroy())
    .pipe(response);
  return true;
}

/** Of a type that the page has, and no link that leads out of its folder. */
function fileIn(folder: string, path: string): string | undefined {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep) || TYPES[extname(file)] === undefined) return undefined;
  try {
    const isInside = realpathSync(file).startsWith(realpathSync(folder) + sep);
    return isInside && statSync(file).isFile() ? file : undefined;
  } catch {
    // There is none of that name, or the name is longer than a file's can be.
    return undefined;
  }
}
