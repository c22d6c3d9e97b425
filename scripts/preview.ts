/** `npm run preview`: the dashboards in a browser, drawn by Grafana's own components, live. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { addressOf, shownAddress } from '../lib/catalogue/reading/address.ts';
import { doing } from '../lib/cli/run.ts';

interface Options {
  readonly port?: number;
  readonly prometheus?: string;
  readonly loki?: string;
  readonly png?: string;
  readonly panels?: true;
  readonly theme: 'dark' | 'light';
  readonly profile?: string;
}

const command = new Command('npm run preview --')
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

function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value;
  throw new InvalidArgumentError('A port is a number from 1 to 65535.');
}

/** Not left to the parser of options, which shows an argument that is wrong: there may be a password in it. */
function assertAddress(name: 'prometheus' | 'loki', text: string | undefined): void {
  if (text === undefined || addressOf(text) !== undefined) return;
  const found = `error: option '--${name} <url>' argument '${shownAddress(text)}' is invalid.`;
  command.error(`${found} An address begins with http:// or https://.`);
}

/** Options that only pictures have. */
const OF_PICTURES = ['panels', 'profile', 'theme'] as const;

await doing(command, async (options: Options) => {
  for (const name of ['prometheus', 'loki'] as const) assertAddress(name, options[name]);
  const lost = OF_PICTURES.find((name) => command.getOptionValueSource(name) === 'cli');
  if (lost !== undefined && options.png === undefined)
    command.error(`error: option '--${lost}' needs '--png <folder>'`);
  const { root } = await import('./project.ts');
  const [{ ensurePage }, { terminalProgress }] = await Promise.all([
    import('../preview/server/install.ts'),
    import('../preview/server/terminal.ts'),
  ]);
  const page = () => ensurePage(root, terminalProgress(process.stdout));
  if (options.png === undefined) {
    const { show } = await import('./preview/show.ts');
    return await show(options, root, page);
  }
  const { pictures } = await import('./preview/pictures.ts');
  return await pictures({ ...options, png: options.png }, root, page);
}).parseAsync();
