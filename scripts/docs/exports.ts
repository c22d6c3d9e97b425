/** What the package exports, entry by entry: the subject of `docs/api/`, and the names that examples may use. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Declaration, declared, readSource } from './source.ts';

/** One way into the package: `plainsight/promql`. */
export interface Entry {
  /** As it is imported. */
  readonly module: string;
  readonly file: string;
  readonly exports: readonly Exported[];
}

export interface Exported {
  readonly name: string;
  /** Several where a constant and a type share the name, or a function has overloads. */
  readonly declarations: readonly Declaration[];
}

/**
 * The entries of a package whose `exports` name its sources.
 *
 * @throws Error for an export that is declared nowhere.
 */
export function entriesOf(folder: string): readonly Entry[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.entries(manifest.exports)
    .filter(([, path]) => path.endsWith('.ts'))
    .map(([subpath, path]) => {
      const file = join(folder, path);
      const module = subpath === '.' ? manifest.name : `${manifest.name}/${subpath.slice('./'.length)}`;
      const exports = [...readSource(file).exports.keys()].sort().map((name) => exported(module, file, name));
      return { module, file, exports };
    });
}

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string>>;
}

function exported(module: string, file: string, name: string): Exported {
  const declarations = declared(file, name);
  if (declarations.length === 0) throw new Error(`${module} exports ${name}, which is declared nowhere.`);
  return { name, declarations };
}
