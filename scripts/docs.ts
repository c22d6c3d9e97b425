/** `npm run docs`: writes the pages that are generated from the code. */
import { Command } from 'commander';
import { doing } from '../lib/cli/run.ts';
import { root } from './project.ts';

const command = new Command('npm run docs --')
  .description(
    'Writes docs/checks.md, the list of rules, docs/review.md, what a review tells, and docs/api/, a page for every export of the library.',
  )
  .allowExcessArguments(false);

await doing(command, async () => {
  const { writePages } = await import('./docs/written.ts');
  const written = writePages(root);
  process.stdout.write(
    written.length === 0 ? 'docs/ is up to date\n' : `${written.map((path) => `docs/${path}`).join('\n')}\n`,
  );
  return 0;
}).parseAsync();
