/** `npm run metrics -- <source> <files or URL>`: the library's own command, on this project. */
import { metricsCommand } from '../lib/cli/metrics.ts';
import { root } from './project.ts';

await metricsCommand({ name: 'npm run metrics --', folder: root }).parseAsync();
