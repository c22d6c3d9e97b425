/**
 * Definitions as modules that can be loaded again. Node.js never forgets a module that it imported; these are made by
 * hand instead, each from the text that its file has now. One that did not change, and that reaches nothing that did,
 * stays the very module it was: what it exports keeps its identity. Packages, and with them the library, are imported
 * in the ordinary way, and once.
 */
import { existsSync, mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Module, SourceTextModule, SyntheticModule } from 'node:vm';
import { manifestOf } from '../../lib/bin/inputs.js';
import { readSource, type Source } from './sources.ts';

export type Exports = Readonly<Record<string, unknown>>;

export interface Modules {
  /** What a file exports as it is now. One at a time: what two of them import is made once. */
  load(path: string): Promise<Exports>;
  /** Looks at all files again: what changed is made anew when it is asked for. */
  refresh(): Promise<void>;
  /** Files that were made modules of. */
  files(): readonly string[];
  /** Folders of packages inside the project. What changes in them is not seen: Node.js has imported it. */
  held(): readonly string[];
}

/** One file. */
interface Made {
  readonly source: Source;
  readonly module: SourceTextModule;
  /** Paths of the files that it imports. */
  readonly imports: Set<string>;
  /** What it exports may follow from more than its text: it can read files. */
  readonly isOpen: boolean;
}

/** The modules of the project in `folder`. */
export function modulesIn(folder: string): Modules {
  const made = new Map<string, Promise<Made>>();
  const packages = new Map<string, Promise<Module>>();
  const held = new Set<string>();
  let importer: ReturnType<typeof importerIn> | undefined;
  const outside = (): NonNullable<typeof importer> => {
    importer ??= importerIn(folder);
    return importer;
  };
  let turn: Promise<unknown> = Promise.resolve();

  const make = async (path: string): Promise<Made> => {
    const source = await readSource(path);
    const module = new SourceTextModule(source.code, {
      identifier: pathToFileURL(path).href,
      initializeImportMeta: (meta) =>
        Object.assign(meta, { url: pathToFileURL(path).href, dirname: dirname(path), filename: path }),
      importModuleDynamically: async (specifier) => await evaluated(await linked(specifier, path)),
    });
    const isOpen = module.dependencySpecifiers.some(isBuiltin);
    return { source, module, imports: new Set(), isOpen };
  };
  const moduleOf = (path: string): Promise<Made> => {
    const before = made.get(path) ?? make(path);
    made.set(path, before);
    return before;
  };
  const linked = async (specifier: string, from: string): Promise<Module> => {
    const path = specifier.startsWith('.') ? fileAt(specifier, from) : undefined;
    if (path === undefined || !isOwn(path)) return await packageOf(path ?? specifier);
    (await made.get(from))?.imports.add(path);
    return (await moduleOf(path)).module;
  };
  /** Of the project itself: what has a package.json of its own is a package, however it is imported. */
  const isOwn = (path: string): boolean => /\.[cm]?ts$/.test(path) && manifestOf(path) === join(folder, 'package.json');
  const packageOf = (name: string): Promise<Module> => {
    const before = packages.get(name) ?? imported(name);
    packages.set(name, before);
    // It may be installed later.
    before.catch(() => packages.delete(name));
    return before;
  };
  const imported = async (name: string): Promise<Module> => {
    const inside = packageFolder(name, folder);
    if (inside !== undefined) held.add(inside);
    const address = name.startsWith(sep) ? pathToFileURL(name).href : name;
    const all: Exports = isBuiltin(address) ? await import(address) : await (await outside())(address);
    const module = new SyntheticModule(Object.keys(all), () => {
      for (const [key, value] of Object.entries(all)) module.setExport(key, value);
    });
    return module;
  };
  const evaluated = async (module: Module): Promise<Module> => {
    if (module.status === 'unlinked')
      await module.link((specifier, { identifier }) => linked(specifier, fileURLToPath(identifier)));
    await module.evaluate();
    return module;
  };
  const inTurn = <T>(what: () => Promise<T>): Promise<T> => {
    const next = turn.then(what);
    turn = next.catch(() => undefined);
    return next;
  };

  return {
    load: (path) =>
      inTurn(async () => {
        try {
          const { module } = await moduleOf(path);
          await evaluated(module);
          // A namespace has one property for each export.
          return module.namespace as Exports;
        } catch (error) {
          await forgetUnfinished(made);
          throw error;
        }
      }),
    refresh: () =>
      inTurn(async () => {
        for (const path of await outOfDate(made)) made.delete(path);
      }),
    files: () => [...made.keys()].map((path) => relative(folder, path)),
    held: () => [...held],
  };
}

/** A module that could not be linked or run cannot be again; what imports it is in the same state. */
async function forgetUnfinished(made: Map<string, Promise<Made>>): Promise<void> {
  for (const [path, promise] of made) {
    const file = await promise.catch(() => undefined);
    if (file?.module.status !== 'evaluated') made.delete(path);
  }
}

/** Files that say something else now, and those that reach one. */
async function outOfDate(made: ReadonlyMap<string, Promise<Made>>): Promise<ReadonlySet<string>> {
  const importers = new Map<string, string[]>();
  const changed: string[] = [];
  await Promise.all(
    [...made].map(async ([path, promise]) => {
      const [before, source] = await Promise.all([
        promise.catch(() => undefined),
        readSource(path).catch(() => undefined),
      ]);
      for (const each of before?.imports ?? []) importers.set(each, [...(importers.get(each) ?? []), path]);
      const isSame = before?.module.status === 'evaluated' && before.source === source && !before.isOpen;
      if (!isSame) changed.push(path);
    }),
  );
  const found = new Set<string>();
  for (let path = changed.pop(); path !== undefined; path = changed.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    changed.push(...(importers.get(path) ?? []));
  }
  return found;
}

/** Endings that an import may leave to the compiler. */
const ENDINGS: readonly (readonly [written: RegExp, file: string])[] = [
  [/$/, ''],
  [/\.([cm]?)js$/, '.$1ts'],
  [/$/, '.ts'],
  [/$/, '/index.ts'],
];

/** @throws Error when nothing is there */
function fileAt(specifier: string, from: string): string {
  const wanted = join(dirname(from), specifier);
  const found = ENDINGS.map(([written, file]) => wanted.replace(written, file)).find(isFile);
  if (found !== undefined) return found;
  throw new Error(`Cannot find module '${wanted}' imported from ${from}`);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** Where a package lies that the project has in its own folder, as those of a workspace do. */
function packageFolder(name: string, folder: string): string | undefined {
  try {
    const path = name.startsWith(sep) ? name : createRequire(join(folder, 'package.json')).resolve(name);
    const inside = relative(realpathSync(folder), dirname(manifestOf(path)));
    return inside === '' || inside.startsWith('..') || inside.split(sep).includes('node_modules') ? undefined : inside;
  } catch {
    // A package that has no file for `require` is none of a workspace's.
    return undefined;
  }
}

const IMPORTER = 'export const load = (name) => import(name);\n';

/** Imports packages as the project's own files would: from a place among them. */
async function importerIn(folder: string): Promise<(name: string) => Promise<Exports>> {
  const place = join(folder, 'node_modules/.cache/plainsight');
  const file = join(place, 'importer.mjs');
  mkdirSync(place, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, IMPORTER);
  const { load }: { readonly load: (name: string) => Promise<Exports> } = await import(pathToFileURL(file).href);
  return load;
}
