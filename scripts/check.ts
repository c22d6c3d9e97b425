/** `npm run check`: types, lint, import directions, unused exports, the rules, and that dist is what the definitions say. */
import { Command } from 'commander';
import { run } from './run.ts';

interface Options {
  readonly prometheus?: string;
}

const command = new Command('npm run check --')
  .description(
    'Checks types, lint, import directions, unused exports, every rule, and that dist/ is what the definitions say.',
  )
  .option('--prometheus <url>', 'also ask this Prometheus every query')
  .allowExcessArguments(false);

await run(command, async ({ prometheus }: Options) => {
  const [{ steps }, { perform }] = await Promise.all([import('./check/steps.ts'), import('./check/perform.ts')]);
  return await perform(steps(prometheus));
});
