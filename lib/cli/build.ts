/** `plainsight build`: definitions → check → dist. Exit 1 with all problems, and `dist/` untouched. */
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { commandNamed, doing, type Invocation } from './run.ts';

interface Options {
  readonly out?: string;
  readonly output?: string;
  readonly schema: 'classic' | 'v2';
  readonly theme: 'dark' | 'light';
  readonly pictures: boolean;
}

export function buildCommand(invocation: Invocation): Command {
  const command = commandNamed(invocation)
    .description('Writes the dashboards, rules and configuration files that the definitions describe.')
    .option('--out <folder>', 'write there instead of into the folder of the configuration')
    .option('--output <name>', 'only this output of the configuration, at the root; needs --out')
    .addOption(
      new Option('--schema <version>', 'dashboard schema; v2 needs --out')
        .choices(['classic', 'v2'])
        .default('classic'),
    )
    .addOption(
      new Option('--theme <name>', 'of the pictures; light needs --out').choices(['dark', 'light']).default('dark'),
    )
    .option('--no-pictures', 'leave the pictures out; needs --out');
  return doing(command, async (options: Options) => {
    const { out, output, schema, theme, pictures } = options;
    const partial = output !== undefined || schema !== 'classic' || theme !== 'dark' || !pictures;
    if (out === undefined && partial) {
      command.error(
        '--output, --schema, --theme and --no-pictures need --out: they would overwrite the committed dist/.',
      );
    }
    return await build(invocation, options, (message) => command.error(message));
  });
}

async function build(invocation: Invocation, options: Options, refuse: (message: string) => never): Promise<number> {
  const { folder } = invocation;
  const started = performance.now();
  const [{ loadProject }, { buildOutputs }, { problemText }, { writeFiles }, { shownPath }, { summary }] =
    await Promise.all([
      import('./project.ts'),
      import('./outputs.ts'),
      import('../model/problem.ts'),
      import('../emit/files/write.ts'),
      import('../emit/files/disk.ts'),
      import('./summary.ts'),
    ]);
  const project = await loadProject(invocation);
  const { name, dist } = project.config;
  const { output, schema, theme, pictures } = options;
  const outputs = Object.keys(project.config.outputs);
  if (output !== undefined && !outputs.includes(output)) {
    refuse(`There is no output '${output}'; there are ${outputs.map((each) => `'${each}'`).join(', ')}.`);
  }
  const { problems, files, untested, local } = await buildOutputs(project, {
    output,
    schema,
    // Into a folder of its own all is drawn; into the committed one, what the configuration says.
    ...(options.out !== undefined && { pictures: pictures ? theme : 'none' }),
  });
  const out = options.out ?? join(folder, dist);
  if (problems.length > 0) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    process.stderr.write(`${problems.map(problemText).join('\n\n')}\n\n${count}; ${shownPath(out)}/ is untouched.\n`);
    return 1;
  }
  const changes = writeFiles({ folder: out, files, project: { name, folder } });
  process.stdout.write(summary(shownPath(out), changes, { untested, local }, performance.now() - started));
  return 0;
}
