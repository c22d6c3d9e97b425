/** The declarations of the library's entries, and of what these name: nothing else is part of what users compile. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../project.ts';

interface Wanted {
  /** The folder of the sources. */
  readonly library: string;
  /** Sources inside it: `./index.ts`. */
  readonly entries: readonly string[];
  /** Where the declarations go. */
  readonly folder: string;
}

/** Compiles, and copies what the entries reach. */
export function writeDeclarations({ library, entries, folder }: Wanted): void {
  // Inside the project, where the compiler finds the packages that the sources import.
  const work = mkdtempSync(join(root, 'node_modules/.pack-'));
  try {
    const compilerOptions = {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      outDir: 'out',
      rootDir: library,
    };
    const files = entries.map((entry) => join(library, entry));
    const settings = { extends: join(root, 'tsconfig.json'), compilerOptions, files, include: [] };
    writeFileSync(join(work, 'tsconfig.json'), JSON.stringify(settings));
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', work], { stdio: 'pipe' });
    for (const [path, text] of reached(join(work, 'out'), entries.map(declarationOf))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const IMPORT = /(\bfrom |\bimport\(?\s*)(['"])(\.[^'"]*)\.ts\2/g;

/** The declarations that the entries name, by path, with the endings that a compiler looks for beside them. */
function reached(folder: string, entries: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const left = [...entries];
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (texts.has(path)) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    for (const [, , , specifier = ''] of text.matchAll(IMPORT)) left.push(join(dirname(path), `${specifier}.d.ts`));
    texts.set(path, text.replace(IMPORT, '$1$2$3.js$2'));
  }
  return texts;
}

function declarationOf(source: string): string {
  return join('.', source.replace(/\.ts$/, '.d.ts'));
}
