/** The files of the page, and nothing beside them. */
import { createReadStream, statSync } from 'node:fs';
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
    'content-type': TYPES[extname(found)] ?? 'application/octet-stream',
  });
  createReadStream(found).pipe(response);
  return true;
}

function fileIn(folder: string, path: string): string | undefined {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : undefined;
}
