/** What stands around a metric's definition: the constant's name, and its help text as a doc comment. */

import { visible } from '../../units/visible.ts';

/** Words that cannot name a constant in a module. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);

/**
 * Names for metrics, each once; `taken` are the names that the file uses otherwise.
 *
 * @example constantNames(['job:up:sum', 'my.metric'], ['source']).get('job:up:sum') // 'job_up_sum'
 */
export function constantNames(metrics: readonly string[], taken: Iterable<string>): ReadonlyMap<string, string> {
  const used = new Set([...RESERVED, ...taken]);
  const names = new Map<string, string>();
  for (const metric of [...metrics].sort(plainFirst)) {
    const name = free(identifier(metric), used);
    used.add(name);
    names.set(metric, name);
  }
  return names;
}

/** A metric that is an identifier already keeps its name, whatever its neighbours are turned into. */
function plainFirst(a: string, b: string): number {
  return Number(identifier(a) !== a) - Number(identifier(b) !== b);
}

function identifier(metric: string): string {
  return metric.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_');
}

function free(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name)) return name;
  let number = 2;
  while (used.has(`${name}_${number}`)) number += 1;
  return `${name}_${number}`;
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
