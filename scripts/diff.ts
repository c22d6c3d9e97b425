/** `npm run diff -- [base]`: the library's own command, on this project. */
import { diffCommand } from '../lib/cli/diff.ts';
import { root } from './project.ts';

await diffCommand({ name: 'npm run diff --', folder: root }).parseAsync();
