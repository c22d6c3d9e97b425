/** `npm run pack`: the library as a package that others install, in one file. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { doing } from '../lib/cli/run.ts';

interface Options {
  readonly out: string;
}

const command = new Command('npm run pack --')
  .description('Bundles lib/ and packs it as plainsight-<version>.tgz.')
  .option('--out <folder>', 'where the tarball goes', '.')
  .allowExcessArguments(false);

await doing(command, async ({ out }: Options) => {
  const { pack } = await import('./pack/tarball.ts');
  const { file, bytes } = await pack(resolve(out));
  process.stdout.write(`${file} (${Math.round(bytes / 1000)} kB)\n`);
  return 0;
}).parseAsync();
