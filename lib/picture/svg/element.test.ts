import { describe, expect, test } from 'vitest';
import { container, element, group, markupAttribute, markupText, short, textElement } from './element.ts';
import { label, labels } from './label.ts';
import { valueLabel, valueSize, valueWidth } from './value-label.ts';

test.each([
  { length: 12, text: '12' },
  { length: 0.25, text: '0.3' },
  { length: -0.04, text: '0' },
  { length: 1 / 3, text: '0.3' },
])('$length px', ({ length, text }) => {
  expect(short(length)).toBe(text);
});

test.each([
  { written: element('rect', { x: 1.04, fill: '#fff', rx: undefined }), text: '<rect x="1" fill="#fff"/>' },
  { written: element('view', { id: '"><script>' }), text: '<view id="&quot;&gt;&lt;script&gt;"/>' },
  { written: textElement('text', { x: 1 }, 'a < b & c'), text: '<text x="1">a &lt; b &amp; c</text>' },
])('$text', ({ written, text }) => {
  expect(written).toBe(text);
});

test('each element of a group has a line of its own; a group of nothing is nothing', () => {
  expect(container('g', { id: 'a' }, ['<path/>', '<path/>'])).toEqual(['<g id="a">', '<path/>', '<path/>', '</g>']);
  expect(group({ id: 'a' }, [])).toEqual([]);
});

test.each([
  {
    title: 'the middle of the letters is where it was asked for',
    lines: label('Up', { x: 1, y: 10 }),
    text: '<text x="1" y="14">Up</text>',
  },
  {
    title: 'white space as a reader shows it',
    lines: label(' a \n b ', { x: 1, y: 0 }),
    text: '<text x="1" y="4">a b</text>',
  },
  {
    title: 'what has no room is shortened',
    lines: label('Votes accepted', { x: 0, y: 0, room: 50 }),
    text: '<text x="0" y="4">Votes…</text>',
  },
  {
    title: 'letters that nobody measured get a length',
    lines: label('日本', { x: 0, y: 0 }),
    text: '<text x="0" y="4" textLength="25.2" lengthAdjust="spacingAndGlyphs">日本</text>',
  },
])('$title', ({ lines, text }) => {
  expect(lines).toEqual([text]);
});

test('where there is no room for a letter there is no text', () => {
  expect(label('Votes', { x: 0, y: 0, room: 5 })).toEqual([]);
  expect(label('  ', { x: 0, y: 0 })).toEqual([]);
});

test('a smaller text stands right after a text, however wide that one is', () => {
  expect(label('Host', { x: 1, y: 0, size: 16, after: { text: '(4 panels)', fill: 'grey' } })).toEqual([
    '<text x="1" y="6" font-size="16">Host<tspan dx="12" font-size="12" font-weight="400" fill="grey">(4 panels)</tspan></text>',
  ]);
});

test('a text of a given length has it in any font', () => {
  expect(label('Host', { x: 1, y: 0, length: 40 })).toEqual(['<text x="1" y="4" textLength="40">Host</text>']);
});

test('what texts beside each other share is said once', () => {
  const ticks = [
    { text: '0', y: 20.4 },
    { text: '日', y: 0 },
  ];
  expect(labels(ticks, { x: 6.2, y: 0, anchor: 'end' })).toEqual([
    '<g transform="translate(6 4)" text-anchor="end">',
    '<text y="20">0</text>',
    '<text y="0" textLength="12.6" lengthAdjust="spacingAndGlyphs">日</text>',
    '</g>',
  ]);
});

test('a unit is written smaller than its number, and beside it', () => {
  const [line] = valueLabel({ text: '48', suffix: ' votes' }, { x: 5, y: 10, size: 40, fill: 'red', room: 200 });
  expect(line).toBe(
    '<text x="5" y="24" font-size="40" font-weight="500" fill="red">48<tspan dx="7.2" font-size="24">votes</tspan></text>',
  );
});

test('a value is as large as its box allows', () => {
  const value = { text: '48', suffix: ' votes' };
  const size = valueSize(value, { room: 100, height: 60 });
  expect(valueWidth(value, size)).toBeLessThanOrEqual(100);
  expect(valueWidth(value, size + 1)).toBeGreaterThan(100);
  expect(valueSize(value, { room: 1000, height: 60 })).toBe(60);
});

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
