/** Where the real servers lie, for tests and for commands that run without a test. */
import { binaryPath, isThere, serversDirectory } from '../../scripts/servers/place.ts';
import { type ProgramName, program } from '../../scripts/servers/program.ts';

export type { ProgramName };

/** The program's path, or undefined when `npm run servers` has not built the pinned version. */
export function serverPath(name: ProgramName): string | undefined {
  return isThere(serversDirectory, program(name)) ? binaryPath(serversDirectory, name) : undefined;
}

/**
 * The program's path, for code that runs where it is known to be there.
 *
 * @throws Error that names the command which gets the program.
 */
export function requireServer(name: ProgramName): string {
  const path = serverPath(name);
  if (path === undefined) throw new Error(notBuilt([name]));
  return path;
}

/** What is missing, and how to get it. */
export function notBuilt(names: readonly string[]): string {
  const all = new Intl.ListFormat('en-GB').format(names);
  const them = names.length === 1 ? 'it' : 'them';
  return `${all} not found in .servers/bin at the pinned version; \`npm run servers\` gets ${them}`;
}
