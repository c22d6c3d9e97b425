import { describe, expect, it } from 'vitest';
import { unquote } from '../promql/parse/literal.ts';
import { quoteText } from './print-lines.ts';

describe('quoteText()', () => {
  it.each([
    ['Waiting for db', '"Waiting for db"'],
    ['', '""'],
    ['\\[INFO\\]', '`\\[INFO\\]`'],
    ['"GET /"', '`"GET /"`'],
    ['`\\d`', '"`\\\\d`"'],
    ['a\\\nb', '"a\\\\\\nb"'],
    ['\\\u200b', '"\\\\\\u200b"'],
    ["it's", '"it\'s"'],
  ])('writes %j', (text, expected) => {
    expect(quoteText(text)).toBe(expected);
    expect(unquote(expected)).toBe(text);
  });
});
