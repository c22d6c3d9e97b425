/**
 * `plainsight preview`: hands over to the package that draws. It is a package of its own, since it brings a page and what
 * takes pictures of it, which a build has no use for.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { doing, type Invocation, Refused } from './run.ts';

const PACKAGE = 'plainsight-preview';

/** What the package exports. */
interface Preview {
  readonly preview: (folder: string, args: readonly string[]) => Promise<void>;
}

/** Its options are the package's own: they are passed on as they are, `--help` too. */
export function previewCommand({ name, folder }: Invocation): Command {
  const command = new Command(name)
    .description(`Shows the dashboards in a browser, live, or as pictures; needs the package ${PACKAGE}.`)
    .helpOption(false)
    .allowUnknownOption()
    .allowExcessArguments()
    .passThroughOptions();
  return doing(command, async (_, args) => {
    const path = packagePath(folder);
    if (path === undefined) {
      throw new Refused(
        `The preview is a package of its own, and ${folder} has none: install the ${PACKAGE} tarball that lies beside the one of plainsight, in the same version.`,
      );
    }
    // The package of that name has that shape: both are packed together, and each asks for the other's version.
    const { preview } = (await import(pathToFileURL(path).href)) as Preview;
    await preview(folder, args);
    return Number(process.exitCode ?? 0);
  });
}

/** Where the project has it. */
function packagePath(folder: string): string | undefined {
  try {
    return createRequire(join(folder, 'package.json')).resolve(PACKAGE);
  } catch {
    return undefined;
  }
}
