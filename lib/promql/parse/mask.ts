/**
 * Grafana's variables are no PromQL. Before a text is parsed each is covered by something of the same length that is,
 * so that every position stays true; what the parser then finds is read from the original text.
 *
 *     rate(x{a="$a"}[$__rate_interval]) > $limit
 *     rate(x{a="$a"}[000000000000001s]) > vvvvvv
 *
 * Source: https://grafana.com/docs/grafana/latest/visualizations/dashboards/variables/variable-syntax/
 */

/** One variable, as the source of a pattern. */
export const VARIABLE = /\$\{\w+(?:\.[^:^}]+)?(?::[^}]+)?\}|\$\w+|\[\[\w+(?::\w+)?\]\]/.source;
const AT_PLACE = new RegExp(VARIABLE, 'y');
const WHOLE = new RegExp(`^(?:${VARIABLE})$`);
/** Grafana's own variables that are numbers. */
const NUMBER = /^(?:__(?:from|to|range_s|range_ms|interval_ms|rate_interval_ms))\b/;
/** A comment, or a string in any of the three quotes. Only backquotes may hold a line break. */
const QUOTED = /#[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`[^`]*`/sy;
const NAME = /[a-zA-Z_:][\w:]*/y;
/** Names that the parser looks up in a plain object, where every object has something of that name. */
const PITFALL = /^(?:__proto__|constructor)$/i;
/** A span may go on for a while: `offset -(2 * $w)`. */
const AFTER_OFFSET = /\boffset\s+(?:[-+*/%^(),.\s\dsmhdwy]|step\b|range\b|m(?:ax|in)_of\b)*$/i;
const AFTER_AT = /@\s*[-+]?\s*$/;

/** True for a text that is one variable and nothing else: `$service`, `${service:regex}`, `[[service]]`. */
export function isVariable(text: string): boolean {
  return WHOLE.test(text);
}

/** True for one of Grafana's own numbers, such as `$__range_s`. */
export function isNumberVariable(text: string): boolean {
  return isVariable(text) && NUMBER.test(text.replace(/^\W+/, ''));
}

/** The text with what stands for its variables, by their names; a variable without a text stays as it is. */
export function fillIn(text: string, textOf: (name: string) => string | undefined): string {
  return text.replace(new RegExp(VARIABLE, 'g'), (variable) => {
    const [name = ''] = /\w+/.exec(variable) ?? [];
    return textOf(name) ?? variable;
  });
}

/** The text with its variables covered; those within strings stay, since any text may stand there. */
export function mask(text: string): string {
  let masked = '';
  let code = '';
  while (masked.length < text.length) {
    const at = masked.length;
    const quoted = matchAt(QUOTED, text, at);
    const next = quoted === '' ? coveredAt(text, at, code) : '';
    masked += quoted + next;
    code += next;
  }
  return masked;
}

/** The piece of code at a place: a covered variable, a name, or one character. */
function coveredAt(text: string, at: number, before: string): string {
  const variable = matchAt(AT_PLACE, text, at);
  if (variable !== '') return cover(variable, before, text.charAt(at + variable.length));
  const name = matchAt(NAME, text, at);
  if (name === '') return text.charAt(at);
  return PITFALL.test(name) ? 'v'.repeat(name.length) : name;
}

/** Where a string begins that is not closed. */
export function unclosedQuote(text: string): number | undefined {
  for (let at = 0; at < text.length; ) {
    const { length } = matchAt(QUOTED, text, at);
    if (length === 0 && /["'`]/.test(text.charAt(at))) return at;
    at += Math.max(length, 1);
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** What covers a variable, by the code before it (its strings left out) and the character after it. */
function cover(variable: string, before: string, after: string): string {
  const { length } = variable;
  if (isRangeOpen(before) || AFTER_OFFSET.test(before)) {
    // In `[${minutes}m]` the unit follows.
    return (/[a-z]/.test(after) ? '1' : '1s').padStart(length, '0');
  }
  return isNumberVariable(variable) || AFTER_AT.test(before) ? '1'.padStart(length, '0') : 'v'.repeat(length);
}

function isRangeOpen(code: string): boolean {
  return code.lastIndexOf('[') > code.lastIndexOf(']');
}
