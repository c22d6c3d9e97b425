/** PostgreSQL refuses to run as root: there it runs as its own user, or as nobody. */
import { chownSync, readFileSync } from 'node:fs';
import type { StartOptions } from '../support/process.ts';

/** The user for PostgreSQL's processes, where this process is root. */
export function unprivileged(): Pick<StartOptions, 'user'> {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const [found = ''] = ['postgres', 'nobody'].flatMap((name) => users.filter((line) => line.startsWith(`${name}:`)));
  const [, , uid, gid] = found.split(':');
  return { user: { uid: Number(uid), gid: Number(gid) } };
}

/** Gives a folder to that user. */
export function handOver(folder: string): void {
  const { user } = unprivileged();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
}
