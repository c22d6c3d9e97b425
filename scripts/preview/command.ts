/** The command: the dashboards in a browser, drawn by Grafana's own components, live; or as pictures. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { addressOf, shownAddress } from '../../lib/catalogue/reading/address.ts';
import { doing } from '../../lib/cli/run.ts';
import type { Progress } from '../../preview/server/install.ts';

interface Options {
  readonly port?: number;
  readonly prometheus?: string;
  readonly loki?: string;
  readonly png?: string;
  readonly panels?: true;
  readonly theme: 'dark' | 'light';
  readonly profile?: string;
}

export interface PreviewInvocation {
  /** What the command is called by. */
  readonly name: string;
  /** The project's folder. */
  readonly root: string;
  /** Where the page lies, once it is there. */
  readonly page: string;
  /** Sees to it that it is. */
  readonly ensure: (progress: Progress) => Promise<void>;
}

/** What both forms of the command work on. */
export interface Prepared extends Pick<PreviewInvocation, 'root' | 'page'> {
  readonly ensure: () => Promise<void>;
  readonly progress: Progress;
}

/** The command, for a project and a page. */
export function previewCommand({ name, root, page, ensure }: PreviewInvocation): Command {
  const command = new Command(name)
    .description(
      'Shows all dashboards on 127.0.0.1, with samples or live data, and again whenever a definition is saved.',
    )
    .option('--port <number>', 'listen there instead of on any free port', port)
    .option('--prometheus <url>', 'ask this Prometheus instead of drawing samples')
    .option('--loki <url>', 'ask this Loki for logs')
    .option('--png <folder>', 'write a picture of each dashboard there, and end')
    .option('--panels', 'with --png: also one of each panel')
    .option('--profile <name>', 'with --png: of this profile; the first unless told')
    .addOption(new Option('--theme <theme>', 'with --png').choices(['dark', 'light']).default('dark'))
    .allowExcessArguments(false);
  return doing(command, async (options: Options) => {
    for (const server of ['prometheus', 'loki'] as const) assertAddress(command, server, options[server]);
    const lost = OF_PICTURES.find((each) => command.getOptionValueSource(each) === 'cli');
    if (lost !== undefined && options.png === undefined)
      command.error(`error: option '--${lost}' needs '--png <folder>'`);
    const { terminalProgress } = await import('../../preview/server/terminal.ts');
    const progress = terminalProgress(process.stdout);
    const what = { root, page, ensure: () => ensure(progress), progress };
    if (options.png === undefined) {
      const { show } = await import('./show.ts');
      return await show(options, what);
    }
    const { pictures } = await import('./pictures.ts');
    return await pictures({ ...options, png: options.png }, what);
  });
}

function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value;
  throw new InvalidArgumentError('A port is a number from 1 to 65535.');
}

/** Not left to the parser of options, which shows an argument that is wrong: there may be a password in it. */
function assertAddress(command: Command, name: 'prometheus' | 'loki', text: string | undefined): void {
  if (text === undefined || addressOf(text) !== undefined) return;
  const found = `error: option '--${name} <url>' argument '${shownAddress(text)}' is invalid.`;
  command.error(`${found} An address begins with http:// or https://.`);
}

/** Options that only pictures have. */
const OF_PICTURES = ['panels', 'profile', 'theme'] as const;
