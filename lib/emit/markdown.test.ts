/**
 * The expected texts were checked against the reference parser of GitHub's Markdown: each shows as its input in a
 * paragraph, below a paragraph, in a heading, in a link and in a table's cell.
 */
import { describe, expect, test } from 'vitest';
import { markdownCode, markdownText } from './markdown.ts';

describe('markdownText', () => {
  test.each([
    ['', ''],
    ['plain words, 5 % of them', 'plain words, 5 % of them'],
    ['process_cpu_seconds_total', 'process_cpu_seconds_total'],
    ['_emphasis_ and __more__', '\\_emphasis\\_ and \\_\\_more\\_\\_'],
    ['*a* `b` ~c~', '\\*a\\* \\`b\\` \\~c\\~'],
    ['a | b', 'a \\| b'],
    ['[a](b) ![c](d)', '\\[a\\](b) !\\[c\\](d)'],
    ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['a < b', 'a \\< b'],
    ['R&D, &amp; &#65;', 'R&D, \\&amp; \\&#65;'],
    ['C:\\temp\\*', 'C:\\\\temp\\\\\\*'],
    ['$labels.job is $value', '\\$labels.job is \\$value'],
    ['two\nlines\r\n and\ttabs ', 'two lines and tabs'],
    ['nul\0and bell\u0007', 'nul and bell'],
    ['# heading', '\\# heading'],
    ['#5 is fine', '#5 is fine'],
    ['closing #', 'closing \\#'],
    ['> quote', '\\> quote'],
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['-5 to +5', '-5 to +5'],
    ['---', '\\---'],
    ['===', '\\==='],
    [':-:', '\\:-:'],
    ['1. first', '1\\. first'],
    ['12) twelfth', '12\\) twelfth'],
    ['1.5 cores', '1.5 cores'],
    ['https://example.org/a_b', 'https://example.org/a_b'],
  ])('%j', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });
});

describe('markdownCode', () => {
  test.each([
    ['', ''],
    ['up == 0', '`up == 0`'],
    ['a_b*c', '`a_b*c`'],
    ['a `b` c', '``a `b` c``'],
    ['`', '`` ` ``'],
    ['```', '```` ``` ````'],
    ['sum(\n  up\n)', '`sum( up )`'],
    ['a|b', '<code>a&#124;b</code>'],
    ['a=~"<x>|*y*"', '<code>a&#61;&#126;&#34;&#60;x&#62;&#124;&#42;y&#42;&#34;</code>'],
  ])('%j', (text, expected) => {
    expect(markdownCode(text)).toBe(expected);
  });
});
