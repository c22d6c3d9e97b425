/** `npm run contract -- <URL or file>…`: the library's own command, on this project. */
import { contractCommand } from '../lib/cli/contract.ts';
import { root } from './project.ts';

await contractCommand({ name: 'npm run contract --', folder: root }).parseAsync();
