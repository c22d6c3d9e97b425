/** `npm run check`: the library's own command, and what this project asks of its code besides. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { CheckStep } from '../lib/cli/check/perform.ts';
import { toolStep } from '../lib/cli/check/tool.ts';
import { checkCommand } from '../lib/cli/check.ts';
import { allLockFaults } from './locks.ts';
import { root } from './project.ts';
import { serversDirectory } from './servers/place.ts';

// promtool is among the servers that `npm run servers` gets.
process.env.PATH = [join(serversDirectory, 'bin'), process.env.PATH].join(delimiter);

const installed = (program: string): string => join(root, 'node_modules/.bin', program);

/** The preview has packages of its own, which nothing else needs. */
const preview: CheckStep = existsSync(join(root, 'preview/node_modules'))
  ? toolStep({ name: 'types of the preview', program: installed('tsc'), args: ['-p', 'preview'], folder: root })
  : { name: 'types of the preview', skipped: '`npm ci --prefix preview` gets its packages' };

await checkCommand({ name: 'npm run check --', folder: root }, [
  toolStep({ name: 'lint', program: installed('biome'), args: ['check', '--error-on-warnings'], folder: root }),
  toolStep({
    name: 'import directions',
    program: installed('vitest'),
    args: ['run', 'test/rooms.test.ts'],
    folder: root,
  }),
  preview,
  { name: 'lock files', run: async () => allLockFaults().join('\n') },
  toolStep({ name: 'unused exports', program: installed('knip'), args: ['--no-progress'], folder: root }),
]).parseAsync();
