/** Builds one program with `go install`, aside, and puts it in place when it is whole. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { explainGoFailure, goIsMissing } from './go-failure.ts';
import { putInPlace } from './place.ts';
import type { Program } from './program.ts';

/** A build that did not work, for the person who started it: the message is all there is to say. */
export class BuildFailure extends Error {}

interface GoRun {
  readonly code: number | null;
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
  const aside = mkdtempSync(join(directory, 'building-'));
  try {
    const { code, output } = await go(installArguments(program), { ...environment, GOBIN: aside });
    if (code !== 0) throw new BuildFailure(explainGoFailure(program.name, output));
    putInPlace(directory, program, join(aside, program.name));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function installArguments(program: Program): readonly string[] {
  const tags = program.tags.length === 0 ? [] : ['-tags', program.tags.join(',')];
  return ['install', ...tags, program.target];
}

function go(args: readonly string[], env: NodeJS.ProcessEnv): Promise<GoRun> {
  return new Promise((resolve, reject) => {
    const child = spawn('go', args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(new BuildFailure(error.code === 'ENOENT' ? goIsMissing : `go could not be started: ${error.message}`)),
    );
    child.on('close', (code) => resolve({ code, output }));
  });
}
