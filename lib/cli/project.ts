/** Loads a project: its configuration, and the model that its definitions make. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Model } from '../model/model.ts';
import { CONFIG_FILE, type Config } from './config.ts';
import { carefully } from './loading.ts';
import { type Invocation, type Load, Refused } from './run.ts';
import { runbooksIn } from './runbooks.ts';

export interface Project {
  /** Absolute. */
  readonly folder: string;
  readonly config: Config;
  readonly model: Model;
  readonly load: Load;
}

/** Where a project lies, and how its files are imported. */
type Place = Pick<Invocation, 'folder' | 'load'>;

/**
 * Loads what `plainsight.config.ts` in `folder` says. An error in a definition is passed on: it names its file.
 *
 * @throws Refused when there is no configuration, when it is none, or when a value in it is wrong.
 */
export async function loadProject({ folder, load: plain = importIn(folder) }: Place): Promise<Project> {
  requireConfig(folder);
  const load = carefully(plain, folder);
  const [{ model }, { configProblems }, loaded] = await Promise.all([
    import('../model/model.ts'),
    import('./config-problems.ts'),
    load(CONFIG_FILE),
  ]);
  const config = loaded.default;
  if (!isConfig(config)) {
    throw new Refused(`${CONFIG_FILE} does not export a configuration: write \`export default defineConfig({ … });\`.`);
  }
  const problems = configProblems(config, folder);
  if (problems.length > 0) {
    const { problemText } = await import('../model/problem.ts');
    throw new Refused(problems.map(problemText).join('\n\n'));
  }
  const runbooks = config.runbooks === undefined ? {} : runbooksIn(folder, config.runbooks);
  return { folder, config, load, model: model({ ...config.model, runbooks }) };
}

/** @throws Refused when there is no configuration. */
export function requireConfig(folder: string): void {
  const found = statSync(join(folder, CONFIG_FILE), { throwIfNoEntry: false });
  if (found?.isFile() === true) return;
  if (found !== undefined) throw new Refused(`${CONFIG_FILE} in ${folder} is no file: move it away.`);
  throw new Refused(
    `No ${CONFIG_FILE} in ${folder}: run this where the project lies, or make one with \`npx plainsight init\`.`,
  );
}

/** Imports the files of a folder as Node.js does. */
export function importIn(folder: string): Load {
  return async (file) => {
    await readTypeScript();
    return await import(pathToFileURL(join(folder, file)).href);
  };
}

/** Makes Node.js read TypeScript. Where this file itself is TypeScript, or where Node.js can, nothing is needed. */
export async function readTypeScript(): Promise<void> {
  if (import.meta.url.endsWith('.ts') || Reflect.get(process.features, 'typescript')) return;
  const { register } = await import('tsx/esm/api');
  register();
}

function isConfig(value: unknown): value is Config {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'config';
}
