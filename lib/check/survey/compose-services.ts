/**
 * The services that a `docker compose` command is about.
 * Source: https://docs.docker.com/reference/cli/docker/compose/
 */

/** Commands whose arguments are services, all of them. */
const OF_SERVICES: ReadonlySet<string> = new Set(
  ['build', 'config', 'create', 'events', 'images', 'kill', 'logs', 'pause', 'ps', 'pull', 'restart', 'rm'].concat([
    'start',
    'stats',
    'stop',
    'top',
    'unpause',
    'up',
    'wait',
  ]),
);
/** Commands whose first argument is a service, and the rest a command in its container. */
const IN_A_SERVICE: ReadonlySet<string> = new Set(['exec', 'port', 'run']);
/** Options whose value is a word of its own. */
const WITH_VALUE: ReadonlySet<string> = new Set(
  ['-f', '-p', '-n', '-t', '-s', '-u', '-e', '-w', '--file', '--project-name', '--tail', '--since', '--until'].concat([
    '--timeout',
    '--signal',
    '--user',
    '--env',
    '--workdir',
    '--profile',
    '--env-file',
    '--index',
  ]),
);

/**
 * The services of every `docker compose` command in a piece of code; `<service>` stands for any and is left out.
 *
 * @example composeServices('docker compose up -d db && docker compose logs --tail 50 worker | grep -v db') // ['db', 'worker']
 */
export function composeServices(code: string): readonly string[] {
  const commands = [...code.matchAll(/docker compose ([^`|;&>]*)/g)].map(([, rest = '']) => rest.split(/\s+/));
  return commands.flatMap((words) => servicesIn(words)).filter((word) => /^[a-z0-9][\w.-]*$/i.test(word));
}

function servicesIn(words: readonly string[]): readonly string[] {
  const scaled = words.flatMap((word, at) => (words[at - 1] === '--scale' ? [word.replace(/=.*/, '')] : []));
  const [verb = '', ...services] = words.filter((word, at) => word !== '' && !isOption(word, words[at - 1]));
  if (IN_A_SERVICE.has(verb)) return services.slice(0, 1);
  return OF_SERVICES.has(verb) ? [...scaled, ...services] : [];
}

function isOption(word: string, before: string | undefined): boolean {
  return word.startsWith('-') || before === '--scale' || (before !== undefined && WITH_VALUE.has(before));
}
