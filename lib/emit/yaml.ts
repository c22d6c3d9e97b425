/**
 * YAML that every reader understands alike: Go's, Python's, by version 1.1 or 1.2. Text that one of them would take
 * for something else (`no`, `on`, `12:30`, `1.10`, a date) is quoted; nothing is folded; long expressions and text of
 * several lines stand as blocks, so that a change in them is a change of one line.
 */
import { Document, isNode, Pair, Scalar, type ScalarTag, type Tags, YAMLMap, YAMLSeq } from 'yaml';
import { visible } from '../units/visible.ts';
import { type PlainData, plainData } from './plain-data.ts';

/** Expressions up to this length stay on the line of their key. */
const LONG = 60;

/**
 * Prints a value as YAML. Keys keep their order, the same value prints to the same bytes, and the text ends in a
 * newline.
 *
 * @param options.header lines of a comment at the top, without the `#`.
 * @param options.tags what a reader is told about values, by the path to them: `!override` for Compose.
 * @throws TypeError with the path of a value that YAML cannot hold (undefined, a function, NaN, a class instance).
 * @example toYaml({ expr: 'up', labels: { enabled: 'no' } }, { header: 'Generated.' })
 * // # Generated.
 * //
 * // expr: up
 * // labels:
 * //   enabled: "no"
 */
export function toYaml(value: unknown, { header = '', tags = [] }: YamlOptions = {}): string {
  const plain = plainData(value);
  // JSON has one zero, YAML two; no text of ours begins with a NUL.
  const key = JSON.stringify([plain, tags], (_key, each) => (Object.is(each, -0) ? '\0-0' : each));
  const text = printed.get(key) ?? print(plain, tags);
  printed.set(key, text);
  return comment(header) + text;
}

export interface YamlOptions {
  readonly header?: string;
  readonly tags?: readonly Tagged[];
}

/** A tag of the value at a path. */
export interface Tagged {
  readonly path: readonly string[];
  readonly tag: `!${string}`;
}

/** What was printed before: the profiles of a system share most of their files, and printing is the slow part. */
const printed = new Map<string, string>();

/** One for all that is printed: its types and settings are the same each time. */
let shared: Document | undefined;

function print(plain: PlainData, tags: readonly Tagged[]): string {
  shared ??= new Document(null, {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
    version: '1.2',
    customTags: (tags) => [exponent, ...tags.map(remembering)],
  });
  const document = shared;
  document.contents = nodeOf(plain, 'key or document');
  for (const { path, tag } of tags) {
    const node: unknown = document.getIn(path, true);
    if (isNode(node)) node.tag = tag;
  }
  const text = document.toString({
    // None of our tags needs a line that explains it: the package would go through all nodes to see that.
    directives: false,
    lineWidth: 0,
    blockQuote: 'literal',
    doubleQuotedAsJSON: true,
    indentSeq: false,
  });
  return text.replace(ALL_UNSAFE, escaped);
}

/** Characters that YAML allows only escaped, breaks a line at in one version alone, or drops. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all but the line feed are looked for, over whole files; a class is a third of the time of \p{Cc} with a look ahead.
const UNSAFE = /[\0-\t\v-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;
const ALL_UNSAFE = new RegExp(UNSAFE, 'g');

/** They stand in double quotes (see `styleOf`), where this is how YAML writes them. */
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Text whose blanks and empty lines at an end a block would show badly, or readers would take differently. */
const NOT_AS_BLOCK = /^[ \n]| \n| $|\n\n$/;

type Role = 'expression' | 'value' | 'key or document';

/** A value with the style of each text in it. */
function nodeOf(value: PlainData, role: Role): YAMLMap | YAMLSeq | Scalar {
  if (typeof value !== 'object' || value === null) return scalarOf(value, role);
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    for (const item of value) list.items.push(nodeOf(item, 'value'));
    return list;
  }
  const map = new YAMLMap();
  for (const [key, item] of Object.entries(value)) {
    const below = nodeOf(item, key === 'expr' ? 'expression' : 'value');
    map.items.push(new Pair(keyOf(key), below));
  }
  return map;
}

function scalarOf(value: string | number | boolean | null, role: Role): Scalar {
  const scalar = new Scalar(value);
  if (typeof value === 'string') scalar.type = styleOf(value, role);
  return scalar;
}

/** Files repeat the same few keys: each is one node in all of them. Only values are ever given a tag. */
function keyOf(name: string): Scalar {
  const key = keyNodes.get(name) ?? scalarOf(name, 'key or document');
  if (keyNodes.size < MOST_KNOWN) keyNodes.set(name, key);
  return key;
}

const keyNodes = new Map<string, Scalar>();

/**
 * Keys, and a text that is the whole document, cannot be blocks. PLAIN leaves it to the yaml package to put what is
 * ambiguous in quotes; it does not know `=`, which is a type in version 1.1.
 */
function styleOf(text: string, role: Role): Scalar.Type {
  const inLines = text.includes('\n');
  const inBlock = role !== 'key or document' && (inLines || (role === 'expression' && text.length > LONG));
  if (inBlock && !UNSAFE.test(text) && !NOT_AS_BLOCK.test(text)) return Scalar.BLOCK_LITERAL;
  return inLines || UNSAFE.test(text) || text === '=' ? Scalar.QUOTE_DOUBLE : Scalar.PLAIN;
}

/** A number such as 1e+21 is text to a reader of version 1.1, unless it has a point. */
const exponent: ScalarTag = {
  identify: (value) => typeof value === 'number' && String(value).includes('e'),
  default: true,
  tag: 'tag:yaml.org,2002:float',
  test: /(?!)/,
  resolve: Number,
  stringify: ({ value }) => String(value).replace(/^(-?\d+)e/, '$1.0e'),
};

const TEXT = 'tag:yaml.org,2002:str';

/**
 * The package's own way of writing texts, that writes each short one once: keys, labels and times repeat all the time,
 * and it tries every text against every other type.
 */
function remembering(tag: Tags[number]): Tags[number] {
  if (typeof tag === 'string' || tag.tag !== TEXT || tag.collection !== undefined) return tag;
  const { stringify } = tag;
  if (stringify === undefined) return tag;
  return {
    ...tag,
    stringify: (item, context, ...rest) => {
      const { value, type } = item;
      const isSameAnywhere = typeof value === 'string' && type === Scalar.PLAIN && SAME_ANYWHERE.test(value);
      if (!isSameAnywhere || context.inFlow === true) return stringify(item, context, ...rest);
      const known = context.implicitKey === true ? keys : values;
      const text = known.get(value) ?? stringify(item, context, ...rest);
      if (known.size < MOST_KNOWN) known.set(value, text);
      return text;
    },
  };
}

/** One line that cannot be taken for the mark of a document: how it is written does not depend on how deep it stands. */
const SAME_ANYWHERE = /^(?![%.-]).{1,40}$/;
const MOST_KNOWN = 10_000;
const keys = new Map<string, string>();
const values = new Map<string, string>();

function comment(header: string): string {
  if (header === '') return '';
  const lines = header.trimEnd().split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  return `${lines.map((line) => `# ${visible(line)}`.trimEnd()).join('\n')}\n\n`;
}

/** Everything that ends a line for one of the YAML versions. */
const LINE_BREAKS = /[\r\n\u0085\u2028\u2029]+/;

/**
 * A comment above a part of a file, which is printed by itself: values have no place for one. Readers refuse control
 * characters in comments too: they are written as escapes, which there are only words.
 *
 * @example yamlComment('Redis,\nthrough its exporter')
 * // # Redis,
 * // # through its exporter
 */
export function yamlComment(text: string): string {
  const lines = text.split(LINE_BREAKS).filter((line) => line.trim() !== '');
  return lines.map((line) => `# ${visible(line.trim())}\n`).join('');
}

/**
 * What a file holds, and that it is made.
 *
 * @example generated('Scrape jobs.') // Scrape jobs.
 * // Made by `npm run build`; what is changed here by hand is lost.
 */
export function generated(holds: string): string {
  return `${holds}\nMade by \`npm run build\`; what is changed here by hand is lost.`;
}
