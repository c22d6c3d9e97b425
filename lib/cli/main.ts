/** `plainsight <command>`, in any folder that has a `plainsight.config.ts`. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { commentCommand } from './comment.ts';
import { contractCommand } from './contract.ts';
import { diffCommand } from './diff.ts';
import { initCommand } from './init.ts';
import { mergeDriverCommand } from './merge-driver.ts';
import { metricsCommand } from './metrics.ts';
import { previewCommand } from './preview.ts';
import type { Load } from './run.ts';
import { secretsCommand } from './secrets.ts';

const COMMANDS = {
  build: buildCommand,
  check: checkCommand,
  diff: diffCommand,
  comment: commentCommand,
  'merge-driver': mergeDriverCommand,
  metrics: metricsCommand,
  contract: contractCommand,
  preview: previewCommand,
  secrets: secretsCommand,
  init: initCommand,
} as const;

/** Beside this file's folder, in the sources as in the package. */
const { version }: { readonly version: string } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);

/**
 * Runs the command that the process was called with, in its working folder.
 *
 * `load` imports a file of the project; Node.js does, unless told.
 *
 * @example const start = () => main((file) => import(`./built/${file}`))
 */
export async function main(load?: Load): Promise<void> {
  const folder = process.cwd();
  process.stdout.on('error', endWithReader);
  const program = new Command('plainsight')
    .description('Dashboards, alerts and their configuration as typed code, for Prometheus and Grafana.')
    .version(version)
    // `metrics` has a --version of its own: an exporter's.
    .enablePositionalOptions()
    .showHelpAfterError('(plainsight --help says more)');
  for (const [name, command] of Object.entries(COMMANDS)) {
    program.addCommand(command({ name, folder, ...(load && { load }) }));
  }
  await program.parseAsync();
}

/** `plainsight diff | head` ends the reader first: what is left need not be said. */
function endWithReader(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}
