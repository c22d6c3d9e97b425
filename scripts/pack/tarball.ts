/**
 * Puts the package together in a folder of its own, and packs that:
 *
 *   package.json      names what was built, where the one in lib/ names the sources
 *   bin/  template/   as they are
 *   dist/*.js         all entries in one bundle, split: what two of them share is loaded once and is the same
 *   dist/types/       the declarations that the entries reach
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../project.ts';
import { writeDeclarations } from './declarations.ts';

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

/** Packs into `out`. */
export async function pack(out: string): Promise<{ readonly file: string; readonly bytes: number }> {
  const manifest: Manifest = JSON.parse(readFileSync(join(LIBRARY, 'package.json'), 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  try {
    await bundle(manifest, folder);
    writeDeclarations({
      library: LIBRARY,
      entries: Object.values(manifest.exports),
      folder: join(folder, 'dist/types'),
    });
    for (const part of ['bin', 'template', 'README.md'])
      cpSync(join(LIBRARY, part), join(folder, part), {
        recursive: true,
        filter: (path) => !path.endsWith('.test.ts'),
      });
    cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packed(manifest), null, 2)}\n`);
    mkdirSync(out, { recursive: true });
    execFileSync('npm', ['pack', '--silent', '--pack-destination', out], { cwd: folder });
    const file = join(out, `${manifest.name}-${manifest.version}.tgz`);
    return { file, bytes: statSync(file).size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `./units` is built as `dist/units.js`, and `.` as `dist/index.js`. */
function builtName(entry: string): string {
  return entry === '.' ? 'index' : entry.slice('./'.length);
}

async function bundle({ exports }: Manifest, folder: string): Promise<void> {
  const entries = Object.entries(exports).map(([entry, source]) => [builtName(entry), join(LIBRARY, source)]);
  await build({
    entryPoints: Object.fromEntries(entries),
    outdir: join(folder, 'dist'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    chunkNames: '[name]-[hash]',
    logLevel: 'warning',
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
    exports: Object.fromEntries(entries),
    sideEffects: false,
    dependencies,
  };
}
