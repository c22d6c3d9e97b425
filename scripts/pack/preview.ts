/**
 * Puts the package of the preview together:
 *
 *   package.json      asks for plainsight in this very version
 *   dist/*.js         the command, and the process that loads definitions; the library is imported from plainsight
 *   page/             as the browser gets it: bundled, with the icons and fonts that Grafana's components ask for
 *   LICENSES.md       of all that is bundled
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { ensurePage } from '../../preview/server/install.ts';
import { FONTS, ICONS } from '../../preview/server/lent.ts';
import { terminalProgress } from '../../preview/server/terminal.ts';
import { root } from '../project.ts';
import { licences } from './licences.ts';

const LIBRARY = join(root, 'lib');
const PREVIEW = join(root, 'preview');

interface Versions {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** What both packages have in common. */
export interface Common {
  readonly version: string;
  readonly license: string;
  readonly engines: Readonly<Record<string, string>>;
}

/** How both packages are bundled: what two entries share is loaded once. */
export const FOR_NODE = {
  bundle: true,
  splitting: true,
  chunkNames: '[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** Writes the package into `folder`. */
export async function writePreview(folder: string, common: Common): Promise<void> {
  await ensurePage(root, terminalProgress(process.stderr));
  const { metafile } = await bundled(new Set(), { outdir: join(folder, 'dist'), write: true });
  writePage(join(folder, 'page'));
  writeFileSync(join(folder, 'LICENSES.md'), licences(PREVIEW, packagesIn(join(PREVIEW, 'build'))));
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  cpSync(join(PREVIEW, 'README.md'), join(folder, 'README.md'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(common, externals(metafile)), null, 2)}\n`);
}

/** The library's own modules that the preview imports, as `promql/print.ts`. */
export async function modulesForPreview(): Promise<readonly string[]> {
  const used = new Set<string>();
  await bundled(used, { outdir: join(root, 'preview/build'), write: false });
  return [...used].sort();
}

function bundled(used: Set<string>, { outdir, write }: { readonly outdir: string; readonly write: boolean }) {
  return build({
    entryPoints: [join(root, 'scripts/preview/installed.ts'), join(PREVIEW, 'server/loader.ts')],
    ...FOR_NODE,
    entryNames: '[name]',
    outdir,
    write,
    absWorkingDir: root,
    metafile: true,
    plugins: [libraryStays(used)],
  });
}

/** The library is imported from the project's own plainsight: definitions and preview are then of one library. */
function libraryStays(used: Set<string>): Plugin {
  return {
    name: 'library-stays',
    setup: ({ onResolve }) => {
      onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
        const inside = relative(LIBRARY, join(resolveDir, path));
        if (inside.startsWith('..')) return undefined;
        used.add(inside);
        return { path: `plainsight/internal/${withoutEnding(inside)}`, external: true };
      });
    },
  };
}

/** `promql/print` of `promql/print.ts`. */
export function withoutEnding(path: string): string {
  return path.slice(0, path.length - extname(path).length);
}

function writePage(folder: string): void {
  const isPage = (path: string): boolean => !/\/(?:\.[^/]*|packages\.json)$/.test(path);
  cpSync(join(PREVIEW, 'build'), folder, { recursive: true, filter: isPage });
  const packages = join(PREVIEW, 'node_modules');
  cpSync(join(packages, ICONS.folder), join(folder, ICONS.at), { recursive: true });
  for (const [address, file] of Object.entries(FONTS)) {
    mkdirSync(dirname(join(folder, address)), { recursive: true });
    cpSync(join(packages, file), join(folder, address));
  }
}

/** Folders of the packages that are bundled, and of those that lend files. */
function packagesIn(build: string): readonly string[] {
  const bundled: readonly string[] = JSON.parse(readFileSync(join(build, 'packages.json'), 'utf8'));
  const lending = [ICONS.folder, ...Object.values(FONTS)].map((path) => path.split('/').slice(0, 2).join('/'));
  return [...new Set([...bundled, ...lending.map((name) => `node_modules/${name}`)])].sort();
}

/** Names of the packages that the bundle imports. */
function externals({ outputs }: Metafile): readonly string[] {
  const imports = Object.values(outputs).flatMap((output) => output.imports.filter(({ external }) => external));
  const names = imports.map(({ path }) =>
    path
      .split('/')
      .slice(0, path.startsWith('@') ? 2 : 1)
      .join('/'),
  );
  return [...new Set(names)].filter((name) => !name.startsWith('node:') && name !== 'plainsight').sort();
}

/** What it loads by a name that a bundler does not see. */
const ALSO = ['@resvg/resvg-js'];

function manifest({ version, license, engines }: Common, imported: readonly string[]): object {
  const versions = [root, LIBRARY, PREVIEW].reduce((all: Record<string, string>, folder) => {
    const { dependencies, devDependencies }: Versions = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return Object.assign(all, devDependencies, dependencies);
  }, {});
  const needed = [...imported, ...ALSO].map((name) => {
    const found = versions[name];
    if (found === undefined) throw new Error(`No package.json says which version of ${name} is meant.`);
    return [name, found] as const;
  });
  return {
    name: 'plainsight-preview',
    version,
    description:
      "Dashboards of plainsight in a browser, drawn by Grafana's own components, again whenever a definition is saved",
    license,
    type: 'module',
    engines,
    exports: { '.': './dist/installed.js' },
    dependencies: Object.fromEntries(needed.sort()),
    peerDependencies: { plainsight: version },
  };
}
