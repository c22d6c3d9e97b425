/** Strings and numbers as Prometheus prints them, that is, as Go's strconv does, and which names need no quotes. */

const NAMED: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\u0007', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
]);

const PLAIN = /^[ !#-[\]-~]*$/;
const PRINTABLE = /^[ \p{L}\p{M}\p{N}\p{P}\p{S}]$/u;
/** Stands for what cannot be read: Prometheus takes it for a mistake, even within a string, unless it is escaped. */
const REPLACEMENT = '\ufffd';

/**
 * A string in double quotes, escaped so that Prometheus reads back the same characters.
 *
 * @example quote('a "b"') // '"a \\"b\\""'
 */
export function quote(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  let quoted = '"';
  for (const character of text.toWellFormed()) quoted += escaped(character);
  return `${quoted}"`;
}

function escaped(character: string): string {
  const named = NAMED.get(character);
  if (named !== undefined) return named;
  if (PRINTABLE.test(character) && character !== REPLACEMENT) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

/**
 * A number as Prometheus prints it: all its digits, never an exponent.
 *
 * @example numberText(1e-7) // '0.0000001'
 */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (Object.is(value, -0)) return '-0';
  const plain = String(value);
  return plain.includes('e') ? withoutExponent(value) : plain;
}

function withoutExponent(value: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${digits}`;
  return `${sign}${digits.padEnd(power + 1, '0')}`;
}

/*
 * Prometheus takes any text as a name; these are the ones that its grammar cannot mistake for anything else.
 * Source: https://prometheus.io/docs/concepts/data_model/#metric-names-and-labels
 */
const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const NUMBER_WORD = /^(?:inf|nan)$/i;
const KEYWORD = /^(?:atan2|bool|group_left|group_right|ignoring|offset|on)$/i;

/** True for a metric's name that may stand in front of the braces. */
export function isPlainMetric(name: string): boolean {
  return METRIC_NAME.test(name) && !NUMBER_WORD.test(name) && !KEYWORD.test(name);
}

/** True for a label's name that needs no quotes in a matcher. */
export function isPlainLabel(name: string): boolean {
  return LABEL_NAME.test(name);
}

/** True for a label's name that needs no quotes in `by (…)`, `on (…)` and their like, where `inf` is a number. */
export function isPlainInList(name: string): boolean {
  return LABEL_NAME.test(name) && !NUMBER_WORD.test(name);
}
