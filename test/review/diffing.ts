/** What tests of `plainsight diff` have in common: folders that may be repositories, and the command with what it prints. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, vi } from 'vitest';
import { diffCommand } from '../../lib/cli/diff.ts';
import { fill } from '../support/folder.ts';

/** A folder that is removed when the tests of its file are done. */
export interface DiffFolder {
  readonly path: string;
  /** Runs Git in it, as nobody in particular. @returns what it printed */
  git(...args: readonly string[]): string;
  write(path: string, text: string): void;
}

/** An empty folder. */
export function diffFolder(name: string): DiffFolder {
  const path = mkdtempSync(join(realpathSync(tmpdir()), `${name}-`));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return folderAt(path);
}

/** A folder that somebody else removes. */
export function folderAt(path: string): DiffFolder {
  return Object.freeze({
    path,
    git: (...args: readonly string[]) => git(path, args),
    write: (file: string, text: string) => fill(path, { [file]: text }),
  });
}

/** The settings of whoever runs the tests do not count. */
function git(folder: string, args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
  return execFileSync('git', ['-C', folder, ...who, ...args], { env, encoding: 'utf8' }).trim();
}

/** What the command printed, and how it ends. */
export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: typeof process.exitCode;
}

/** The command as it is called in a folder. What it printed and how it ended is forgotten after each test. */
export function diffIn(folder: string): (...args: readonly string[]) => Promise<Ran> {
  afterEach(() => {
    process.exitCode = undefined;
    vi.restoreAllMocks();
  });
  return async (...args) => {
    let [out, err] = ['', ''];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += text;
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      err += text;
      return true;
    });
    const command = diffCommand({ name: 'diff', folder }).exitOverride();
    await command.parseAsync(args, { from: 'user' }).catch(() => {
      process.exitCode = 1;
    });
    return { out, err, code: process.exitCode };
  };
}
