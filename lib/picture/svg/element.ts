/**
 * SVG as lines of text, one element a line, and the escaping of text in it. Presentation attributes only: where pictures
 * are shown, style sheets, scripts and fonts are not allowed.
 */

/** A drawing: its lines, outermost first. */
export type Lines = readonly string[];

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * A length rounded to a tenth.
 *
 * @example [12, 0.25, -0.04].map(short) // ['12', '0.3', '0']
 */
export function short(length: number): string {
  const rounded = Math.round(length * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}

function opening(name: string, attributes: Attributes): string {
  let text = `<${name}`;
  for (const attribute of Object.keys(attributes)) {
    const value = attributes[attribute];
    if (value !== undefined)
      text += ` ${attribute}="${typeof value === 'number' ? short(value) : markupAttribute(value)}"`;
  }
  return text;
}

/** An element without content. */
export function element(name: string, attributes: Attributes): string {
  return `${opening(name, attributes)}/>`;
}

/** An element with text in it. */
export function textElement(name: string, attributes: Attributes, text: string): string {
  return `${opening(name, attributes)}>${markupText(text)}</${name}>`;
}

/** An element around others. */
export function group(attributes: Attributes, lines: Lines): Lines {
  return lines.length === 0 ? [] : container('g', attributes, lines);
}

/** As `group`, with a name of its own. */
export function container(name: string, attributes: Attributes, lines: Lines): Lines {
  return [`${opening(name, attributes)}>`, ...lines, `</${name}>`];
}

/**
 * One notation serves SVG, XML and HTML: the numeric and the five named references that each of them knows. Control
 * characters, which XML cannot hold at all, become the replacement character.
 */
const TEXT_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** In an attribute, XML readers turn line breaks and tabs into spaces unless they are references. */
const ATTRIBUTE_ESCAPES: Readonly<Record<string, string>> = {
  ...TEXT_ESCAPES,
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Nothing in it is escaped, which is true of nearly every text: one look instead of a search for each kind of escape. */
const PLAIN = /^[\w .,:;#%()/+–-]*$/;
const NOT_IN_XML = /(?![\t\n\r\u0080-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
const REPLACEMENT = '\ufffd';

/**
 * Text between tags. A carriage return is kept as a reference; readers drop it otherwise.
 *
 * @example markupText('a < b & c') // 'a &lt; b &amp; c'
 */
export function markupText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(NOT_IN_XML, REPLACEMENT)
    .replace(/[&<>]/g, (found) => TEXT_ESCAPES[found] ?? found)
    .replace(/\r/g, '&#13;');
}

/**
 * Text between the quotes of an attribute, single or double.
 *
 * @example `<a title="${markupAttribute('5" disk')}">` // '<a title="5&quot; disk">'
 */
export function markupAttribute(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(NOT_IN_XML, REPLACEMENT).replace(/[&<>"'\n\r\t]/g, (found) => ATTRIBUTE_ESCAPES[found] ?? found);
}
