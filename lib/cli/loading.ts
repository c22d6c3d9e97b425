/** Loads a file of a project, and says which one it was where it gives no result. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inspect } from 'node:util';
import { settling, Unsettled } from '../bin/guard.js';
import { type Load, Refused } from './run.ts';

/** `await` outside of all functions. */
const AWAITS = /^(?:export\s+)?(?:default\s+|(?:const|let|var)\s[^=]*=\s*)?await\b/;
const THROWS = /\bthrow\s+(?!new\b)/;
const NOT_DEFINITIONS = /^(?:\.|node_modules$|dist$)/;
/** A project with more definitions than that is told without places. */
const MOST_FILES = 5_000;
const SHOWN = 3;

/**
 * The same, but a file that never finishes or throws something that is no error is refused, with the places that do such.
 *
 * @throws Refused for such a file; any other error as it was thrown.
 */
export function carefully(load: Load, folder: string): Load {
  return async (file) => {
    try {
      return await settling(() => load(file));
    } catch (error) {
      if (error instanceof Unsettled) {
        const remedy = 'Definitions are not waited for: read files synchronously, or take the await away';
        throw new Refused(`${file}, or a file that it imports, ${error.message}. ${remedy}${at(folder, AWAITS)}.`);
      }
      if (error instanceof Error) throw error;
      const remedy = 'Throw an Error, which says where it comes from';
      throw new Refused(
        `${file}, or a file that it imports, throws ${inspect(error)}. ${remedy}${at(folder, THROWS)}.`,
      );
    }
  };
}

/** Where the project's own files do that. */
function at(folder: string, pattern: RegExp): string {
  const files = sourcesBelow(folder).slice(0, MOST_FILES);
  const places = files.flatMap((file) => {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.flatMap((line, index) => (pattern.test(line) ? [`${relative(folder, file)}:${index + 1}`] : []));
  });
  return places.length === 0 ? '' : `: ${places.slice(0, SHOWN).join(', ')}${places.length > SHOWN ? ' and more' : ''}`;
}

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (NOT_DEFINITIONS.test(name) || !existsSync(path)) return [];
    if (!statSync(path).isDirectory()) return name.endsWith('.ts') && !name.endsWith('.test.ts') ? [path] : [];
    return existsSync(join(path, 'package.json')) ? [] : sourcesBelow(path);
  });
}
