/** A build owns its output folder and removes what it does not make: somebody else's folder must not be taken for it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A file that every build makes. */
const MARK = 'model.json';

/** Why `folder` cannot be built into: it holds files that no build made. Nothing where it can. */
export function foreignFolder(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const entries = readdirSync(folder);
  if (entries.length === 0 || entries.includes(MARK)) return undefined;
  return `${join(folder)} holds ${entries.slice(0, 3).join(', ')} and no build made it: a build would remove that. Name a new or an empty folder.`;
}
