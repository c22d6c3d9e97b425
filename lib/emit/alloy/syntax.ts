/**
 * Alloy's configuration syntax, printed as `alloy fmt` would: tabs, one argument a line, the signs of neighbours below
 * each other.
 * Source: https://grafana.com/docs/alloy/latest/get-started/configuration-syntax/
 */
import { visible } from '../../units/visible.ts';
import { componentOf } from './components.ts';

/** What another component exports: `loki.write.loki.receiver`. */
export interface Reference {
  readonly reference: string;
}

export type AlloyValue =
  | string
  | number
  | boolean
  | Reference
  | readonly AlloyValue[]
  | { readonly entries: Readonly<Record<string, string>> };

export interface Block {
  readonly name: string;
  readonly label?: string;
  readonly arguments?: Readonly<Record<string, AlloyValue>>;
  readonly blocks?: readonly Block[];
  /** A line above it. */
  readonly comment?: string;
}

/**
 * Prints blocks, an empty line between them.
 *
 * @throws TypeError for a block or an argument that the table of components does not have, or a required one that is missing.
 */
export function alloyText(blocks: readonly Block[]): string {
  return `${blocks.map((block) => blockLines(block, undefined).join('\n')).join('\n\n')}\n`;
}

function blockLines(block: Block, around: string | undefined): readonly string[] {
  const { name, label, arguments: given = {}, blocks = [], comment } = block;
  requireKnown(block, around);
  const head = `${name}${label === undefined ? '' : ` ${quoted(label)}`}`;
  const inside = [argumentLines(given), ...blocks.map((each) => blockLines(each, name))].filter(
    (lines) => lines.length > 0,
  );
  const body = inside.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
  return [
    ...(comment === undefined
      ? []
      : visible(comment)
          .split('\n')
          .map((line) => `// ${line}`.trimEnd())),
    ...(body.length === 0 ? [`${head} { }`] : [`${head} {`, ...body.map(indented), '}']),
  ];
}

function requireKnown({ name, arguments: given = {} }: Block, around: string | undefined): void {
  const { block, required, optional } = componentOf(name, around);
  const unknown = Object.keys(given).filter((each) => !required.includes(each) && !optional.includes(each));
  const missing = required.filter((each) => !(each in given));
  if (unknown.length > 0) throw new TypeError(`Alloy's ${block} has no argument ${unknown.join(', ')} in the table.`);
  if (missing.length > 0) throw new TypeError(`Alloy's ${block} needs ${missing.join(', ')}.`);
}

function indented(line: string): string {
  return line === '' ? '' : `\t${line}`;
}

/** Arguments on one line each; only maps have several lines, and end a run of aligned signs. */
function argumentLines(given: Readonly<Record<string, AlloyValue>>): readonly string[] {
  const entries = Object.entries(given);
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `${name.padEnd(width)} = ${valueText(value)}`);
}

function valueText(value: AlloyValue): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(valueText).join(', ')}]`;
  if ('reference' in value) return value.reference;
  const entries = Object.entries(value.entries).map(([key, text]) => `${quoted(key)} = ${quoted(text)}`);
  return `{${entries.join(', ')}}`;
}

function isList(value: object): value is readonly AlloyValue[] {
  return Array.isArray(value);
}

/** Escapes are Go's; whatever is not printed is written by its number. */
function quoted(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&').replace(/[\p{Cc}\ufeff\ufffe\uffff]/gu, (character) => {
    const known = { '\n': '\\n', '\t': '\\t', '\r': '\\r' }[character];
    return known ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}
