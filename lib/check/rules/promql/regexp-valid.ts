/**
 * A regular expression is one that Prometheus can compile.
 *
 * Its syntax is RE2's, which has no look-around and no back-references. JavaScript's engine finds the rest: brackets
 * that do not close, a repetition of nothing.
 * Source: https://github.com/google/re2/wiki/Syntax
 */
import { quote } from '../../../promql/quote.ts';
import { rule } from '../../rule.ts';
import { placeOf } from '../../survey/expressions.ts';

/** What JavaScript takes and RE2 does not. The first that is there is told. */
const NOT_RE2: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/, 'look-around'],
  [/(?<!\\)(?:\\\\)*\\(?:[1-9]|k<)/, 'a back-reference'],
  [/(?<!\\)(?:\\\\)*\\[cegGhHijJkKlLmMNoOqRTuUVXyYZ]/, 'an escape that RE2 does not know'],
  [/[*+?}][*+]|\(\?>/, 'a possessive repetition'],
  [/\{(?:\d{5,}|[2-9]\d{3}|1(?!000\b)\d{3})\b/, 'more than 1000 repetitions'],
];

/** What RE2 takes and JavaScript does not, or otherwise. */
const TRANSLATED: readonly (readonly [RegExp, string])[] = [
  [/\(\?[imsU-]+\)/g, ''],
  [/\(\?[imsU-]+:/g, '(?:'],
  [/\(\?P</g, '(?<'],
  [/\\Q.*?(?:\\E|$)/gs, 'x'],
];

export const regexpValid = rule({
  id: 'regexp-valid',
  reason: 'Prometheus refuses a query whose regular expression does not compile, and with it the whole rule file.',
  source: 'RE2, https://github.com/google/re2/wiki/Syntax; pint: promql/syntax',
  example: {
    where: 'dashboard shop / panel raw',
    found: 'queue=~"(?!old).*": look-around',
    allowed: 'a regular expression in the syntax of RE2',
    remedy: 'write the values out: where({ queue: ["a", "b"] }), or take not()',
  },
  *check({ selectors }) {
    for (const { node, expression } of selectors) {
      for (const { label, operator, value } of node.matchers) {
        if ((operator !== '=~' && operator !== '!~') || typeof value !== 'string') continue;
        const fault = faultOf(value);
        if (fault === undefined) continue;
        yield {
          ...placeOf(expression),
          found: `${label}${operator}${quote(value)}: ${fault}`,
          allowed: 'a regular expression in the syntax of RE2',
          remedy: `write the values out: where({ ${label}: ["a", "b"] }), or take not()`,
        };
      }
    }
  },
});

/** Why RE2 would not compile an expression; undefined where it does. */
export function faultOf(expression: string): string | undefined {
  const foreign = NOT_RE2.find(([syntax]) => syntax.test(expression));
  if (foreign !== undefined) return foreign[1];
  try {
    new RegExp(TRANSLATED.reduce((text, [syntax, ours]) => text.replace(syntax, ours), expression));
    return undefined;
  } catch (error) {
    return error instanceof SyntaxError ? error.message.replace(/^.*\/: /, '').toLowerCase() : String(error);
  }
}
