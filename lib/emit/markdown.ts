/**
 * Text inside Markdown as GitHub and Grafana read it: CommonMark with tables. What comes out shows the text as it is,
 * in a paragraph, in a heading, as the text of a link and in a table's cell alike. Line breaks become spaces.
 *
 * Addresses stay as they are: readers make links of them, which is what one wants.
 */

/** What begins emphasis, code, links, HTML, references, formulas and cells; `_` only where it is not inside a word. */
const INLINE = /[\\`*[\]<|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;

/** What at the start of a line begins a heading, a quote, a list or a rule, or makes one or a table of the line before. */
const AT_START = /^(?=[>=]|#+(?:\s|$)|[+-](?![\p{L}\p{N}])|:-)|(?<=^\d{1,9})(?=[.)](?:\s|$))/u;

/** What closes a heading. */
const AT_END = /(?<=\s)(?=#+$)/;

/**
 * Text within a line, or a line of its own.
 *
 * @example markdownText('# of job_name is *low* | <5') // '\\# of job_name is \\*low\\* \\| \\<5'
 */
export function markdownText(text: string): string {
  return oneLine(text).replace(INLINE, '\\$&').replace(AT_START, '\\').replace(AT_END, '\\');
}

/**
 * Text as code within a line. With a `|` in it, code is written as HTML: between backticks a table's cell and other
 * places would need it written differently.
 *
 * @example markdownCode('up == 0') // '`up == 0`'
 * @example markdownCode('a|b') // '<code>a&#124;b</code>'
 */
export function markdownCode(text: string): string {
  const line = oneLine(text);
  if (line === '') return '';
  if (line.includes('|')) return `<code>${line.replace(PUNCTUATION, reference)}</code>`;
  const fence = fenceOf(line, 1);
  const gap = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${gap}${line}${gap}${fence}`;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/g;

const reference = (character: string): string => `&#${character.charCodeAt(0)};`;

/**
 * Backticks that nothing in a text closes, at least so many.
 *
 * @example fenceOf('a ``` b', 3) // '````'
 */
export function fenceOf(text: string, least: number): string {
  return '`'.repeat(Math.max(least, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)));
}

/** Control characters show nowhere; NUL is not even allowed. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

export interface Table {
  readonly heading: readonly string[];
  /** Cells as Markdown: whatever came from a definition is escaped by then. */
  readonly lines: readonly (readonly string[])[];
}

/**
 * A table, one line of text per line, without padding: a longer name changes one line and not the whole table.
 *
 * @example table({ heading: ['rule', 'group'], lines: [['job:orders_waiting:max', 'queue']] })
 * // | rule | group |
 * // | --- | --- |
 * // | job:orders_waiting:max | queue |
 */
export function table({ heading, lines }: Table): string {
  return [heading, heading.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
