/**
 * Puts the package together in a folder of its own, and packs that:
 *
 *   package.json      names what was built, where the one in lib/ names the sources
 *   bin/  template/   as they are
 *   dist/*.js         all entries in one bundle, split: what two of them share is loaded once and is the same
 *   dist/types/       the declarations that the entries reach
 *   dist/internal/    modules that the preview of the same version imports, and nobody else: without declarations
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../project.ts';
import { writeDeclarations } from './declarations.ts';
import { FOR_NODE, modulesForPreview, withoutEnding, writePreview } from './preview.ts';

const LIBRARY = join(root, 'lib');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly type: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

export interface Packed {
  readonly file: string;
  readonly bytes: number;
}

/** Packs the library into `out`. */
export async function pack(out: string): Promise<Packed> {
  const library = manifest();
  return await packedIn(out, 'plainsight', async (folder) => {
    await bundle(library, folder, await modulesForPreview());
    writeDeclarations({
      library: LIBRARY,
      entries: Object.values(library.exports),
      folder: join(folder, 'dist/types'),
    });
    for (const part of ['bin', 'template', 'README.md'])
      cpSync(join(LIBRARY, part), join(folder, part), {
        recursive: true,
        filter: (path) => !path.endsWith('.test.ts'),
      });
    cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packed(library), null, 2)}\n`);
  });
}

/** Packs the preview of the same version into `out`. */
export async function packPreview(out: string): Promise<Packed> {
  return await packedIn(out, 'plainsight-preview', (folder) => writePreview(folder, manifest()));
}

async function packedIn(out: string, name: string, write: (folder: string) => Promise<void>): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  try {
    await write(folder);
    mkdirSync(out, { recursive: true });
    execFileSync('npm', ['pack', '--silent', '--pack-destination', out], { cwd: folder });
    const file = join(out, `${name}-${manifest().version}.tgz`);
    return { file, bytes: statSync(file).size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(LIBRARY, 'package.json'), 'utf8'));
}

/** `./units` is built as `dist/units.js`, and `.` as `dist/index.js`. */
function builtName(entry: string): string {
  return entry === '.' ? 'index' : entry.slice('./'.length);
}

async function bundle({ exports }: Manifest, folder: string, internal: readonly string[]): Promise<void> {
  const entries = [
    ...Object.entries(exports).map(([entry, source]) => [builtName(entry), join(LIBRARY, source)]),
    ...internal.map((source) => [`internal/${withoutEnding(source)}`, join(LIBRARY, source)]),
  ];
  await build({
    entryPoints: Object.fromEntries(entries),
    outdir: join(folder, 'dist'),
    ...FOR_NODE,
  });
}

/** What the installed package says of itself. */
function packed({ exports, ...manifest }: Manifest): object {
  const { name, version, description, license, type, engines, bin, dependencies } = manifest;
  const entries = Object.entries(exports).map(([entry, source]) => [
    entry,
    {
      types: `./dist/types/${source.slice('./'.length).replace(/\.ts$/, '.d.ts')}`,
      default: `./dist/${builtName(entry)}.js`,
    },
  ]);
  return {
    name,
    version,
    description,
    license,
    type,
    engines,
    bin,
    exports: { ...Object.fromEntries(entries), './internal/*': './dist/internal/*.js' },
    sideEffects: false,
    dependencies,
  };
}
