/** Folders for a while: each has the number of its process in its name, so that the next one can tell which are left over. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A new folder of this process in `parent`. Those that a killed process has left there under the same prefix are removed.
 *
 * @throws Error as the file system gives it.
 * @example ownFolder('/tmp', 'shop-').startsWith(`/tmp/shop-${process.pid}-`) // true
 */
export function ownFolder(parent: string, prefix: string): string {
  for (const name of readdirSync(parent)) {
    if (name.startsWith(prefix) && isLeftOver(name.slice(prefix.length))) {
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
  return mkdtempSync(join(parent, `${prefix}${process.pid}-`));
}

/** Of the rest of a name: the process is gone. */
function isLeftOver(rest: string): boolean {
  const [, pid] = /^(\d+)-[A-Za-z0-9]{6}$/.exec(rest) ?? [];
  return pid !== undefined && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user runs as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
