#!/usr/bin/env node
/**
 * The command `plainsight`. A project may have another version than the one that was called: its own is used, so that
 * the definitions and the command are of one library.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { bundled, SHORT_LIVED } from './bundle.js';

/**
 * Commands that load the definitions. The others have to work where these are broken: those that are asked often start
 * from what was bundled, if it is up to date, since one file is loaded sooner than hundreds.
 */
const LOADING = ['build', 'check', 'contract'];
const STARTING = ['diff'];

const folder = process.cwd();
const [, , command = ''] = process.argv;
const isLoading = LOADING.includes(command);
const isStarting = STARTING.includes(command);
const isBundled = isLoading || isStarting;
// Compiled code is kept for this setting alone, so that it comes before the bundle.
if (isBundled) setFlagsFromString(SHORT_LIVED);
const project = isBundled
  ? await bundled(folder, { make: isLoading, ...(isStarting && { code: command }) })
  : undefined;
if (project === undefined) {
  const { main } = await import(await commandPath());
  await main();
} else {
  await project.main(project.load);
}

// What a definition has left running, such as a timer, keeps no command from ending. The process ends at once when all
// is written that was said: taking its memory apart in good order would take longer than loading the definitions.
process.stdout.write('', () => process.stderr.write('', () => process.exit()));

/** Where the command lies that the project would import, or else this package's own; made loadable. */
async function commandPath() {
  const path = commandFor(join(folder, 'package.json')) ?? commandFor(import.meta.url);
  if (path === undefined) throw new Error('plainsight lies in no package of its name.');
  if (path.endsWith('.ts') && !Reflect.get(process.features, 'typescript')) {
    const { register } = await import('tsx/esm/api');
    register();
  }
  return pathToFileURL(path).href;
}

/**
 * The path of the command that `from` would import; undefined when it has none.
 *
 * @param {string} from
 */
function commandFor(from) {
  try {
    return createRequire(from).resolve('plainsight/cli');
  } catch {
    return undefined;
  }
}
