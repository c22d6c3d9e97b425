/** What stands around a metric's definition: the constant's name, and its help text as a doc comment. */

import { visible } from '../../units/visible.ts';

/** Words that cannot name a constant in a module. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);

/**
 * True for a word of the language.
 *
 * @example isReserved('delete') // true
 */
export function isReserved(word: string): boolean {
  return RESERVED.has(word);
}

const ESCAPED = 'U__';
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The constant's name of a metric. It hangs on the metric alone, so that another metric in the scrape renames none: what
 * cannot stand as it is is written as Prometheus writes it for readers that know no UTF-8 names, with `U__` before it, each
 * other character as its code between underscores, and underscores doubled.
 * https://prometheus.io/docs/instrumenting/escaping_schemes/#value-encoding-escaping
 *
 * @param taken the names that every such file uses otherwise.
 * @example constantName('redis_up', new Set()) // 'redis_up'
 * @example constantName('http.requests', new Set()) // 'U__http_2e_requests'
 * @example constantName('delete', new Set()) // 'U__delete'
 */
export function constantName(metric: string, taken: ReadonlySet<string>): string {
  const isFree = !RESERVED.has(metric) && !taken.has(metric) && !metric.startsWith(ESCAPED);
  return isFree && IDENTIFIER.test(metric) ? metric : `${ESCAPED}${[...metric].map(escaped).join('')}`;
}

function escaped(character: string): string {
  if (character === '_') return '__';
  return /^[A-Za-z0-9]$/.test(character) ? character : `_${character.codePointAt(0)?.toString(16)}_`;
}

const WIDTH = 120;

/**
 * A doc comment of sentences.
 *
 * `Total number of calls per command` gets a full stop.
 */
export function docComment(...sentences: readonly string[]): string {
  const text = sentences.map(sentence).filter(Boolean).join(' ');
  const line = `/** ${text} */`;
  if (line.length <= WIDTH) return line;
  return ['/**', ...wrapped(text).map((part) => ` * ${part}`), ' */'].join('\n');
}

function sentence(text: string): string {
  const plain = visible(text.replace(/\s+/g, ' ').trim()).replaceAll('*/', '*\\/');
  return plain === '' || /[.!?)]$/.test(plain) ? plain : `${plain}.`;
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length + 3 > WIDTH) lines.push(line);
    line = line !== '' && longer.length + 3 > WIDTH ? word : longer;
  }
  return [...lines, line];
}
