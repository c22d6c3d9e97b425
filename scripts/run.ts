/** Runs a command: parses its arguments, sets the exit code, and turns an error into one clear message. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';

type Action<Options> = (options: Options) => Promise<number>;

/** Parses the command line and runs `action` with its options. */
export async function run<Options>(command: Command, action: Action<Options>): Promise<void> {
  command.showHelpAfterError('(--help says more)');
  command.parse();
  try {
    // commander types options as a record of unknown values; each command declares what it asked for.
    process.exitCode = await action(command.opts() as Options);
  } catch (error) {
    process.stderr.write(`${explained(error)}\n`);
    process.exitCode = 1;
  }
}

const FRAME = /((?:file:\/\/)?\/[^():\s]+\.ts):(\d+):\d+/;
const DEFINITIONS = /\/(?:stack|dashboards|alerts)\//;

/** The message of an error, and where in the definitions it came from. A stack trace only for an error of our own. */
function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frame = error.stack?.split('\n').find((line) => DEFINITIONS.test(line));
  const [, path, line] = FRAME.exec(frame ?? '') ?? [];
  if (path !== undefined) {
    const file = path.startsWith('file://') ? fileURLToPath(path) : path;
    return `${relative(process.cwd(), file)}:${line}\n  ${error.message}`;
  }
  return error.name === 'TypeError' || error.name === 'Error' ? (error.stack ?? error.message) : error.message;
}
