/** The services of the voting app as tests run them: where they lie, and whether their packages are installed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project.ts';

/** Their folder, from the project's. */
export const SERVICES = 'test/servers/app';

/** Whether what is installed is what their lock file says. npm keeps a copy of that file beside the packages. */
export function servicesAreInstalled(): boolean {
  try {
    return packagesIn('package-lock.json') === packagesIn('node_modules/.package-lock.json');
  } catch {
    return false;
  }
}

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

/** Every package with its version; the project itself stands in only one of the two files. */
function packagesIn(file: string): string {
  const { packages } = JSON.parse(readFileSync(join(root, SERVICES, file), 'utf8')) as LockFile;
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  return JSON.stringify(entries.map(([path, { version }]) => [path, version]).sort());
}
