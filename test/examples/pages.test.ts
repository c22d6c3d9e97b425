/** Every export of the package has its page in docs/api/, with what it is and, where it is a function, an example. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Entry, entriesOf } from '../../scripts/docs/exports.ts';
import { outdatedPages } from '../../scripts/docs/written.ts';
import { projectRoot } from '../support/compiler.ts';

const entries = entriesOf(join(projectRoot, 'lib')).filter(({ exports }) => exports.length > 0);

describe.for(entries)('$module', ({ exports, file }: Entry) => {
  it('says of each export what it is', () => {
    const silent = exports.filter(({ declarations }) => declarations.every(({ comment }) => comment.text === ''));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('shows each function in an example', async () => {
    const loaded: Readonly<Record<string, unknown>> = await import(file);
    const without = exports.filter(
      ({ name, declarations }) =>
        typeof loaded[name] === 'function' && declarations.every(({ comment }) => comment.examples.length === 0),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});

it('docs/ is what `npm run docs` writes', () => {
  expect(outdatedPages(projectRoot)).toEqual([]);
});
