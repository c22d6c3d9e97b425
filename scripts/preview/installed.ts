/** What `plainsight preview` hands over to: the package `plainsight-preview`, whose page is bundled already. */
import { fileURLToPath } from 'node:url';
import { previewCommand } from './command.ts';

/** Beside the folder of this file, as the package has it. */
const PAGE = fileURLToPath(new URL('../page', import.meta.url));

/** Runs the command with the arguments that follow its name, for the project in `folder`. */
export async function preview(folder: string, args: readonly string[]): Promise<void> {
  const ensure = async () => undefined;
  const command = previewCommand({ name: 'plainsight preview', root: folder, page: PAGE, ensure });
  await command.parseAsync(args, { from: 'user' });
}
