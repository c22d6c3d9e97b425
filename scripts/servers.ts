/** `npm run servers`: gets the real servers that tests run against, pinned in stack/versions.ts, into `.servers/`. */
import { spawnSync } from 'node:child_process';
import { Command } from 'commander';
import { root } from './project.ts';
import { BuildFailure, build } from './servers/build.ts';
import { neededGo } from './servers/go-failure.ts';
import { isThere, serversDirectory } from './servers/place.ts';
import { isProgramName, type ProgramName, program, programNames, unknownNames } from './servers/program.ts';
import { SERVICES, servicesAreInstalled } from './servers/services.ts';
import { findInSystem, howToGet, systemNames } from './servers/system.ts';

interface Options {
  readonly force?: true;
}

const command = new Command('npm run servers --')
  .description('Builds the servers that the tests need into .servers/bin, at the versions of stack/versions.ts.')
  .argument('[names...]', `what to get: ${programNames.join(', ')} (all of them when none is named)`)
  .option('--force', 'build again what is already there')
  .addHelpText(
    'after',
    `\nNeeds Go ${neededGo} or newer. The first build takes some minutes, a later one none.\n` +
      `What cannot be built is looked for in the system, and nothing is installed there: ${systemNames.join(', ')}.`,
  )
  .action(getServers);

async function getServers(names: readonly string[], options: Options): Promise<void> {
  const unknown = unknownNames(names);
  if (unknown.length > 0) {
    command.error(`No such server: ${unknown.join(', ')}. Allowed are ${programNames.join(', ')}.`);
  }
  const wanted = names.length === 0 ? programNames : programNames.filter((name) => names.includes(name));
  for (const name of wanted.filter(isProgramName)) await getServer(name, options);
  if (names.length > 0) return;
  systemNames.forEach(reportInSystem);
  getServices();
}

/** vote, worker and result, as tests run them, have packages of their own: a client of Redis, and one of PostgreSQL. */
function getServices(): void {
  if (servicesAreInstalled()) {
    console.log('vote, worker and result: already there');
    return;
  }
  console.log(`vote, worker and result: installing their packages, npm ci --prefix ${SERVICES}`);
  const { status } = spawnSync('npm', ['ci', '--prefix', SERVICES], { cwd: root, stdio: 'inherit' });
  if (status !== 0)
    throw new BuildFailure(`vote, worker and result: npm ended with ${status}; its own words are above.`);
}

function reportInSystem(name: (typeof systemNames)[number]): void {
  const found = findInSystem(name);
  console.log(found === undefined ? howToGet(name) : `${name} ${found.version}: the system's, ${found.path}`);
}

async function getServer(name: ProgramName, options: Options): Promise<void> {
  const wanted = program(name);
  if (!options.force && isThere(serversDirectory, wanted)) {
    console.log(`${name} ${wanted.version}: already there`);
    return;
  }
  console.log(`${name} ${wanted.version}: building ${wanted.target}, a minute or two the first time`);
  const start = performance.now();
  await build(serversDirectory, wanted);
  console.log(`${name} ${wanted.version}: built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

try {
  await command.parseAsync();
} catch (error) {
  if (!(error instanceof BuildFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
