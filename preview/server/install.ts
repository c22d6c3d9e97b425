/** Gets what the page is made of on first use, and bundles the page when its sources changed. */

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder } from '../../lib/cli/own-folder.ts';
import { Refused } from '../../lib/cli/run.ts';

export interface Progress {
  /** A line that stays. */
  say(line: string): void;
  /** What is going on, and since when in seconds. */
  wait(line: string, seconds: number): void;
  /** It is over. */
  done(): void;
}

/** Installs and bundles where that is needed. Throws with the tool's own words when it fails. */
export async function ensurePage(root: string, progress: Progress): Promise<void> {
  const folder = join(root, 'preview');
  await ensureInstalled(folder, progress);
  await ensureBuilt(folder, progress);
}

async function ensureInstalled(folder: string, progress: Progress): Promise<void> {
  if (isInstalled(folder)) return;
  progress.say(
    'The preview draws with Grafana’s own components (@grafana/ui, React, vite). They are installed once, into\n' +
      'preview/node_modules: about 100 MB to download, 500 MB on disk, about a minute. Nothing else uses them.',
  );
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await runTool({ command: 'npm', args, folder }, 'installing', progress);
  } catch (error) {
    const why = error instanceof Error ? npmsReason(error.message) : '';
    throw new Refused(`The preview could not be installed: ${why} By hand: npm ci --prefix preview`);
  }
}

const NPM_ERROR = /^npm error /;

/** What npm said, in a line: it also says where its log is, and marks each line. */
function npmsReason(output: string): string {
  const lines = output.split('\n').filter((line) => NPM_ERROR.test(line) && !line.includes('complete log'));
  if (lines.length === 0) return output.endsWith('.') ? output : `${output}.`;
  return lines.map((line) => line.replace(NPM_ERROR, '')).join('; ');
}

/** Whether what the lock file asks for is there; npm keeps a list of what it installed. */
export function isInstalled(folder: string): boolean {
  const there = versionsIn(join(folder, 'node_modules/.package-lock.json'));
  const wanted = versionsIn(join(folder, 'package-lock.json'));
  if (there === undefined || wanted === undefined) return false;
  return [...wanted].every(([path, { version, optional }]) => optional || there.get(path)?.version === version);
}

interface Locked {
  readonly version: string;
  /** For another machine, perhaps. */
  readonly optional: boolean;
}

function versionsIn(file: string): ReadonlyMap<string, Locked> | undefined {
  const text = textOf(file);
  if (text === undefined) return undefined;
  // npm's own format, which both files share.
  const { packages } = JSON.parse(text) as { packages: Record<string, { version?: string; optional?: boolean }> };
  return new Map(
    Object.entries(packages).flatMap(([path, { version, optional }]) =>
      path === '' || version === undefined ? [] : [[path, { version, optional: optional === true }]],
    ),
  );
}

async function ensureBuilt(folder: string, progress: Progress): Promise<void> {
  const build = join(folder, 'build');
  const wanted = digest(sourcesOf(folder));
  if (textOf(join(build, '.stamp')) === wanted) return;
  // Beside it first: another preview may be serving the old one.
  const fresh = ownFolder(folder, 'build-');
  const vite = join(folder, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--outDir', fresh, '--emptyOutDir'];
  try {
    await runTool({ command: process.execPath, args, folder }, 'bundling the page', progress);
    writeFileSync(join(fresh, '.stamp'), wanted);
    rmSync(build, { recursive: true, force: true });
    renameSync(fresh, build);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** What the page draws with of the library; a change of its tests bundles nothing anew. */
export const DRAWN_WITH = [
  'lib/picture',
  'lib/panels',
  'lib/model',
  'lib/promql/regexp',
  'lib/sample',
  'lib/units',
] as const;
/** And of the preview, beside the folder of the page. */
const OWN_SOURCES = [
  'package-lock.json',
  'vite.config.ts',
  'index.html',
  'protocol.ts',
  'ad-hoc-filter.ts',
  'literal-text.ts',
  'new-troubles.ts',
  'state-news.ts',
  'words.ts',
] as const;
const TESTS = /\.test\.ts$|__snapshots__/;

function sourcesOf(folder: string): readonly string[] {
  const single = OWN_SOURCES.map((name) => join(folder, name));
  const drawings = DRAWN_WITH.flatMap((room) => filesBelow(join(folder, '..', room)));
  return [...single, ...filesBelow(join(folder, 'page')), ...drawings.filter((path) => !TESTS.test(path))];
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}

function digest(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

interface Tool {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
}

const TICK_MS = 1_000;

function runTool({ command, args, folder }: Tool, doing: string, progress: Progress): Promise<void> {
  const started = Date.now();
  const child = spawn(command, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: 'true' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const timer = setInterval(() => progress.wait(doing, Math.round((Date.now() - started) / 1_000)), TICK_MS);
  return new Promise<void>((resolve, reject) => {
    child.on('error', (error) => reject(new Refused(`${command} did not start: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Refused(`${doing} failed (${command} ${args.join(' ')}, in ${folder}):\n${output.trim()}`));
    });
  }).then(
    () => {
      clearInterval(timer);
      progress.done();
    },
    (error: unknown) => {
      clearInterval(timer);
      progress.done();
      throw error;
    },
  );
}
