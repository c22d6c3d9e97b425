/** The expected texts were read back with an XML parser and an HTML parser. */
import { describe, expect, test } from 'vitest';
import { markupAttribute, markupText } from './markup.ts';

describe.each([
  { input: '', text: '', attribute: '' },
  { input: 'Grüße, 日本, 🐙', text: 'Grüße, 日本, 🐙', attribute: 'Grüße, 日本, 🐙' },
  { input: 'a < b && c > d', text: 'a &lt; b &amp;&amp; c &gt; d', attribute: 'a &lt; b &amp;&amp; c &gt; d' },
  { input: '&amp;', text: '&amp;amp;', attribute: '&amp;amp;' },
  { input: '5" and 5\'', text: '5" and 5\'', attribute: '5&quot; and 5&#39;' },
  { input: ']]>', text: ']]&gt;', attribute: ']]&gt;' },
  { input: '"><script>', text: '"&gt;&lt;script&gt;', attribute: '&quot;&gt;&lt;script&gt;' },
  { input: 'a\nb\tc\r\nd', text: 'a\nb\tc&#13;\nd', attribute: 'a&#10;b&#9;c&#13;&#10;d' },
  { input: 'nul\0 bell\u0007', text: 'nul\ufffd bell\ufffd', attribute: 'nul\ufffd bell\ufffd' },
  { input: 'half \ud800 \uffff', text: 'half \ufffd \ufffd', attribute: 'half \ufffd \ufffd' },
])('$input', ({ input, text, attribute }) => {
  test('as text', () => {
    expect(markupText(input)).toBe(text);
  });
  test('as an attribute', () => {
    expect(markupAttribute(input)).toBe(attribute);
  });
});
