/** `npm run docs`: writes docs/checks.md from the rules. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { doing } from '../lib/cli/run.ts';

const PAGE = fileURLToPath(new URL('../docs/checks.md', import.meta.url));

const command = new Command('npm run docs --')
  .description('Writes docs/checks.md: every rule with its reason, its source and an example.')
  .allowExcessArguments(false);

await doing(command, async () => {
  const { checksPage } = await import('../lib/check/documentation.ts');
  writeFileSync(PAGE, checksPage());
  return 0;
}).parseAsync();
