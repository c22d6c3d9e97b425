/** Label matchers as values: `'x'`, `['a', 'b']`, `/5../`, `not('x')`, `notMatching(/x/)`, `variable('service')`. */
import type { Matcher, MatchOperator, MatchValue } from './node.ts';
import { regexpFault } from './regexp/compile.ts';

/** A dashboard variable inside a matcher; its values are escaped and joined as a regular expression by Grafana. */
export interface VariableValue {
  readonly type: 'variable value';
  readonly name: string;
}

/** Every value but some. */
export interface Negated {
  readonly type: 'negated match';
  readonly of: string | RegExp | readonly string[] | VariableValue;
}

/** What a label may be matched with. A list means any of its values. */
export type LabelMatch = string | RegExp | readonly string[] | VariableValue | Negated;

/** Matchers by label; only labels that the metric has. */
export type Where<L extends string> = { readonly [K in L]?: LabelMatch };

/**
 * Every value but these.
 *
 * @example redis_commands_total.where({ cmd: not('lpop') }) // redis_commands_total{cmd!="lpop",job="redis"}
 */
export function not(of: string | RegExp | readonly string[] | VariableValue): Negated {
  return Object.freeze({ type: 'negated match', of });
}

/**
 * A dashboard's variable as a label's value.
 *
 * @example up.of(redis).where({ service: variable('service') }) // up{job="redis",service=~"${service:regex}"}
 */
export function variable(name: string): VariableValue {
  return Object.freeze({ type: 'variable value', name });
}

const NEGATION: Readonly<Record<'=' | '=~', MatchOperator>> = { '=': '!=', '=~': '!~' };

/** The matchers of a `where`, in its order. */
export function matchers(where: { readonly [label: string]: LabelMatch | undefined }): readonly Matcher[] {
  return Object.entries(where).flatMap(([label, match]) => (match === undefined ? [] : [matcher(label, match)]));
}

function matcher(label: string, match: LabelMatch): Matcher {
  const negated = isNegated(match);
  const [operator, value] = positive(label, negated ? match.of : match);
  return Object.freeze({ label, operator: negated ? NEGATION[operator] : operator, value });
}

function isNegated(match: LabelMatch): match is Negated {
  return typeof match === 'object' && 'type' in match && match.type === 'negated match';
}

function positive(label: string, match: Exclude<LabelMatch, Negated>): readonly ['=' | '=~', MatchValue] {
  if (typeof match === 'string') return ['=', match];
  if (match instanceof RegExp) return ['=~', re2(`where({ ${label}: ${match} })`, match)];
  if ('type' in match) return ['=~', Object.freeze({ variable: `\${${match.name}:regex}` })];
  const [only, ...more] = match;
  if (only === undefined)
    throw new TypeError(`where({ ${label}: [] }): name at least one value, or leave the label out.`);
  return more.length === 0 ? ['=', only] : ['=~', match.map(escapeRegExp).join('|')];
}

/** Text that a regular expression matches literally, in RE2's syntax. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

const LIST_OF_TEXTS = /^(?:[^\\^$.*+?()[\]{}]|\\[\\^$.*+?()[\]{}|])*$/;

/**
 * The texts that a list in a matcher was made of; undefined for a regular expression that is more than a list.
 *
 * @example listedTexts('a\\.b|c') // ['a.b', 'c']
 */
export function listedTexts(expression: string): readonly string[] | undefined {
  if (!LIST_OF_TEXTS.test(expression)) return undefined;
  return (expression.match(/\\.|[^\\]/gs) ?? []).reduce<readonly string[]>(withPart, ['']);
}

/** The texts read so far, with the next character, or escaped character, of the list. */
function withPart(texts: readonly string[], part: string): readonly string[] {
  if (part === '|') return [...texts, ''];
  const last = texts.length - 1;
  return texts.map((text, index) => (index === last ? text + part.slice(-1) : text));
}

/**
 * A regular expression as Prometheus and Loki write it.
 *
 * @param where what the message begins with
 * @throws TypeError for what JavaScript knows and RE2 does not.
 */
export function re2(where: string, expression: RegExp): string {
  if (expression.flags.replace('i', '').replace('s', '').replace('u', '') !== '') {
    throw new TypeError(`${where}: of the flags, only i, s and u have a meaning here.`);
  }
  const flags = expression.flags.replace('u', '');
  const source = expression.source.replaceAll('\\/', '/');
  const fault = regexpFault(source);
  if (fault === undefined) return flags === '' ? source : `(?${flags})${source}`;
  throw new TypeError(
    `${where}: ${fault}. Prometheus' regular expressions are RE2's, without look-around and back-references; write the values out or use not().`,
  );
}
