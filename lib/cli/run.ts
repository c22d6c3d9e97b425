/** Runs a command: sets the exit code, and turns an error into one clear message. */
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { withoutExit } from '../bin/guard.js';
import { visible } from '../units/visible.ts';
import { systemErrorText } from './system-error.ts';
import { undefinedText } from './undefined-text.ts';

/** How a command is called, and the project that it works on. */
export interface Invocation {
  /** `npx plainsight build`, or what a project calls it by. */
  readonly name: string;
  /** Absolute; the project's folder. */
  readonly folder: string;
  /** How its files are imported; by Node.js, unless told. */
  readonly load?: Load;
}

/** Imports a file of a project, given its path inside the project's folder. */
export type Load = (file: string) => Promise<Readonly<Record<string, unknown>>>;

/** Something that a user can put right. Its message says how; nobody needs to know where in the code it came from. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** A command that refuses what it does not know. */
export function commandNamed({ name }: Invocation): Command {
  return new Command(name).allowExcessArguments(false);
}

/**
 * Makes `action` what the command does. The exit code is what it returns, or 1 when it fails.
 *
 * `Options` are those that the command declares: commander itself types them as a record of unknown values.
 */
export function doing<Options>(
  command: Command,
  action: (options: Options, args: readonly string[]) => Promise<number>,
): Command {
  return command.showHelpAfterError('(--help says more)').action(async () => {
    try {
      // The one place where the declared options are taken for what was parsed.
      process.exitCode = await withoutExit(() => action(command.opts() as Options, command.args));
    } catch (error) {
      process.stderr.write(`${visible(explained(error))}\n`);
      process.exitCode = 1;
    }
  });
}

const FRAME = /((?:file:\/\/)?\/[^():\s]+\.[cm]?[jt]s)(?:\?[^:\s]*)?:(\d+)/;
/** The package's own folder: what happens there is not the author's doing. */
const OWN = dirname(dirname(fileURLToPath(import.meta.url)));

/** The message of an error, and the place in the project's definitions that it came from, if it did. */
export function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof Refused) return error.message;
  const refused = systemErrorText(error);
  if (refused !== undefined) return refused;
  const { name, message, stack = message } = error;
  if ('code' in error && String(error.code).startsWith('ERR_')) return message;
  const place = stack.split('\n').map(placeIn).find(isOfProject);
  const text = message.replaceAll(`${process.cwd()}/`, '').replaceAll('file://', '');
  if (place !== undefined) return message.includes(place.path) ? text : `${shown(place)}\n  ${undefinedText(text)}`;
  return name === 'TypeError' || name === 'Error' ? stack : text;
}

interface Place {
  readonly path: string;
  readonly line: string;
}

function placeIn(line: string): Place | undefined {
  const [, path, number] = FRAME.exec(line) ?? [];
  if (path === undefined || number === undefined) return undefined;
  return { path: path.startsWith('file://') ? fileURLToPath(path) : path, line: number };
}

function isOfProject(place: Place | undefined): place is Place {
  if (place === undefined || place.path === process.argv[1]) return false;
  return !place.path.startsWith(`${OWN}/`) && !place.path.includes('/node_modules/');
}

function shown({ path, line }: Place): string {
  return `${relative(process.cwd(), path)}:${line}`;
}
