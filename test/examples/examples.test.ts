/** Every `@example` in the library compiles, in one run of the compiler, and prints what it says. */
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleModule, examplesIn, promisedText, type Scope } from '../../scripts/docs/examples.ts';
import { entriesOf } from '../../scripts/docs/exports.ts';
import { NAMESPACES } from '../../scripts/docs/pages.ts';
import { compile, projectRoot } from '../support/compiler.ts';
import { takeShown } from './show.ts';

const lib = join(projectRoot, 'lib');
const scope: Scope = {
  entries: entriesOf(lib),
  namespaces: NAMESPACES,
  system: join(projectRoot, 'test/examples/system.ts'),
  show: join(projectRoot, 'test/examples/show.ts'),
};

const sources = readdirSync(lib, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('node_modules'))
  .map((file) => join(lib, file))
  .sort();

const modules = examplesIn(sources).map((example, index) => ({
  ...exampleModule(example, scope),
  name: `example-${index}.ts`,
  title: `${relative(projectRoot, example.file)}: ${example.of}`,
}));

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'examples-'));
const home = process.cwd();
// An example that writes files does so there.
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

it('compiles every example', async () => {
  const errors = await compile({ files: Object.fromEntries(modules.map(({ name, code }) => [name, code])) });
  const places = new Map(modules.map(({ name, title }) => [name, title]));
  expect(errors.map(({ file, text }) => `${places.get(file) ?? file}: ${text}`)).toEqual([]);
});

it('leaves nothing out', () => {
  const cut = modules.filter(({ example: { code } }) => code.replaceAll(/\/\/.*/g, '').includes('…'));
  expect(cut.map(({ title }) => title)).toEqual([]);
});

describe('prints what it says', () => {
  it.for(modules)('$title', async ({ name, code, promised }) => {
    writeFileSync(join(folder, name), code);
    await import(join(folder, name));
    const shown = takeShown();
    expect(shown).toEqual(promisedText(promised, shown));
  });
});
