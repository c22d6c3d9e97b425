/** Files by their names: none that is not in its folder, whatever links lead there; and those of the page, as they are sent. */
import { createReadStream, realpathSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
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

/** Of a type that the page has. */
function fileIn(folder: string, path: string): string | undefined {
  if (TYPES[extname(path)] === undefined) return undefined;
  const found = fileInside(folder, path);
  return found !== undefined && TYPES[extname(found)] !== undefined ? found : undefined;
}

/** The file that a name means, if it lies in the folder: links are followed first. */
export function fileInside(folder: string, name: string): string | undefined {
  try {
    const { path, steps } = followed(folder, name);
    return steps !== undefined && statSync(path).isFile() ? path : undefined;
  } catch {
    // There is none of that name, or the name is longer than a file's can be.
    return undefined;
  }
}

/**
 * Where a name leads, links followed, and the steps that lead there from the folder: none where that is outside.
 *
 * @throws Error when nothing is there
 */
export function followed(folder: string, name: string): { readonly path: string; readonly steps?: readonly string[] } {
  const path = realpathSync(join(folder, name));
  const steps = relative(realpathSync(folder), path).split(sep);
  return steps[0] === '..' ? { path } : { path, steps };
}
