import { describe, expect, it } from 'vitest';
import { constantNames, docComment } from './constant.ts';

describe('the name of a constant', () => {
  it.each([
    ['an identifier', ['redis_up'], [], ['redis_up']],
    ['a colon', ['job:up:sum'], [], ['job_up_sum']],
    ['dots and other characters', ['http.server/é'], [], ['http_server__']],
    ['a digit at the start', ['1st'], [], ['_1st']],
    ['a reserved word', ['delete'], [], ['delete_2']],
    ['a name that the file uses', ['source'], ['source'], ['source_2']],
    ['two that would be one', ['a.b', 'a:b', 'a_b'], [], ['a_b_2', 'a_b_3', 'a_b']],
  ])('%s', (_, metrics, taken, names) => {
    const map = constantNames(metrics, taken);
    expect(metrics.map((metric) => map.get(metric))).toEqual(names);
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
