/** `npm run bench`: the budgets of the project, measured on this machine. */
import { Command } from 'commander';
import { doing } from '../lib/cli/run.ts';

interface Options {
  readonly only?: string;
}

const command = new Command('npm run bench --')
  .description('Measures the budgets: how long building, checking, compiling and asking take, and what they may take.')
  .option('--only <part>', 'only the budgets whose name contains this')
  .allowExcessArguments(false);

await doing(command, async ({ only = '' }: Options) => {
  const { budgets } = await import('./bench/budgets.ts');
  const { row, header, isOver } = await import('./bench/measure.ts');
  const wanted = budgets.filter(({ name }) => name.includes(only));
  if (wanted.length === 0) {
    command.error(`No budget is called '${only}'; there are:\n${budgets.map(({ name }) => `  ${name}`).join('\n')}`);
  }
  process.stdout.write(header);
  let exceeded = 0;
  for (const budget of wanted) {
    const figure = await budget.measure();
    if (isOver(figure)) exceeded += 1;
    process.stdout.write(row(budget.name, figure));
  }
  return exceeded === 0 ? 0 : 1;
}).parseAsync();
