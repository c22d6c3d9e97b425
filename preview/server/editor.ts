/** Opens a place of the definitions in the editor of whoever started the preview. */
import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { fileInside } from './files.ts';

/** How an editor with windows of its own is told a file and a line. One that runs in a terminal would take it over. */
const ARGUMENTS: Readonly<Record<string, (file: string, line: number) => readonly string[]>> = {
  code: vscode,
  'code-insiders': vscode,
  codium: vscode,
  cursor: vscode,
  windsurf: vscode,
  zed: colon,
  subl: colon,
  gvim: (file, line) => [`+${line}`, file],
  gedit: (file, line) => [`+${line}`, file],
  kate: (file, line) => ['--line', String(line), file],
  idea: jetbrains,
  webstorm: jetbrains,
};

function vscode(file: string, line: number): readonly string[] {
  return ['--goto', `${file}:${line}`];
}

function colon(file: string, line: number): readonly string[] {
  return [`${file}:${line}`];
}

function jetbrains(file: string, line: number): readonly string[] {
  return ['--line', String(line), file];
}

/** As other development servers, then as the system: the first that names an editor which can be opened. */
const NAMED_BY = ['LAUNCH_EDITOR', 'VISUAL', 'EDITOR'] as const;

/**
 * The editor that the environment names, where it is one that opens a window.
 *
 * @example editorIn({ EDITOR: '/usr/bin/code --wait' })?.name // 'code'
 * @example editorIn({ EDITOR: 'vim' }) // undefined
 */
export function editorIn(env: Readonly<Record<string, string | undefined>>): Editor | undefined {
  for (const variable of NAMED_BY) {
    const [command = ''] = (env[variable] ?? '').trim().split(/\s+/);
    const name = basename(command).replace(/\.(?:exe|cmd)$/, '');
    if (Object.hasOwn(ARGUMENTS, name)) return { name, command };
  }
  return undefined;
}

export interface Editor {
  readonly name: string;
  readonly command: string;
}

export interface FilePlace {
  readonly file: string;
  readonly line: number;
}

/**
 * The file and line of a place such as `dashboards/shop.ts:12`; undefined where it is no file of the project.
 *
 * @example fileOfPlace('/project', '../other.ts:1') // undefined
 */
export function fileOfPlace(root: string, place: string): FilePlace | undefined {
  const [, path, line = '1'] = /^([^:\0]+)(?::(\d+))?(?::\d+)?$/.exec(place) ?? [];
  const file = path === undefined ? undefined : fileInside(root, path);
  return file === undefined ? undefined : { file, line: Number(line) };
}

/** Starts the editor and leaves it alone. Settled when it runs; rejected when it cannot be started. */
export async function openIn({ name, command }: Editor, { file, line }: FilePlace): Promise<void> {
  const child = spawn(command, ARGUMENTS[name]?.(file, line) ?? [file], { stdio: 'ignore', detached: true });
  await new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  child.unref();
}
