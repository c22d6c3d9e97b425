/**
 * Builds one program aside, and puts it in place when it is whole: with `go install`; where its module's archive
 * lacks files, with `go build` in a copy that has them; and what is this repository's own where it lies.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ownFolder } from '../../lib/cli/own-folder.ts';
import { explainGoFailure, goIsMissing } from './go-failure.ts';
import { putInPlace } from './place.ts';
import type { Program } from './program.ts';

/** A build that did not work, for the person who started it: the message is all there is to say. */
export class BuildFailure extends Error {}

interface GoRun {
  readonly code: number | null;
  /** Standard output alone. */
  readonly out: string;
  /** Both streams. */
  readonly output: string;
}

/**
 * Builds the program, whether it is there or not. When the build fails, what was there stays.
 *
 * @throws BuildFailure when Go is missing or too old, when the module cannot be fetched, or when it does not compile.
 */
export async function build(
  directory: string,
  program: Program,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const aside = ownFolder(directory, 'building-');
  try {
    if (program.own !== undefined) await buildOwn(program, program.own, aside, environment);
    else if (program.completed === undefined) await install(program, aside, environment);
    else await buildCompleted(program, program.completed, aside, environment);
    putInPlace(directory, program, join(aside, program.name));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

async function install(program: Program, aside: string, environment: NodeJS.ProcessEnv): Promise<void> {
  await go(program.name, ['install', ...tagged(program), program.target], { env: { ...environment, GOBIN: aside } });
}

async function buildOwn(
  program: Program,
  { folder, package: path }: NonNullable<Program['own']>,
  aside: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  await go(program.name, ['build', '-o', join(aside, program.name), path], { env, cwd: folder });
}

async function buildCompleted(
  program: Program,
  { module, path, adds }: NonNullable<Program['completed']>,
  aside: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const downloaded = await go(program.name, ['mod', 'download', '-json', module], { env, cwd: aside });
  const copy = join(aside, 'module');
  copyWritable(directoryIn(downloaded), copy);
  for (const [file, text] of Object.entries(adds)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), text);
  }
  const out = join(aside, program.name);
  await go(program.name, ['build', ...tagged(program), '-o', out, `./${path}`], { env, cwd: copy });
}

function tagged({ tags }: Program): readonly string[] {
  return tags.length === 0 ? [] : ['-tags', tags.join(',')];
}

/** Where the module lies. Source: `go help mod download`, the field Dir. */
function directoryIn(json: string): string {
  const { Dir } = JSON.parse(json) as { readonly Dir?: string };
  if (Dir === undefined) throw new BuildFailure(`go mod download named no directory:\n${json}`);
  return Dir;
}

/** Go's module cache is read-only, its folders too: they are made anew. */
function copyWritable(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const copied = join(to, relative(from, path));
    if (entry.isDirectory()) mkdirSync(copied, { recursive: true });
    else {
      mkdirSync(dirname(copied), { recursive: true });
      copyFileSync(path, copied);
    }
  }
}

interface GoOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

/** Runs go to its end. @returns what it wrote to standard output */
async function go(program: string, args: readonly string[], options: GoOptions): Promise<string> {
  const { code, out, output } = await run(args, options);
  if (code !== 0) throw new BuildFailure(explainGoFailure(program, output));
  return out;
}

function run(args: readonly string[], options: GoOptions): Promise<GoRun> {
  return new Promise((resolve, reject) => {
    const child = spawn('go', args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(new BuildFailure(error.code === 'ENOENT' ? goIsMissing : `go could not be started: ${error.message}`)),
    );
    child.on('close', (code) => resolve({ code, out, output }));
  });
}
