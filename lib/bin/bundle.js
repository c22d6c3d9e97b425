/**
 * Loads a project from one file instead of from hundreds: its definitions, and those of its packages that are
 * TypeScript. The file lies in node_modules/.cache/plainsight and is used only while everything that it was made of is
 * what it was. What cannot be bundled is loaded in the ordinary way, which then also says what is wrong with it.
 */
import { isAscii } from 'node:buffer';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, SourceMap } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, Script } from 'node:vm';
import { settling, withoutExit } from './guard.js';
import { CONFIG, hashOf, hashOfFile, listings } from './inputs.js';

/**
 * How Node.js's engine is set up for a command. It is set up for processes that stay: it compiles functions anew, with
 * care, that have run for some milliseconds. In a command that ends within seconds that was a third of all processor time.
 * With this they have to run four times as long. It is a number that the engine looks up each time: other settings, as
 * those of the garbage collector, may not change while a process runs.
 */
export const SHORT_LIVED = '--interrupt-budget=270000';

/**
 * @typedef {object} Project what a bundle exports
 * @property {(load: Project['load']) => Promise<void>} main the command line
 * @property {(file: string) => Promise<Readonly<Record<string, unknown>>>} load imports a file of the project
 *
 * @typedef {object} Kept what is known of a bundle that was made
 * @property {string} file
 * @property {string} hash of what is in that file
 * @property {readonly string[]} folders those whose files it can load
 * @property {import('./inputs.js').Hashes} inputs all that it was made of
 *
 * @typedef {object} Bundle
 * @property {string} file
 * @property {Buffer} bytes what is in that file
 */

/**
 * The project in `folder`, loaded from its bundle. When that is out of date, it is made anew, or left alone: making it
 * runs the configuration.
 *
 * @param {string} folder absolute
 * @param {{ readonly make: boolean, readonly code?: string }} options whose compiled code it starts with: commands that
 * call other functions have their own
 * @returns {Promise<Project | undefined>} undefined when it has to be loaded in the ordinary way
 */
export async function bundled(folder, { make, code = '' }) {
  if (!existsSync(join(folder, CONFIG))) return undefined;
  try {
    const kept = read(folder);
    const bytes = kept && freshBytes(folder, kept);
    if (kept !== undefined && bytes !== undefined) return await opened({ file: kept.file, bytes }, code);
    if (!make) return undefined;
    return await withoutExit(() => made(folder, kept?.folders ?? []));
  } catch {
    Reflect.deleteProperty(Error, 'prepareStackTrace');
    return undefined;
  }
}

/**
 * @param {string} folder
 * @returns {Kept | undefined}
 */
function read(folder) {
  const list = listOf(folder);
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : undefined;
}

/**
 * What is in the bundle, where it and all that it was made of are what they were.
 *
 * @param {string} folder
 * @param {Kept} kept
 * @returns {Buffer | undefined}
 */
function freshBytes(folder, { file, hash, folders, inputs }) {
  try {
    const now = listings(folder, folders);
    const isFresh = Object.entries(inputs).every(([path, known]) => (now[path] ?? hashOfFile(path)) === known);
    if (!isFresh) return undefined;
    const bytes = readFileSync(file);
    return hashOf(bytes) === hash ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes the bundle. Which folders it has to know is said by the configuration, which is read from the bundle itself: of
 * a project that is new, or that changes them, it is made twice.
 *
 * @param {string} folder
 * @param {readonly string[]} folders
 * @returns {Promise<Project>}
 */
async function made(folder, folders) {
  // Packages are looked for from there, too.
  mkdirSync(cacheOf(folder), { recursive: true });
  const { bundle } = await import('./bundling.js');
  const { text, map, inputs } = await bundle({ folder, folders, cache: cacheOf(folder) });
  const file = join(cacheOf(folder), `${nameOf(folder)}-${hashOf(text).slice(0, 16)}.js`);
  put(mapOf(file), map);
  put(file, text);
  const project = await opened({ file, bytes: Buffer.from(text) }, '');
  const { default: config } = await settling(() => project.load(CONFIG));
  const wanted = registriesIn(config);
  if (wanted.join() !== folders.join()) return await made(folder, wanted);
  /** @type {Kept} */
  const kept = { file, hash: hashOf(text), folders, inputs };
  put(listOf(folder), JSON.stringify(kept));
  forget(folder, file);
  return project;
}

/** @param {unknown} config */
function registriesIn(config) {
  const isObject = typeof config === 'object' && config !== null && 'registries' in config;
  return isObject ? Object.keys(Object(config.registries)) : [];
}

/**
 * Runs nothing of the project yet. Places in the stacks of errors become those in its sources, when somebody reads them.
 *
 * @param {Bundle} bundle
 * @param {string} code whose compiled code
 * @returns {Promise<Project>}
 */
async function opened(bundle, code) {
  const { file } = bundle;
  const url = pathToFileURL(file).href;
  /** @type {SourceMap | undefined} */
  let map;
  /** @param {string} frame */
  const inSource = (frame) =>
    frame.replace(/(file:[^\s()]+):(\d+):(\d+)/, (place, at, line, column) => {
      if (at !== url) return place;
      map ??= new SourceMap(JSON.parse(readFileSync(mapOf(file), 'utf8')));
      const found = map.findEntry(line - 1, column - 1);
      if (!('originalSource' in found)) return place;
      return `${new URL(found.originalSource, url)}:${found.originalLine + 1}:${found.originalColumn + 1}`;
    });
  Error.prepareStackTrace = (error, frames) =>
    [String(error), ...frames.map((frame) => `    at ${inSource(String(frame))}`)].join('\n');
  return ran(bundle, { url, codeFile: codeOf(file, code) });
}

/**
 * Runs a bundle, with the compiled code of an earlier command where that is known. It is kept when the first command is
 * done: only then the functions are compiled that it called.
 *
 * @param {Bundle} bundle
 * @param {{ readonly url: string, readonly codeFile: string }} options its places are called by the URL in stacks
 * @returns {Project}
 */
function ran({ bytes }, { url, codeFile }) {
  const cachedData = readCode(codeFile);
  const script = new Script(bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8'), {
    filename: url,
    ...(cachedData !== undefined && { cachedData }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = { exports: /** @type {Project} */ ({}) };
  script.runInThisContext()(module.exports, createRequire(url), module);
  const { main, load } = module.exports;
  if (cachedData !== undefined && script.cachedDataRejected !== true) return { main, load };
  return {
    load,
    main: async (of) => {
      try {
        return await main(of);
      } finally {
        keepCode(codeFile, script.createCachedData());
      }
    },
  };
}

/** The engine trusts what it is given: a file that is not whole is none. @param {string} path */
function readCode(path) {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const code = bytes.subarray(HASH_LENGTH);
  return hashOf(code) === bytes.subarray(0, HASH_LENGTH).toString('latin1') ? code : undefined;
}

/** Whoever cannot keep it compiles again the next time. @param {string} path @param {Uint8Array} code */
function keepCode(path, code) {
  try {
    put(path, Buffer.concat([Buffer.from(hashOf(code), 'latin1'), code]));
  } catch {
    // A full disk, say: the command itself has done what it should.
  }
}

/** @param {string} folder */
const cacheOf = (folder) => join(folder, 'node_modules/.cache/plainsight');
/** Several folders may share their packages by a link. @param {string} folder */
const nameOf = (folder) => hashOf(folder).slice(0, 8);
/** @param {string} folder */
const listOf = (folder) => join(cacheOf(folder), `${nameOf(folder)}.json`);
/** @param {string} file */
const mapOf = (file) => `${file}.map`;
/** @param {string} file @param {string} whose */
const codeOf = (file, whose) => `${file}${whose === '' ? '' : `.${whose}`}.code`;
/** Of a hash as text. */
const HASH_LENGTH = 64;

/** Readers find a whole file or none. @param {string} path @param {string | Uint8Array} text */
function put(path, text) {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, text);
  renameSync(own, path);
}

/** Removes the bundles that went before. @param {string} folder @param {string} file */
function forget(folder, file) {
  const names = readdirSync(cacheOf(folder)).filter((name) => name.startsWith(`${nameOf(folder)}-`));
  const old = names.filter((name) => !name.startsWith(basename(file)));
  for (const name of old) rmSync(join(cacheOf(folder), name), { force: true });
}
