/** Bundles a project: its definitions, and those of its packages that are TypeScript. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { CONFIG, definitionFiles, hashOf, listings, manifestOf } from './inputs.js';

/**
 * @typedef {object} Wanted
 * @property {string} folder of the project
 * @property {readonly string[]} folders in it, whose files the bundle can load besides the configuration
 * @property {string} cache where the bundle will lie
 *
 * @param {Wanted} wanted
 * @returns {Promise<{ readonly text: string, readonly map: string, readonly inputs: import('./inputs.js').Hashes }>}
 */
export async function bundle({ folder, folders, cache }) {
  /** @type {Record<string, string>} */
  const inputs = { ...listings(folder, folders) };
  const { outputFiles } = await build({
    stdin: { contents: entry(folder, folders), resolveDir: folder },
    absWorkingDir: folder,
    outfile: join(cache, 'bundle.js'),
    bundle: true,
    write: false,
    sourcemap: 'external',
    sourcesContent: false,
    // The engine reads all of it each time, and nobody else does.
    minifyWhitespace: true,
    // Of a script, unlike a module, compiled code can be kept; and what no command asks for is not loaded.
    format: 'cjs',
    banner: { js: "(function (exports, require, module) { 'use strict';" },
    footer: { js: '})' },
    platform: 'node',
    target: `node${process.versions.node}`,
    // What depends on paths of a tsconfig.json is not followed, and loaded in the ordinary way.
    tsconfigRaw: '{}',
    logLevel: 'silent',
    plugins: [packagesStay(cache), remembered(inputs)],
  });
  const rest = [fileURLToPath(import.meta.url), ...Object.keys(inputs).map(manifestOf)];
  for (const path of new Set(rest)) inputs[path] = hashOf(readFileSync(path));
  const [map = '', text = ''] = outputFiles.map((each) => each.text);
  return { text, map, inputs };
}

/**
 * Nothing of the project is run by importing this: an error in a definition is then one of the command.
 *
 * @param {string} folder
 * @param {readonly string[]} folders
 */
function entry(folder, folders) {
  const inside = folders.flatMap((each) => definitionFiles(join(folder, each)).map((name) => `${each}/${name}`));
  const modules = [CONFIG, ...inside].map(
    (file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(`./${file}`)})`,
  );
  return `export { main } from 'plainsight/cli';
const modules = { ${modules.join(', ')} };
export const load = (file) => modules[file]();`;
}

const ASKED = Symbol('asked');

/** Packages that the library needs for every build, and that are code alone: many small files, and no file of another kind. */
const INSIDE =
  /[\\/]node_modules[\\/](?:plainsight|commander|yaml|picocolors|re2js|tslib|@lezer[\\/]\w+|@grafana[\\/](?:lezer-logql|grafana-foundation-sdk))[\\/]/;

/**
 * Packages stay where they are, unless they are TypeScript or the library's own.
 *
 * @param {string} cache
 * @returns {import('esbuild').Plugin}
 */
function packagesStay(cache) {
  return {
    name: 'packages-stay',
    setup: ({ onResolve, resolve }) => {
      onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, kind, importer, resolveDir }) => {
        if (pluginData === ASKED) return undefined;
        const found = await resolve(path, { kind, importer, resolveDir, pluginData: ASKED });
        if (found.external || found.errors.length > 0 || isInside(found.path)) return found;
        const fromHere = await resolve(path, { kind, resolveDir: cache, pluginData: ASKED });
        if (fromHere.path !== found.path) throw new Error(`${path} would be another package in the bundle.`);
        return { path, external: true };
      });
    },
  };
}

/** @param {string} path */
const isInside = (path) => /\.[cm]?ts$/.test(path) || (INSIDE.test(path) && /\.[cm]?js$/.test(path));

/** How the library loads what not every command needs; a bundle has it inside, and runs it as late. */
const LATE = /\bcreateRequire\d*\(import\.meta\.url\)\(/g;
/**
 * The parser of command lines can start programs, and none of our commands is one: what Node.js needs for that is loaded
 * when it is asked for.
 */
const STARTS = "const childProcess = require('node:child_process');";
const STARTS_LATE = "const childProcess = { get spawn() { return require('node:child_process').spawn; } };";
/** What a file is told of where it lies. */
const OWN_PLACE = /\bimport\.meta\.(url|dirname|filename)\b/g;

/**
 * Notes the hash of each file as it is bundled, and tells it its own place instead of the bundle's.
 *
 * @param {Record<string, string>} inputs
 * @returns {import('esbuild').Plugin}
 */
function remembered(inputs) {
  return {
    name: 'remembered',
    setup: ({ onLoad }) => {
      onLoad({ filter: /.*/, namespace: 'file' }, async ({ path }) => {
        const bytes = await readFile(path);
        inputs[path] = hashOf(bytes);
        const place = { url: pathToFileURL(path).href, dirname: dirname(path), filename: path };
        /** @param {string} _ @param {keyof typeof place} name */
        const literal = (_, name) => JSON.stringify(place[name]);
        const text = bytes
          .toString('utf8')
          .replace(LATE, 'require(')
          .replace(STARTS, STARTS_LATE)
          .replace(OWN_PLACE, literal);
        return { contents: text, loader: 'default' };
      });
    },
  };
}
