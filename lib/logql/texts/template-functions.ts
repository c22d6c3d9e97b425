/**
 * Functions of the templates in `line_format` and `label_format`.
 * Source: https://grafana.com/docs/loki/latest/query/template_functions/
 */

export type Value = string | number | boolean;

/** What a function cannot do at run time; the line then carries an error. */
export class TemplateFailure extends Error {}

type Apply = (...given: readonly Value[]) => Value;

interface TemplateFunction {
  /** How many values it takes: the least and the most. */
  readonly takes: readonly [least: number, most: number];
  readonly apply: Apply;
}

function texts(count: number, apply: (...given: readonly string[]) => Value): TemplateFunction {
  return { takes: [count, count], apply: (...given) => apply(...given.map(textOf)) };
}

/** How Go prints a value. */
export function textOf(value: Value): string {
  return String(value);
}

function count(value: Value | undefined): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw new TemplateFailure(`${textOf(value ?? '')} is no whole number`);
}

/** The characters of `set` taken off the beginning, the end or both. */
function cut(text: string, set: string, { left = true, right = true } = {}): string {
  const all = [...text];
  const isKept = (character: string): boolean => !set.includes(character);
  const first = left ? all.findIndex(isKept) : 0;
  const last = right ? all.findLastIndex(isKept) : all.length - 1;
  return first < 0 ? '' : all.slice(first, last + 1).join('');
}

function withoutPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

function withoutSuffix(text: string, suffix: string): string {
  return suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
}

function replaced(text: string, old: string, by: string, times: number): string {
  if (times < 0) return text.replaceAll(old, () => by);
  const parts = text.split(old);
  return [parts.slice(0, times + 1).join(by), ...parts.slice(times + 1)].join(old);
}

/** The first characters, or with a negative number the last. */
function truncated(length: number, text: string): string {
  const all = [...text];
  return (length < 0 ? all.slice(length) : all.slice(0, length)).join('');
}

function part(start: number, end: number, text: string): string {
  const all = [...text];
  return all.slice(Math.max(start, 0), end < 0 || end > all.length ? all.length : end).join('');
}

function aligned(width: number, text: string, side: 'left' | 'right'): string {
  const all = [...text];
  const missing = ' '.repeat(Math.max(width - all.length, 0));
  if (side === 'left') return all.slice(0, width).join('') + missing;
  return missing + all.slice(Math.max(all.length - width, 0)).join('');
}

const FORMAT = /%(-?)(\d*)([a-zA-Z%])/g;
/** What printf() writes here. */
export const VERBS = ['s', 'v', 'd', 'q', '%'];

/** The first verb of a format that printf() does not write here. */
export function unknownVerb(format: string): string | undefined {
  const verbs = [...format.matchAll(FORMAT)];
  if (format.replace(FORMAT, '').includes('%')) return '%';
  return verbs.find(([, , , verb = '']) => !VERBS.includes(verb))?.[0];
}

function formatted(format: string, given: readonly Value[]): string {
  let next = 0;
  return format.replace(FORMAT, (_, minus: string, width: string, verb: string) => {
    if (verb === '%') return '%';
    const value = given[next];
    next += 1;
    if (value === undefined) throw new TemplateFailure(`printf has no value for %${verb}`);
    if (verb === 'd') count(value);
    const text = verb === 'q' ? JSON.stringify(textOf(value)) : textOf(value);
    return minus === '' ? text.padStart(Number(width)) : text.padEnd(Number(width));
  });
}

const lower = texts(1, (text = '') => text.toLowerCase());
const upper = texts(1, (text = '') => text.toUpperCase());

/** The functions that are done here. */
export const FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  ToLower: lower,
  lower,
  ToUpper: upper,
  upper,
  Replace: {
    takes: [4, 4],
    apply: (text = '', old = '', by = '', n) => replaced(textOf(text), textOf(old), textOf(by), count(n)),
  },
  replace: texts(3, (old = '', by = '', text = '') => replaced(text, old, by, -1)),
  Trim: texts(2, (text = '', set = '') => cut(text, set)),
  TrimLeft: texts(2, (text = '', set = '') => cut(text, set, { right: false })),
  TrimRight: texts(2, (text = '', set = '') => cut(text, set, { left: false })),
  TrimPrefix: texts(2, (text = '', prefix = '') => withoutPrefix(text, prefix)),
  TrimSuffix: texts(2, (text = '', suffix = '') => withoutSuffix(text, suffix)),
  TrimSpace: texts(1, (text = '') => text.trim()),
  trim: texts(1, (text = '') => text.trim()),
  trimAll: texts(2, (set = '', text = '') => cut(text, set)),
  trimPrefix: texts(2, (prefix = '', text = '') => withoutPrefix(text, prefix)),
  trimSuffix: texts(2, (suffix = '', text = '') => withoutSuffix(text, suffix)),
  trunc: { takes: [2, 2], apply: (length, text = '') => truncated(count(length), textOf(text)) },
  substr: { takes: [3, 3], apply: (start, end, text = '') => part(count(start), count(end), textOf(text)) },
  alignLeft: { takes: [2, 2], apply: (width, text = '') => aligned(count(width), textOf(text), 'left') },
  alignRight: { takes: [2, 2], apply: (width, text = '') => aligned(count(width), textOf(text), 'right') },
  repeat: { takes: [2, 2], apply: (times, text = '') => textOf(text).repeat(Math.max(count(times), 0)) },
  contains: texts(2, (piece = '', text = '') => text.includes(piece)),
  hasPrefix: texts(2, (prefix = '', text = '') => text.startsWith(prefix)),
  hasSuffix: texts(2, (suffix = '', text = '') => text.endsWith(suffix)),
  default: { takes: [2, 2], apply: (fallback = '', value = '') => (value === '' || value === 0 ? fallback : value) },
  printf: { takes: [1, 99], apply: (format = '', ...given) => formatted(textOf(format), given) },
};

/** Loki's other functions, and Go's own. They are known, and done by Loki alone. */
export const OTHER_FUNCTIONS: ReadonlySet<string> = new Set(
  `add addf and b64dec b64enc bytes call ceil count date div divf duration duration_seconds eq float64 floor fromJson
  ge gt html indent index int js le len lt max maxf min minf mod mul mulf ne nindent not now or print println
  regexReplaceAll regexReplaceAllLiteral round slice sub subf title toDate toDateInZone unixEpoch unixEpochMillis unixEpochNanos
  unixToTime urldecode urlencode urlquery __timestamp__`.split(/\s+/),
);
