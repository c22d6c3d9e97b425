import { expect, it } from 'vitest';
import { docComment } from './doc-comment.ts';

const long = 'A sentence that is so long that it does not fit. '.repeat(4).trim();

it.each([
  [['Total number of calls'], '/** Total number of calls. */'],
  [['Is it up?'], '/** Is it up? */'],
  [['A help\n  of two lines.', 'From: a, b'], '/** A help of two lines. From: a, b. */'],
  [['Ends a comment: */'], '/** Ends a comment: *\\/. */'],
  [
    [long],
    '/**\n * A sentence that is so long that it does not fit. A sentence that is so long that it does not fit. A sentence that is\n * so long that it does not fit. A sentence that is so long that it does not fit.\n */',
  ],
  [['x'.repeat(130)], `/**\n * ${'x'.repeat(130)}.\n */`],
])('%j', (sentences, comment) => {
  expect(docComment(...sentences)).toBe(comment);
});
