/**
 * Text back into the tree that print() prints. For what others wrote: `raw()`, dashboards that are imported, files of
 * `dist/` under review.
 */
import { parser } from '@prometheus-io/lezer-promql';
import type { Node } from '../node.ts';
import { readExpression } from './expression.ts';
import { grammar } from './grammar.ts';
import { unclosedQuote } from './mask.ts';
import { type ParseProblem, problemAt, Unreadable } from './problem.ts';
import { parts, type Source, sourceOf } from './source.ts';

/** A tree, or the first place where the text is no PromQL. */
export type Parsed =
  | { readonly ok: true; readonly node: Node }
  | { readonly ok: false; readonly problem: ParseProblem };

/**
 * Reads PromQL, Grafana's variables included, into the tree that prints it. It knows the syntax and not the meaning:
 * what a function takes is for promtool to say. Selectors carry no facts of the catalogue.
 *
 * Brackets, comments, a `+` in front of an operand and `by ()` leave no trace. A variable is a window within `[…]`, a
 * number where it stands for an operand of its own, and part of the name or text everywhere else. What is experimental
 * in the syntax (arithmetic with durations, fill(), extended ranges) is a problem.
 *
 * @example parse('sum(rate(redis_commands_total[$__rate_interval]))').ok // true
 * @example parse('rate(x[5 minutes])').ok // false
 */
export function parse(text: string): Parsed {
  try {
    return Object.freeze({ ok: true, node: readText(sourceOf(text)) });
  } catch (error) {
    if (error instanceof Unreadable) return Object.freeze({ ok: false, problem: error.problem });
    throw error;
  }
}

function readText(source: Source): Node {
  const { text, masked } = source;
  const unclosed = unclosedQuote(text);
  if (unclosed !== undefined) throw new Unreadable(problemAt(text, unclosed, 'a text with a closing quote'));
  const [expression] = parts(parser.parse(masked).topNode);
  const error = grammar.firstError(masked);
  if (error !== Number.POSITIVE_INFINITY) throw syntaxProblem(source, error);
  if (expression === undefined) throw new Unreadable(problemAt(text, 0, 'an expression'));
  return readExpression(source, expression);
}

function syntaxProblem({ text, masked }: Source, error: number): Unreadable {
  const before = masked.slice(0, error).trimEnd();
  const at = error + (/^\s*/.exec(text.slice(error))?.[0].length ?? 0);
  const called = text.charAt(at) === '(' ? /[a-zA-Z_:][\w:]*$/.exec(before) : null;
  if (called !== null) return new Unreadable(problemAt(text, called.index, 'a function of PromQL'));
  return new Unreadable(problemAt(text, at, grammar.expectedAfter(before)));
}
