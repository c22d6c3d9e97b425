/**
 * The labels that a pattern or a regular expression makes of a line, read from its text: once by the compiler and once
 * at run time.
 * Source: https://grafana.com/docs/loki/latest/query/log_queries/#parser-expression
 */
import type { Refusal } from '../promql/expr.ts';
import { assertLabelNames } from './field.ts';
import { readPattern } from './texts/pattern.ts';

// biome-ignore format: what cannot stand in a name, as it is typed from left to right on a keyboard.
type NoLetter =
  | '`' | '~' | '!' | '@' | '#' | '$' | '%' | '^' | '&' | '*' | '(' | ')' | '-' | '=' | '+' | '[' | ']' | '{' | '}'
  | '\\' | '|' | ';' | ':' | '"' | "'" | ',' | '<' | '.' | '>' | '/' | '?' | ' ' | '\t' | '\n';

type IsName<N extends string> = N extends '' | `${string}${NoLetter}${string}` | `${bigint}${string}` ? false : true;

/** The names between angle brackets, `_` among them; anything else between them is text. */
type InBrackets<P extends string> = P extends `${string}<${infer After}`
  ? After extends `${infer N}>${infer Rest}`
    ? IsName<N> extends true
      ? N | InBrackets<Rest>
      : InBrackets<After>
    : never
  : never;

/** A name that stands at once behind another, with no text between that would tell where the first one ends. */
type Consecutive<P extends string> = P extends `${string}<${infer After}`
  ? After extends `${infer N}>${infer Rest}`
    ? IsName<N> extends true
      ? Second<Rest>
      : Consecutive<After>
    : never
  : never;

type Second<Rest extends string> = Rest extends `<${infer N}>${string}`
  ? IsName<N> extends true
    ? N
    : Consecutive<Rest>
  : Consecutive<Rest>;

/** The labels of a pattern: `<ip> - <_>` has `ip`. */
export type PatternLabels<P extends string> = Exclude<InBrackets<P>, '_'>;

/** Refuses a pattern that Loki would. */
export type PatternText<P extends string> = string extends P
  ? Refusal<'write the pattern out, as a literal: the compiler reads the labels from it'>
  : [PatternLabels<P>] extends [never]
    ? Refusal<'this pattern makes no label: name a part of the line, such as <status>'>
    : [Consecutive<P>] extends [never]
      ? unknown
      : Refusal<`'<${Consecutive<P>}>' stands at once behind another capture: the text between them tells where the first one ends`>;

/** The labels of a regular expression: its named groups. */
export type RegexpLabels<R extends string> = R extends `${string}(?${infer After}`
  ? After extends `${'P<' | '<'}${infer N}>${infer Rest}`
    ? IsName<N> extends true
      ? N | RegexpLabels<Rest>
      : RegexpLabels<After>
    : RegexpLabels<After>
  : never;

/** Refuses a regular expression without a named group. */
export type RegexpText<R extends string> = string extends R
  ? Refusal<'write the regular expression out, as a literal: the compiler reads the labels from it'>
  : [RegexpLabels<R>] extends [never]
    ? Refusal<'this regular expression makes no label: name a group, such as (?P<status>[0-9]+)'>
    : unknown;

/**
 * The labels of a pattern, in their order.
 *
 * @throws TypeError for a pattern, or for a label, that Loki refuses.
 */
export function patternLabels(text: string): readonly string[] {
  const read = readPattern(text, { names: 'needed' });
  const where = `pattern('${text}')`;
  if (!read.ok) throw new TypeError(`${where}: ${read.fault}; name parts of the line that have text between them.`);
  const labels = read.pattern.flatMap((piece) => ('capture' in piece && piece.capture ? [piece.capture] : []));
  assertLabelNames(where, labels);
  return labels;
}

/**
 * The labels of a regular expression, in their order.
 *
 * @throws TypeError where there is none, where one is there twice, or for one that Loki refuses.
 */
export function regexpLabels(expression: string): readonly string[] {
  // A backslash takes the character behind it out of the game.
  const groups = expression.matchAll(/\\.|\(\?P?<([A-Za-z_]\w*)>/gs);
  const labels = [...groups].flatMap(([, name]) => (name === undefined ? [] : [name]));
  const where = `regexp('${expression}')`;
  if (labels.length === 0) throw new TypeError(`${where} makes no label: name a group, such as (?P<status>[0-9]+).`);
  const twice = labels.find((label, index) => labels.indexOf(label) !== index);
  if (twice !== undefined) throw new TypeError(`${where} has '${twice}' twice: name each group once.`);
  assertLabelNames(where, labels);
  return labels;
}
