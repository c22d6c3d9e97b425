/** The services of the voting app as tests run them: where they lie, and whether their packages are installed. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project.ts';

/** Their folder, from the project's. */
export const SERVICES = 'test/servers/app';

/** Whether what is installed is as new as their lock file. */
export function servicesAreInstalled(): boolean {
  const [locked, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map((file) =>
    statSync(join(root, SERVICES, file), { throwIfNoEntry: false }),
  );
  return locked !== undefined && installed !== undefined && installed.mtimeMs >= locked.mtimeMs;
}
