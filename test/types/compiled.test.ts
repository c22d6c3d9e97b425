/** The type tests hold: what has to compile compiles, and every line that is marked as refused is. */
import { expect, test } from 'vitest';
import { compile } from '../support/compiler.ts';

test('the type tests hold', async () => {
  expect(await compile({ include: ['test/types'] })).toEqual([]);
});

test('a refusal that is none is found', async () => {
  const text = '// @ts-expect-error there is nothing wrong\nexport const right: number = 1;\n';
  expect(await compile({ files: { 'right.ts': text } })).toMatchObject([{ file: 'right.ts', line: 1 }]);
});
