/** Definitions loaded again in one process: what changed is new, what did not is the very same, and nothing is stale. */
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Exports, modulesIn } from '../../preview/server/modules.ts';
import { fill, freshFolder } from '../support/folder.ts';

/** b and c read a; d reads c. */
const FILES = {
  'package.json': '{ "name": "shop", "type": "module" }',
  'a.ts': 'export const a: readonly string[] = ["a"];\n',
  'b.ts': "import { a } from './a.ts';\nexport const b = { a };\n",
  'c.ts': 'export const c: readonly string[] = ["c"];\n',
  'd.ts': "import { b } from './b.ts';\nimport { c } from './c.ts';\nexport const d = { b, c };\n",
};

function project(files: Readonly<Record<string, string>> = FILES) {
  const folder = freshFolder();
  fill(folder, files);
  mkdirSync(join(folder, 'node_modules'));
  const modules = modulesIn(folder);
  return {
    folder,
    modules,
    load: async (file: string): Promise<Exports> => await modules.load(join(folder, file)),
    async save(changed: Readonly<Record<string, string>>) {
      fill(folder, changed);
      await modules.refresh();
    },
  };
}

describe('a file that is loaded again', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['nothing', {}, []],
    ['what everything reads', { 'a.ts': FILES['a.ts'].replace('"a"', '"A"') }, ['a', 'b', 'd']],
    ['what one reads', { 'c.ts': FILES['c.ts'].replace('"c"', '"C"') }, ['c', 'd']],
    ['what nobody reads', { 'd.ts': `${FILES['d.ts']}// more\n` }, ['d']],
    ['a comment alone', { 'b.ts': `// said\n${FILES['b.ts']}` }, ['b', 'd']],
    ['the same text', { 'a.ts': FILES['a.ts'] }, []],
  ])('is new where it reaches what changed, and else the same object: %s', async (_, changed, made) => {
    const { load, save } = project();
    const all = async () => ({
      ...(await load('d.ts')),
      ...(await load('a.ts')),
      ...(await load('b.ts')),
      ...(await load('c.ts')),
    });
    const before = await all();
    await save(changed);
    const after = await all();
    expect(
      Object.keys(after)
        .filter((name) => after[name] !== before[name])
        .sort(),
    ).toEqual(made);
    expect(after.d).toEqual({ b: { a: after.a }, c: after.c });
  });

  it('has what its files say now, whatever was saved before', async () => {
    const { load, save } = project();
    for (const word of ['one', 'two', 'one', 'three']) {
      await save({ 'a.ts': `export const a = '${word}';\n` });
      expect((await load('d.ts')).d).toEqual({ b: { a: word }, c: ['c'] });
    }
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['does not parse', { 'c.ts': 'export const c = ;\n' }, 'c.ts:1:17: ERROR: Unexpected ";"'],
    ['throws', { 'c.ts': "export const c = 1;\nthrow new Error('not today');\n" }, 'not today'],
    ['exports no such name', { 'c.ts': 'export const other = 1;\n' }, "does not provide an export named 'c'"],
    ['imports what is not there', { 'c.ts': "import './none.ts';\nexport const c = 1;\n" }, "Cannot find module '"],
    ['imports a package that is not there', { 'c.ts': "import 'not-there';\nexport const c = 1;\n" }, 'not-there'],
  ])('says what is wrong when a file of it %s, each time, and heals', async (_, broken, words) => {
    const { load, save } = project();
    await load('d.ts');
    await save(broken);
    for (const _time of [1, 2]) await expect(load('d.ts')).rejects.toThrow(words);
    await save({ 'c.ts': FILES['c.ts'] });
    expect((await load('d.ts')).d).toEqual({ b: { a: ['a'] }, c: ['c'] });
  });

  it('may be gone, and come back', async () => {
    const { folder, load, modules, save } = project();
    await load('d.ts');
    rmSync(join(folder, 'c.ts'));
    await modules.refresh();
    await expect(load('d.ts')).rejects.toThrow('c.ts');
    await save({ 'c.ts': FILES['c.ts'] });
    expect(await load('d.ts')).toHaveProperty('d.c', ['c']);
  });

  it('is read anew each time where it can read files itself', async () => {
    const text =
      "import { readFileSync } from 'node:fs';\nexport const text = readFileSync(new URL('./note', import.meta.url), 'utf8');\n";
    const { load, save } = project({ ...FILES, 'e.ts': text, note: 'one' });
    expect((await load('e.ts')).text).toBe('one');
    await save({ note: 'two' });
    expect((await load('e.ts')).text).toBe('two');
  });

  it.each([
    [
      'read each other',
      {
        'x.ts': "import { y } from './y.ts';\nexport const x = 1;\nexport const both = () => x + y;\n",
        'y.ts': "import { x } from './x.ts';\nexport const y = 2;\nexport const two = () => x;\n",
      },
      3,
    ],
    [
      'are imported when they are needed',
      {
        'x.ts': "const { y } = await import('./y.ts');\nexport const both = () => y;\n",
        'y.ts': 'export const y = 3;\n',
      },
      3,
    ],
    [
      'leave the ending to the compiler',
      { 'x.ts': "import { y } from './y.js';\nexport const both = () => y;\n", 'y.ts': 'export const y = 3;\n' },
      3,
    ],
  ])('has files that %s', async (_, files, sum) => {
    const { load, save } = project({ ...FILES, ...files });
    const both = async () => ((await load('x.ts')).both as () => number)();
    expect(await both()).toBe(sum);
    await save({ 'y.ts': files['y.ts'].replace(/y = \d/, 'y = 7') });
    expect(await both()).toBe(sum === 3 && files['x.ts'].includes('x + y') ? 8 : 7);
  });
});

describe('a package', () => {
  it('is imported once; where it lies in the project, it is said to be held', async () => {
    const { folder, load, modules, save } = project({
      ...FILES,
      'shared/package.json': '{ "name": "shared", "type": "module", "exports": "./index.js" }',
      'shared/index.js': 'export const shared = {};\n',
      'e.ts': "import { shared } from 'shared';\nexport const e = { shared };\n",
    });
    symlinkSync('../shared', join(folder, 'node_modules/shared'));
    const before = await load('e.ts');
    expect(modules.held()).toEqual(['shared']);
    await save({ 'e.ts': "import { shared } from 'shared';\nexport const e = { shared, more: 1 };\n" });
    const after = await load('e.ts');
    expect(after.e).toEqual({ shared: {}, more: 1 });
    expect((after.e as { shared: object }).shared).toBe((before.e as { shared: object }).shared);
    expect(modules.files()).toEqual(['e.ts']);
  });
});

it('names the lines of the sources in errors', async () => {
  const { folder, load } = project({
    ...FILES,
    'e.ts':
      'interface Shape {\n  readonly a: string;\n}\n\nexport const e = (shape: Shape): string => {\n  throw new Error(shape.a);\n};\n',
  });
  const { placesAreOfSources } = await import('../../preview/server/sources.ts');
  const { prepareStackTrace } = Error;
  placesAreOfSources();
  try {
    const { e } = await load('e.ts');
    const error = await Promise.resolve({ a: 'no' })
      .then(e as () => string)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(String((error as Error).stack)).toContain(`${pathToFileURL(join(folder, 'e.ts')).href}:6:9`);
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
});
