/** Real servers for tests: where they lie, and what a test does when one is missing. */
import { describe, it } from 'vitest';
import { binaryPath, isThere, serversDirectory } from '../../scripts/servers/place.ts';
import { type ProgramName, program } from '../../scripts/servers/program.ts';

export type { ProgramName };

/** The program's path, or undefined when `npm run servers` has not built the pinned version. */
export function serverPath(name: ProgramName): string | undefined {
  return isThere(serversDirectory, program(name)) ? binaryPath(serversDirectory, name) : undefined;
}

/**
 * The program's path, for code that runs inside `describeWithServer`.
 *
 * @throws Error that names the command which gets the program.
 */
export function requireServer(name: ProgramName): string {
  const path = serverPath(name);
  if (path === undefined) throw new Error(missing([name]));
  return path;
}

/**
 * A `describe` whose tests need real servers. Where one is missing they are skipped with one line that names the
 * command which gets it; with CI=true they fail, so that nothing is skipped unseen.
 *
 * @example describeWithServer(['promtool'], 'rules', () => { it('are accepted', …) });
 */
export function describeWithServer(names: readonly ProgramName[], title: string, body: () => void): void {
  const absent = names.filter((name) => serverPath(name) === undefined);
  if (absent.length === 0) {
    describe(title, body);
    return;
  }
  if (process.env.CI === 'true') {
    describe(title, () => {
      it('has the servers that it needs', () => {
        throw new Error(missing(absent));
      });
    });
    return;
  }
  process.stderr.write(`skipped: ${title}: ${missing(absent)}\n`);
  describe.skip(title, body);
}

function missing(names: readonly string[]): string {
  return `${names.join(' and ')} not found in .servers/bin at the pinned version; \`npm run servers\` gets it`;
}
