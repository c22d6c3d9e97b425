/** The project's own compiler with the project's own settings, over files that a test makes up. */
import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

/** The project's folder. */
export const projectRoot = resolve(import.meta.dirname, '../..');

/** One error of the compiler. */
export interface Diagnostic {
  /** The file's name; below the project its path from there. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** All that is said, over as many lines as it takes; paths begin at the project's folder. */
  readonly text: string;
}

/** What is compiled: texts by file name, and paths of the project. */
export interface Compilation {
  readonly files?: Readonly<Record<string, string>>;
  readonly include?: readonly string[];
}

/**
 * Compiles, without writing anything. A text imports the package by its name, and files of the project by `#project/…`.
 *
 * @throws Error when the compiler cannot be run, or says something that is no error in a file.
 */
export function compile(compilation: Compilation): Promise<readonly Diagnostic[]> {
  return inFolder(compilation, async (folder) => diagnostics(await runCompiler(folder), folder));
}

/**
 * How many types and signatures the compiler instantiates for a file: what compiling it costs, on any machine. The file
 * is given in several versions, each of which has a count; what they import is checked once, and counts for none.
 *
 * @throws Error when there are errors in the file.
 */
export function instantiations(versions: readonly string[]): Promise<readonly number[]> {
  const [first = ''] = versions;
  return inFolder({ files: { 'file.ts': `${first}// Another version than the first.\n` } }, async (folder) => {
    const count = async (): Promise<number> => {
      const output = await runCompiler(folder, '--singleThreaded', '--extendedDiagnostics', ...KNOWN_BEFORE);
      const found = /^Instantiations: +(\d+)$/m.exec(output)?.[1];
      if (found === undefined || HEAD.test(output)) throw new Error(`the compiler said: ${output}`);
      return Number(found);
    };
    await count();
    const counts: number[] = [];
    for (const text of versions) {
      writeFileSync(join(folder, 'file.ts'), text);
      counts.push(await count());
    }
    return counts;
  });
}

/** Only the file that has changed is checked again. */
const KNOWN_BEFORE = ['--incremental', '--tsBuildInfoFile', 'known.tsbuildinfo'];

/** Puts the files into a folder of their own with the project's settings, and takes it away afterwards. */
async function inFolder<T>({ files = {}, include = [] }: Compilation, run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'compile-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text.replaceAll('#project', projectRoot));
    }
    const paths = [...Object.keys(files), ...include.map((path) => join(projectRoot, path))];
    symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
    const settings = { extends: join(projectRoot, 'tsconfig.json'), include: paths };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runCompiler(folder: string, ...more: readonly string[]): Promise<string> {
  const tsc = join(projectRoot, 'node_modules/typescript/bin/tsc');
  return new Promise((done, fail) => {
    const args = [tsc, '--noEmit', '--pretty', 'false', '-p', folder, ...more];
    execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) => {
      // It exits with 1 or 2 when there are errors in the files.
      if (error === null || (typeof error.code === 'number' && error.code <= 2 && stderr === '')) done(stdout);
      else fail(new Error(`${tsc} failed (${error.code}):\n${stderr}${stdout}`));
    });
  });
}

const HEAD = /^(\S[^(\n]*)\((\d+),\d+\): error TS\d+: /;

function diagnostics(output: string, folder: string): readonly Diagnostic[] {
  const found: { file: string; line: number; text: string }[] = [];
  for (const line of output.trim().split('\n')) {
    const head = HEAD.exec(line);
    const last = found.at(-1);
    if (head !== null) {
      const [whole, path = '', number = ''] = head;
      found.push({
        file: fileName(resolve(folder, path)),
        line: Number(number),
        text: shortened(line.slice(whole.length)),
      });
    } else if (last !== undefined && line.startsWith(' ')) {
      last.text += `\n${shortened(line)}`;
    } else if (line !== '') {
      throw new Error(`the compiler said: ${output}`);
    }
  }
  return found;

  function fileName(path: string): string {
    const base = path.startsWith(`${projectRoot}/`) ? projectRoot : folder;
    return relative(base, path);
  }

  function shortened(text: string): string {
    return text.replaceAll(`${projectRoot}/`, '').replaceAll(`${folder}/`, '');
  }
}
