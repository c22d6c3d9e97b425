/** `plainsight comment`: puts a report under its pull request, in a workflow that never ran the pull request's code. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { commandNamed, doing, type Invocation, Refused } from './run.ts';

interface Options {
  readonly report: string;
  readonly author: string;
}

export function commentCommand(invocation: Invocation): Command {
  const command = commandNamed(invocation)
    .description(
      'Puts the report of `diff --format json` under its pull request. Runs on GitHub, on the event workflow_run.',
    )
    .requiredOption('--report <folder>', 'where report.json lies')
    .option('--author <login>', 'who comments: whose comment is brought up to date', 'github-actions[bot]');
  return doing(command, async ({ report: folder, author }: Options) => {
    const [{ reviewRun }, { reportIn }, { gitHub }, { post }] = await Promise.all([
      import('./comment/event.ts'),
      import('./comment/artifact.ts'),
      import('./comment/github.ts'),
      import('./comment/post.ts'),
    ]);
    const token = setting('GITHUB_TOKEN');
    const run = reviewRun(setting('GITHUB_EVENT_PATH'));
    if (run === undefined) {
      process.stdout.write('Nothing to say: the run was none of a pull request, or its fork is gone.\n');
      return 0;
    }
    const written = reportIn(resolve(invocation.folder, folder));
    const api = process.env.GITHUB_API_URL ?? 'https://api.github.com';
    const lines = await post(gitHub({ api, token, repository: run.repository }), { written, run, author });
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  });
}

/** @throws Refused when GitHub, or who tries this by hand, did not set it. */
function setting(name: string): string {
  const value = process.env[name];
  if (value !== undefined && value !== '') return value;
  throw new Refused(
    `Found no ${name} in the environment. A job on GitHub sets it; on another machine, set it yourself.`,
  );
}
