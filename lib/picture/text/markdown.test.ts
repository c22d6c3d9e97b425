import { describe, expect, test } from 'vitest';
import { blocks, isSimplified } from './markdown.ts';

describe.each([
  { markdown: '## On call', found: [{ kind: 'heading', text: 'On call', level: 2 }] },
  {
    markdown: 'one\ntwo\n\nthree',
    found: [
      { kind: 'text', text: 'one two' },
      { kind: 'text', text: 'three' },
    ],
  },
  {
    markdown: '- a\n- b',
    found: [
      { kind: 'item', text: '• a' },
      { kind: 'item', text: '• b' },
    ],
  },
  {
    markdown: '1. a\n2. b',
    found: [
      { kind: 'item', text: '1. a' },
      { kind: 'item', text: '2. b' },
    ],
  },
  { markdown: '- a\n  more', found: [{ kind: 'item', text: '• a more' }] },
  {
    markdown: '| a | b |\n|---|:-:|\n| 1 | 2 |',
    found: [
      { kind: 'row', text: 'a   b' },
      { kind: 'row', text: '1   2' },
    ],
  },
  { markdown: '```sh\n# ls\n```', found: [{ kind: 'code', text: '# ls' }] },
  {
    markdown: 'Check **error ratio**, see [the book](https://example.org) and `df`',
    found: [{ kind: 'text', text: 'Check error ratio, see the book and df' }],
  },
  { markdown: '', found: [] },
])('$markdown', ({ markdown, found }) => {
  test('as blocks', () => {
    expect(blocks(markdown)).toEqual(found);
  });
});

test.each([
  ['# Title\n\nText, and a [link](https://example.org).\n\n- item', false],
  ['| a |\n|---|', true],
  ['**bold**', true],
  ['```\ncode\n```', true],
  ['<b>x</b>', true],
  ['2 * 3', false],
])('%j is simplified: %s', (markdown, simplified) => {
  expect(isSimplified(markdown)).toBe(simplified);
});
