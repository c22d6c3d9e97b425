/** `npm run pack`: the library and its preview as packages that others install, each in one file. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { doing } from '../lib/cli/run.ts';

interface Options {
  readonly out: string;
}

const command = new Command('npm run pack --')
  .description(
    'Bundles lib/ and preview/, and packs them as plainsight-<version>.tgz and plainsight-preview-<version>.tgz.',
  )
  .option('--out <folder>', 'where the tarballs go', '.')
  .allowExcessArguments(false);

await doing(command, async ({ out }: Options) => {
  const { pack, packPreview } = await import('./pack/tarball.ts');
  for (const packed of [await pack(resolve(out)), await packPreview(resolve(out))])
    process.stdout.write(`${packed.file} (${Math.round(packed.bytes / 1000)} kB)\n`);
  return 0;
}).parseAsync();
