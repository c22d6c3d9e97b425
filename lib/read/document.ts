/** JSON, YAML and Alloy's own syntax as plain values, with the lines that a value stands on. What is broken is a problem that says where. */
import { LineCounter, parseAllDocuments, type Document as YamlDocument } from 'yaml';
import { type AlloyBlock, alloyBlocks } from './alloy.ts';
import { type Read, type ReadProblem, readAs, unreadable } from './problem.ts';
import type { LineOf } from './rules.ts';
import type { Fields } from './value.ts';

/** One document of a file: YAML may hold several. */
export interface Parsed {
  readonly value: unknown;
  readonly lineOf: LineOf;
}

/** How files are parsed, by the end of their names; what has another ending is not looked into. */
const PARSERS: ReadonlyMap<string, (path: string, text: string) => Read<readonly Parsed[]>> = new Map([
  ['json', parsedJson],
  ['yaml', parsedYaml],
  ['yml', parsedYaml],
  ['rules', parsedYaml],
  ['alloy', parsedAlloy],
]);

const endingOf = (path: string): string => path.split('.').at(-1)?.toLowerCase() ?? '';

/** Whether a file is parsed. */
export function isDocument(path: string): boolean {
  return PARSERS.has(endingOf(path));
}

/** The documents of a file; none when nothing is known of its format. */
export function documentsOf(path: string, text: string): Read<readonly Parsed[]> {
  const parser = PARSERS.get(endingOf(path));
  return parser === undefined ? readAs([]) : parser(path, text);
}

/** As documentsOf(). */
export type DocumentReader = typeof documentsOf;

/** Remembers YAML, which takes long: a text is parsed once, whatever its files are called. */
export function documentReader(): DocumentReader {
  const known = new Map<string, Read<readonly Parsed[]>>();
  return (path, text) => {
    if (PARSERS.get(endingOf(path)) !== parsedYaml) return documentsOf(path, text);
    const read = known.get(text) ?? parsedYaml(path, text);
    // What is wrong is told with the path.
    if (read.ok) known.set(text, read);
    return read;
  };
}

const noLine: LineOf = () => undefined;

function parsedJson(path: string, text: string): Read<readonly Parsed[]> {
  try {
    return readAs([{ value: JSON.parse(text.replace(/^\uFEFF/, '')), lineOf: noLine }]);
  } catch (error) {
    return unreadable(isConflict(text) ? conflict(path) : brokenJson(path, text, error));
  }
}

/** Under a key that no file can have. */
const BLOCKS: unique symbol = Symbol('blocks of Alloy');

function parsedAlloy(path: string, text: string): Read<readonly Parsed[]> {
  const blocks = alloyBlocks(text);
  if (!('line' in blocks)) return readAs(blocks.length === 0 ? [] : [{ value: { [BLOCKS]: blocks }, lineOf: noLine }]);
  if (isConflict(text)) return unreadable(conflict(path));
  const { line, found, expected } = blocks;
  return unreadable({
    ...brokenAt(path, line),
    found,
    allowed: expected,
    remedy: 'Mend the file: `alloy fmt` shows where.',
  });
}

/** The blocks of a document in Alloy's syntax; undefined for any other. */
export function alloyIn(value: Fields): readonly AlloyBlock[] | undefined {
  // Only parsedAlloy() puts something under this key.
  return (value as { readonly [BLOCKS]?: readonly AlloyBlock[] })[BLOCKS];
}

const isConflict = (text: string): boolean => /^<{7} /m.test(text);

function conflict(path: string): ReadProblem {
  return {
    where: path,
    place: { file: path },
    found: 'a merge conflict',
    allowed: 'one of its two sides',
    remedy: 'Resolve it, and commit again.',
  };
}

/** V8 says where it stopped as a position, or not at all where the text is short enough to be quoted. */
function brokenJson(path: string, text: string, error: unknown): ReadProblem {
  const message = error instanceof Error ? error.message : String(error);
  const position = /at position (\d+)/.exec(message)?.[1];
  const atEnd = /end of (?:JSON )?input/.test(message);
  const at = position === undefined ? (atEnd ? text.length : undefined) : Number(position);
  const line = at === undefined ? undefined : text.slice(0, at).split('\n').length;
  return {
    ...brokenAt(path, line),
    found: atEnd ? 'the end' : 'what is no JSON',
    allowed: 'JSON',
    remedy: 'Mend the file, or export it again.',
  };
}

/** Enough for anchors in a hand-written file; a file that refers to itself a thousand times over is refused. */
const MOST_ALIASES = 1000;

function parsedYaml(path: string, text: string): Read<readonly Parsed[]> {
  const lines = new LineCounter();
  const documents = [parseAllDocuments(text, { lineCounter: lines, merge: true, uniqueKeys: true })].flat();
  const parsed: Parsed[] = [];
  for (const document of documents) {
    const [error] = document.errors ?? [];
    if (error !== undefined) {
      return unreadable(isConflict(text) ? conflict(path) : brokenYaml(path, error.linePos?.[0].line, error.message));
    }
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    requireFinite(value);
    parsed.push({ value, lineOf: lineIn(document, lines) });
  }
  return readAs(parsed);
}

/** More values than any file has that is not made of aliases of aliases. */
const MOST_VALUES = 5_000_000;

/** @throws RangeError for a value that is small in the file, and without end once its aliases are followed. */
function requireFinite(value: unknown): void {
  const waiting = [value];
  for (let seen = 0; waiting.length > 0; seen += 1) {
    if (seen > MOST_VALUES) throw new RangeError('too many values');
    const next = waiting.pop();
    if (typeof next === 'object' && next !== null) waiting.push(...Object.values(next));
  }
}

function brokenAt(file: string, line: number | undefined): Pick<ReadProblem, 'where' | 'place'> {
  return line === undefined ? { where: file, place: { file } } : { where: `${file}:${line}`, place: { file, line } };
}

function brokenYaml(path: string, line: number | undefined, message: string): ReadProblem {
  const [reason = ''] = message.split('\n');
  return {
    ...brokenAt(path, line),
    found: 'what is no YAML',
    allowed: 'YAML',
    remedy: `Mend the file: ${reason.replace(/ at line \d+, column \d+:?$/, '')}.`,
  };
}

function lineIn(document: YamlDocument, lines: LineCounter): LineOf {
  return (path) => {
    const node = document.getIn(path, true);
    // A value that is no node has no place: the library's own type says nothing of either.
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    return Array.isArray(range) && typeof range[0] === 'number' ? lines.linePos(range[0]).line : undefined;
  };
}
