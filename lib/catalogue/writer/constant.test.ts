import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constantName, docComment } from './constant.ts';

describe('the name of a constant', () => {
  it.each([
    ['an identifier', 'redis_up', 'redis_up'],
    ['a colon', 'job:up:sum', 'U__job_3a_up_3a_sum'],
    ['dots and other characters', 'http.server/é', 'U__http_2e_server_2f__e9_'],
    ['underscores beside a dot', 'a__b.c', 'U__a____b_2e_c'],
    ['a character of two code units', 'a😀', 'U__a_1f600_'],
    ['a reserved word', 'delete', 'U__delete'],
    ['a word that modules refuse', 'await', 'U__await'],
    ['a name that every file uses', 'source', 'U__source'],
    ['a name that looks like one of these', 'U__delete', 'U__U____delete'],
    ['a blank before it', ' a', 'U___20_a'],
    ['a name that objects have', 'constructor', 'constructor'],
  ])('%s', (_, metric, name) => {
    expect(constantName(metric, new Set(['source']))).toBe(name);
  });

  it('is another for another metric, and one that a module takes', () => {
    const metric = fc.string({ unit: fc.constantFrom('a', '_', '.', '2', 'e', 'U', ':', 'é'), minLength: 1 });
    fc.assert(
      fc.property(metric, metric, (a, b) => {
        const [one, other] = [constantName(a, new Set()), constantName(b, new Set())];
        expect(one === other).toBe(a === b);
        expect(one).toMatch(/^[A-Za-z_]\w*$/);
      }),
      { seed: 42, numRuns: 5000 },
    );
  });
});

describe('a doc comment', () => {
  const long = 'A sentence that is so long that it does not fit. '.repeat(4).trim();

  it.each([
    [['Total number of calls'], '/** Total number of calls. */'],
    [['Is it up?'], '/** Is it up? */'],
    [['A help\n  of two lines.', 'From: a, b'], '/** A help of two lines. From: a, b. */'],
    [['Ends a comment: */'], '/** Ends a comment: *\\/. */'],
    [['\u001b[2J clears, \u009b too, \u202e turns'], '/** \\u001b[2J clears, \\u009b too, \\u202e turns. */'],
    [
      [long],
      '/**\n * A sentence that is so long that it does not fit. A sentence that is so long that it does not fit. A sentence that is\n * so long that it does not fit. A sentence that is so long that it does not fit.\n */',
    ],
    [['x'.repeat(130)], `/**\n * ${'x'.repeat(130)}.\n */`],
  ])('%j', (sentences, comment) => {
    expect(docComment(...sentences)).toBe(comment);
  });
});
