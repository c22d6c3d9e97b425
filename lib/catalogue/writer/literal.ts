/**
 * TypeScript literals, laid out as the project's formatter lays them out, so that a generated file passes it unchanged:
 * two spaces, single quotes, 120 columns; a list of numbers fills its lines, everything else that does not fit on one
 * line stands one item a line.
 */

import { visible } from '../../units/visible.ts';

/** A value that can be written; code stands as it is. */
export type Literal = string | number | readonly Literal[] | { readonly [key: string]: Literal } | Code;

/** An expression such as `count('orders')`. */
export interface Code {
  readonly code: string;
}

const WIDTH = 120;
/** After a shorter key a string that is too long stays on its line: the formatter gains too little by breaking it. */
const BREAKABLE_KEY = 5;
/** Keys that need no quotes. */
const PLAIN_KEY = /^(?:[A-Za-z_$][\w$]*|0|[1-9]\d*)$/;

/**
 * A property of an object literal, with its comma.
 *
 * @example property('labels', { cmd: ['lpop', 'rpush'] }, 2) // "  labels: { cmd: ['lpop', 'rpush'] },"
 */
export function property(key: string, value: Literal, indent: number): string {
  const head = `${' '.repeat(indent)}${keyText(key)}:`;
  const flat = `${head} ${inline(value)},`;
  if (flat.length <= WIDTH) return flat;
  if (typeof value === 'string' && key.length < BREAKABLE_KEY) return flat;
  if (typeof value === 'string') return `${head}\n${' '.repeat(indent + 2)}${text(value)},`;
  return `${head} ${broken(value, indent)},`;
}

/**
 * A string literal in the quotes that need fewer escapes.
 *
 * @example text("it's") // `"it's"`
 */
export function text(value: string): string {
  const escaped = visible(JSON.stringify(value).slice(1, -1)).replaceAll('\\"', '"');
  const quote = escaped.split("'").length > escaped.split('"').length ? '"' : "'";
  return `${quote}${escaped.replaceAll(quote, `\\${quote}`)}${quote}`;
}

/** A value on one line. */
export function inline(value: Literal): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return number(value);
  if (isList(value)) return `[${value.map(inline).join(', ')}]`;
  if (isCode(value)) return value.code;
  const entries = Object.entries(value).map(([key, item]) => `${keyText(key)}: ${inline(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function broken(value: Literal, indent: number): string {
  const inner = ' '.repeat(indent + 2);
  const close = ' '.repeat(indent);
  if (isList(value) && value.every((item) => typeof item === 'number')) {
    return `[\n${filled(value.map(number), inner)}\n${close}]`;
  }
  if (isList(value)) return `[\n${value.map((item) => `${inner}${inline(item)},`).join('\n')}\n${close}]`;
  if (typeof value !== 'object' || isCode(value)) return inline(value);
  return `{\n${Object.entries(value)
    .map(([key, item]) => property(key, item, indent + 2))
    .join('\n')}\n${close}}`;
}

function filled(items: readonly string[], indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    const longer = line === '' ? `${indent}${item},` : `${line} ${item},`;
    if (longer.length > WIDTH) lines.push(line);
    line = longer.length > WIDTH ? `${indent}${item},` : longer;
  }
  return [...lines, line].join('\n');
}

/** Written plainly, `__proto__` would set the object's prototype. */
function keyText(key: string): string {
  if (key === '__proto__') return "['__proto__']";
  return PLAIN_KEY.test(key) ? key : text(key);
}

function number(value: number): string {
  return String(value).replace('e+', 'e');
}

function isList(value: Literal): value is readonly Literal[] {
  return Array.isArray(value);
}

function isCode(value: Literal): value is Code {
  return typeof value === 'object' && 'code' in value && typeof value.code === 'string';
}
