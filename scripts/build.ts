/** `npm run build`: definitions → check → dist. Exit 1 with all problems, and `dist/` untouched. */
import { Command, Option } from 'commander';
import { run } from './run.ts';

interface Options {
  readonly out?: string;
  readonly profile?: string;
  readonly schema: 'classic' | 'v2';
  readonly theme: 'dark' | 'light';
  readonly pictures: boolean;
}

const command = new Command('npm run build --')
  .description('Writes the dashboards, rules and configuration files that the definitions describe.')
  .option('--out <folder>', 'write there instead of dist/')
  .option('--profile <name>', 'only this profile; needs --out')
  .addOption(
    new Option('--schema <version>', 'dashboard schema; v2 needs --out').choices(['classic', 'v2']).default('classic'),
  )
  .addOption(
    new Option('--theme <name>', 'of the pictures; light needs --out').choices(['dark', 'light']).default('dark'),
  )
  .option('--no-pictures', 'leave the pictures out; needs --out')
  .allowExcessArguments(false);

await run(command, async (options: Options) => {
  const started = performance.now();
  const { profile, schema, theme, pictures } = options;
  const partial = profile !== undefined || schema !== 'classic' || theme !== 'dark' || !pictures;
  if (options.out === undefined && partial) {
    command.error(
      '--profile, --schema, --theme and --no-pictures need --out: they would overwrite the committed dist/.',
    );
  }
  const [{ loadModel, build, dist, project }, { problemText }, { writeFiles }, { shownPath }, { summary }] =
    await Promise.all([
      import('./project.ts'),
      import('../lib/model/problem.ts'),
      import('../lib/emit/files/write.ts'),
      import('../lib/emit/files/disk.ts'),
      import('./build/summary.ts'),
    ]);
  const folder = options.out ?? dist;
  const model = await loadModel();
  if (options.profile !== undefined && !model.profiles.includes(options.profile)) {
    command.error(`There is no profile '${options.profile}'; there are ${model.profiles.join(', ')}.`);
  }
  const { problems, files } = await build(model, { ...options, pictures: pictures ? theme : 'none' });
  if (problems.length > 0) {
    process.stderr.write(`${problems.map(problemText).join('\n\n')}\n\n`);
    process.stderr.write(
      `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}; ${shownPath(folder)}/ is untouched.\n`,
    );
    return 1;
  }
  const changes = writeFiles({ folder, files, project });
  process.stdout.write(summary(shownPath(folder), changes, performance.now() - started));
  return 0;
});
