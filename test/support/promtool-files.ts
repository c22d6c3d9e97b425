/** promtool over files that exist only as text: written to a folder of their own, checked, and its verdict returned. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill } from './folder.ts';
import { runToEnd } from './process.ts';
import { requireServer } from './servers.ts';

/** Contents by path. */
export type Files = ReadonlyMap<string, string>;

/**
 * Runs promtool over files; arguments that name one of them are replaced by where it lies.
 *
 * @param timeout milliseconds that it may take
 * @returns 'accepted', or everything that promtool said.
 * @example await promtool(prometheusFiles(model, options), ['check', 'config', 'prometheus.yml']) // 'accepted'
 */
export async function promtool(files: Files, args: readonly string[], timeout?: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'promtool-'));
  try {
    fill(folder, Object.fromEntries(files));
    const inFolder = args.map((arg) => (files.has(arg) ? join(folder, arg) : arg));
    await runToEnd(requireServer('promtool'), inFolder, timeout);
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rule files, as strictly as promtool can look at them. */
export function checkRules(files: Files): Promise<string> {
  return promtool(files, ['check', 'rules', '--lint=all', '--lint-fatal', ...below('rules/', files)]);
}

/** The unit tests. */
export function testRules(files: Files): Promise<string> {
  return promtool(files, ['test', 'rules', ...below('tests/', files)]);
}

function below(folder: string, files: Files): readonly string[] {
  const paths = [...files.keys()].filter((path) => path.startsWith(folder));
  // promtool reads standard input when no file is named, and would wait for it.
  if (paths.length === 0) throw new Error(`there is no file in ${folder}`);
  return paths;
}
