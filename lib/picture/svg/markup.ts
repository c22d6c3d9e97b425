/**
 * Text inside HTML, XML and SVG. One notation serves all three: the numeric and the five named references that each of
 * them knows. Control characters, which XML cannot hold at all, become the replacement character.
 */

const TEXT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** In an attribute, XML readers turn line breaks and tabs into spaces unless they are references. */
const ATTRIBUTE: Readonly<Record<string, string>> = {
  ...TEXT,
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

const NOT_IN_XML = /(?![\t\n\r\u0080-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
const REPLACEMENT = '\ufffd';

/**
 * Text between tags. A carriage return is kept as a reference; readers drop it otherwise.
 *
 * @example markupText('a < b & c') // 'a &lt; b &amp; c'
 */
export function markupText(text: string): string {
  return text
    .replace(NOT_IN_XML, REPLACEMENT)
    .replace(/[&<>]/g, (found) => TEXT[found] ?? found)
    .replace(/\r/g, '&#13;');
}

/**
 * Text between the quotes of an attribute, single or double.
 *
 * @example `<a title="${markupAttribute('5" disk')}">` // '<a title="5&quot; disk">'
 */
export function markupAttribute(text: string): string {
  return text.replace(NOT_IN_XML, REPLACEMENT).replace(/[&<>"'\n\r\t]/g, (found) => ATTRIBUTE[found] ?? found);
}
