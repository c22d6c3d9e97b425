/**
 * What docs/preview.md shows side by side: a pair of pictures for each kind of panel. The SVG is compared byte for byte
 * with what its definition gives; the PNG depends on the machine's browser, so that only its measures are.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../scripts/project.ts';
import { kinds } from './support/every-option.ts';
import { COMMAND, FOLDER, kindPictures, SIZE } from './support/side-by-side.ts';

const { pictures } = await kindPictures();
const page = readFileSync(join(root, 'docs/preview.md'), 'utf8');

const MOST_SVG = 6_000;
const MOST_PNG = 30_000;

test('there is one panel of each kind that the model knows', () => {
  expect(pictures.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
});

test('the page says how to make the pictures again', () => {
  expect(page).toContain(COMMAND);
});

describe.each(pictures)('$kind', ({ kind, svg }) => {
  test(`has the SVG that \`${COMMAND}\` writes`, () => {
    expect(readFileSync(join(FOLDER, `${kind}.svg`), 'utf8')).toBe(svg);
    expect(Buffer.byteLength(svg)).toBeLessThan(MOST_SVG);
  });

  test('has a PNG of the same size', () => {
    const path = join(FOLDER, `${kind}.png`);
    expect(existsSync(path)).toBe(true);
    expect(sizeOfPng(readFileSync(path))).toEqual(SIZE);
    expect(statSync(path).size).toBeLessThan(MOST_PNG);
  });

  test('stands in the page', () => {
    expect(page).toContain(`(preview/${kind}.png)`);
    expect(page).toContain(`(preview/${kind}.svg)`);
  });
});

/** A PNG begins with eight bytes of its own, then the header: length, IHDR, width, height. */
function sizeOfPng(png: Buffer): { readonly width: number; readonly height: number } {
  expect(png.toString('latin1', 12, 16)).toBe('IHDR');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
