/** A project's bundle: a changed input never meets an old one, and what is not changed is not bundled again. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fill, freshFolder } from '../../test/support/folder.ts';
import { bundled } from './bundle.js';
import { hashOfFile } from './inputs.js';

const CONFIG = 'plainsight.config.ts';
/** A package of sources, as in a workspace, whose package.json decides what its name means; and one that is built. */
const PACKAGE = 'node_modules/plainsight/package.json';
const manifest = (entry: string) => JSON.stringify({ name: 'plainsight', type: 'module', exports: { './cli': entry } });

const START = {
  [CONFIG]: "import { a } from './defs/a.ts';\nexport default { registries: { defs: 'defs/index.ts' }, a };\n",
  'defs/a.ts': "import { b } from './deep/b.ts';\nexport const a: number = 10 + b;\n",
  'defs/deep/b.ts': 'export const b: number = 1;\n',
  'defs/index.ts': 'export {};\n',
  'package.json': '{ "type": "module" }',
  [PACKAGE]: manifest('./first.ts'),
  'node_modules/plainsight/first.ts': "export const main = async () => 'first';\n",
  'node_modules/plainsight/other.ts': "export const main = async () => 'other';\n",
};

interface State {
  readonly b: number;
  readonly entry: 'first' | 'other';
  /** Files that nothing imports. */
  readonly more: ReadonlySet<string>;
}

const edits = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('text' as const), value: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ kind: fc.constant('file' as const), name: fc.constantFrom('defs/c.ts', 'defs/deep/d.ts') }),
    fc.record({ kind: fc.constant('entry' as const), entry: fc.constantFrom('first' as const, 'other' as const) }),
  ),
  { minLength: 1, maxLength: 5 },
);

type Edit = typeof edits extends fc.Arbitrary<readonly (infer Each)[]> ? Each : never;

/** Made so that neither size nor time of a file says that it is another. */
function put(folder: string, path: string, text: string): void {
  writeFileSync(join(folder, path), text);
  utimesSync(join(folder, path), 1_000_000, 1_000_000);
}

function made(folder: string, state: State, edit: Edit): State {
  switch (edit.kind) {
    case 'text':
      put(folder, 'defs/deep/b.ts', `export const b: number = ${edit.value};\n`);
      return { ...state, b: edit.value };
    case 'entry':
      put(folder, PACKAGE, manifest(`./${edit.entry}.ts`));
      return { ...state, entry: edit.entry };
    case 'file': {
      const isThere = state.more.has(edit.name);
      if (isThere) rmSync(join(folder, edit.name));
      else put(folder, edit.name, "export const more = 'here';\n");
      const others = [...state.more].filter((name) => name !== edit.name);
      return { ...state, more: new Set(isThere ? others : [...others, edit.name]) };
    }
  }
}

async function expectState(folder: string, { b, entry, more }: State): Promise<void> {
  const project = await bundled(folder, { make: true });
  if (project === undefined) throw new Error('it could not be bundled');
  expect(await project.main(project.load)).toBe(entry);
  expect((await project.load(CONFIG)).default).toMatchObject({ a: 10 + b });
  for (const name of more) expect(await project.load(name)).toMatchObject({ more: 'here' });
}

const bundlesIn = (folder: string) => readdirSync(join(folder, 'node_modules/.cache/plainsight')).sort();

test('a bundle is used while nothing has changed, and never after', async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (all) => {
      const folder = freshFolder();
      fill(folder, START);
      let state: State = { b: 1, entry: 'first', more: new Set() };
      await expectState(folder, state);
      for (const edit of all) {
        state = made(folder, state, edit);
        await expectState(folder, state);
        const bundles = bundlesIn(folder);
        expect(bundles).toHaveLength(4);
        await expectState(folder, state);
        expect(bundlesIn(folder)).toEqual(bundles);
      }
    }),
    { seed: 42, numRuns: 25 },
  );
}, 60_000);

test.each([
  ['is cut short', (code: Buffer) => code.subarray(0, code.length >> 1)],
  ['is empty', () => Buffer.alloc(0)],
  [
    'holds another byte',
    (code: Buffer) => Buffer.concat([code.subarray(0, -1), Buffer.from([code.at(-1) === 0 ? 1 : 0])]),
  ],
])('compiled code that %s is not run, and kept anew', async (_, spoil) => {
  const folder = freshFolder();
  fill(folder, START);
  const state: State = { b: 1, entry: 'first', more: new Set() };
  await expectState(folder, state);
  const [name = ''] = bundlesIn(folder).filter((each) => each.endsWith('.code'));
  const path = join(folder, 'node_modules/.cache/plainsight', name);
  const { length } = readFileSync(path);
  writeFileSync(path, spoil(readFileSync(path)));
  await expectState(folder, state);
  expect(readFileSync(path)).toHaveLength(length);
});

test('what waits at the top of a file is left to the ordinary way, which can', async () => {
  const folder = freshFolder();
  fill(folder, { ...START, 'defs/a.ts': 'export const a = await Promise.resolve(11);\n' });
  expect(await bundled(folder, { make: true })).toBeUndefined();
});

test('a bundle that somebody has changed is made again', async () => {
  const folder = freshFolder();
  fill(folder, START);
  const state: State = { b: 1, entry: 'first', more: new Set() };
  await expectState(folder, state);
  const [bundle = ''] = bundlesIn(folder).filter((name) => name.endsWith('.js'));
  const path = join(folder, 'node_modules/.cache/plainsight', bundle);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, '');
  await bundled(folder, { make: true });
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('a bundle is not made for a command that does without it, and is used when it is there', async () => {
  const folder = freshFolder();
  fill(folder, START);
  expect(await bundled(folder, { make: false })).toBeUndefined();
  await bundled(folder, { make: true });
  const project = await bundled(folder, { make: false });
  expect(await project?.main(project.load)).toBe('first');
  put(folder, 'defs/deep/b.ts', 'export const b: number = 7;\n');
  expect(await bundled(folder, { make: false })).toBeUndefined();
});

test.each([
  ['there is no configuration', { [CONFIG]: undefined }],
  ['a file does not parse', { 'defs/a.ts': 'export const a: = 1;\n' }],
  ['a file is missing', { 'defs/a.ts': "import './none.ts';\nexport const a = 1;\n" }],
  ['a definition throws', { 'defs/a.ts': "export const a = 1;\nthrow new Error('no');\n" }],
  ['a folder of definitions is missing', { [CONFIG]: "export default { registries: { none: 'none/index.ts' } };\n" }],
  ['the package is missing', { [PACKAGE]: undefined }],
])('is left to the ordinary way where %s', async (_, changed) => {
  const folder = freshFolder();
  const files = Object.entries({ ...START, ...changed });
  fill(folder, Object.fromEntries(files.filter((each): each is [string, string] => each[1] !== undefined)));
  expect(await bundled(folder, { make: true })).toBeUndefined();
});

test('two folders that share their packages by a link keep their own bundles', async () => {
  const [one, two] = [freshFolder(), freshFolder()];
  fill(one, START);
  fill(two, { ...START, 'defs/deep/b.ts': 'export const b: number = 2;\n' });
  rmSync(join(two, 'node_modules'), { recursive: true });
  symlinkSync(join(one, 'node_modules'), join(two, 'node_modules'));
  const first: State = { b: 1, entry: 'first', more: new Set() };
  for (const _ of [1, 2]) {
    await expectState(one, first);
    await expectState(two, { ...first, b: 2 });
  }
  expect(bundlesIn(one)).toHaveLength(8);
});

test('a file is known by all that is in it, whether it has room or not', () => {
  const folder = freshFolder();
  const path = join(folder, 'input');
  for (const length of [0, 1, 524_287, 524_288, 524_289, 600_000]) {
    const text = 'x'.repeat(length);
    writeFileSync(path, text);
    expect(hashOfFile(path)).toBe(createHash('sha256').update(text).digest('hex'));
  }
});
