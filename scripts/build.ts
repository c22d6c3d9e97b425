/** `npm run build`: the library's own command, on this project. */
import { buildCommand } from '../lib/cli/build.ts';
import { root } from './project.ts';

await buildCommand({ name: 'npm run build --', folder: root }).parseAsync();
