/** Files of definitions without their types, and the places in them that a stack means. */
import { readFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';

/** A file as it was read: the same object as long as the file says the same. */
export interface Source {
  readonly text: string;
  /** What Node.js runs. */
  readonly code: string;
  readonly map: string;
}

const known = new Map<string, Source>();

/**
 * Reads a file, and takes its types out where it changed.
 *
 * @throws Error when there is no such file, or it cannot be parsed
 */
export async function readSource(path: string): Promise<Source> {
  const text = await readFile(path, 'utf8');
  const before = known.get(path);
  if (before?.text === text) return before;
  const { code, map } = await transform(text, {
    loader: 'ts',
    sourcefile: path,
    sourcemap: 'external',
    sourcesContent: false,
    target: `node${process.versions.node}`,
    logLevel: 'silent',
  });
  const source = { text, code, map };
  known.set(path, source);
  maps.delete(pathToFileURL(path).href);
  return source;
}

/** By the address that a stack shows: decoded when a place is asked for. */
const maps = new Map<string, SourceMap>();

const PLACE = /(file:[^\s()]+):(\d+):(\d+)/;

/** From now on stacks name the lines of the sources. */
export function placesAreOfSources(): void {
  Error.prepareStackTrace = (error, frames) =>
    [String(error), ...frames.map((frame) => `    at ${inSource(String(frame))}`)].join('\n');
}

function inSource(frame: string): string {
  return frame.replace(PLACE, (place, at: string, line: string, column: string) => {
    const map = mapOf(at);
    const found = map?.findEntry(Number(line) - 1, Number(column) - 1);
    if (found === undefined || !('originalSource' in found)) return place;
    return `${at}:${found.originalLine + 1}:${found.originalColumn + 1}`;
  });
}

function mapOf(at: string): SourceMap | undefined {
  const made = maps.get(at);
  if (made !== undefined) return made;
  const source = known.get(decodeURI(at.slice('file://'.length)));
  if (source === undefined) return undefined;
  const map = new SourceMap(JSON.parse(source.map));
  maps.set(at, map);
  return map;
}
