/** `npm run secrets`: the library's own command, on this project. */
import { secretsCommand } from '../lib/cli/secrets.ts';
import { root } from './project.ts';

await secretsCommand({ name: 'npm run secrets --', folder: root }).parseAsync();
