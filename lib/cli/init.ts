/** `plainsight init`: a small working project, to be made one's own. Nothing that is there is overwritten. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { makeFolder } from '../catalogue/generate/make-folder.ts';
import { CONFIG_FILE } from './config.ts';
import { commandNamed, doing, type Invocation, Refused } from './run.ts';

/** The files as they are written; they are type-checked with the library. */
const TEMPLATE = fileURLToPath(new URL('../template/', import.meta.url));

/** The compiler that the template is checked with. */
const TYPESCRIPT = '7.0.2';

/** What `package.json` needs: commands, and `.ts` files that are modules. Set only where nothing is said. */
const PACKAGE = {
  private: true,
  type: 'module',
  scripts: { build: 'plainsight build', check: 'plainsight check', metrics: 'plainsight metrics' },
  devDependencies: { typescript: TYPESCRIPT },
} as const;

const NEXT = `
Next: \`npm install\`, \`npx plainsight build\`, \`npx plainsight check\`.
Then, step by step in node_modules/plainsight/README.md: a stack of your own, objectives with error budgets, log lines.
`;

export function initCommand(invocation: Invocation): Command {
  const command = commandNamed(invocation).description(
    'Writes a small project: a target, some metrics, a dashboard, and an alert with its tests. Overwrites nothing.',
  );
  return doing(command, async () => {
    const { folder } = invocation;
    if (existsSync(join(folder, CONFIG_FILE))) {
      throw new Refused(`There is a ${CONFIG_FILE} in ${folder} already: nothing is written.`);
    }
    const added = withPackage(folder);
    for (const path of templateFiles()) say(writeNew(folder, path), path);
    say(added.length === 0 ? 'left' : 'written', `package.json${added.length === 0 ? '' : `: ${added.join(', ')}`}`);
    process.stdout.write(NEXT);
    return 0;
  });
}

function templateFiles(): readonly string[] {
  const entries = readdirSync(TEMPLATE, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return files.map((file) => file.slice(TEMPLATE.length)).sort();
}

/** Writes a file of the template, unless there is one of its name. */
function writeNew(folder: string, path: string): 'written' | 'left' {
  const place = join(folder, path);
  if (existsSync(place)) return 'left';
  makeFolder(dirname(place));
  writeFileSync(place, readFileSync(join(TEMPLATE, path)), { flag: 'wx' });
  return 'written';
}

/** Adds to `package.json` what it does not say, and tells what that is. */
function withPackage(folder: string): readonly string[] {
  const path = join(folder, 'package.json');
  const found = existsSync(path) ? parsed(readFileSync(path, 'utf8'), path) : {};
  const { value, added } = completed(found, PACKAGE);
  if (added.length > 0) writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
  return added;
}

type Values = Readonly<Record<string, unknown>>;

/** Keys that are missing, objects key by key. */
function completed(found: Values, wanted: Values): { readonly value: Values; readonly added: readonly string[] } {
  const value: Record<string, unknown> = { ...found };
  const added: string[] = [];
  for (const [key, wish] of Object.entries(wanted)) {
    const own = found[key];
    if (own === undefined || (isValues(own) && isValues(wish))) {
      const inner = isValues(wish) ? completed(isValues(own) ? own : {}, wish) : undefined;
      value[key] = inner?.value ?? wish;
      added.push(...(inner?.added.map((name) => `${key}.${name}`) ?? [key]));
    }
  }
  return { value, added };
}

function parsed(text: string, path: string): Values {
  try {
    const value: unknown = JSON.parse(text);
    if (isValues(value)) return value;
  } catch {
    // Said below, as for JSON that is no object.
  }
  throw new Refused(`${path} is no JSON object: correct it first. Nothing is written.`);
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function say(what: 'written' | 'left', name: string): void {
  process.stdout.write(`${what.padEnd(8)} ${name}${what === 'left' ? ' (it is there already)' : ''}\n`);
}
