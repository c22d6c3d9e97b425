/**
 * Text back into the tree that print() prints. For what others wrote: `raw()`, dashboards that are imported, files of
 * `dist/` under review.
 */
import type { Node } from '../node.ts';
import { readExpression } from './expression.ts';
import { grammar } from './grammar.ts';
import { unclosedQuote } from './mask.ts';
import { type ParseProblem, problemAt, Unreadable } from './problem.ts';
import { readerOf, skip, Unexpected } from './reader.ts';

/** A tree, or the first place where the text is no PromQL. */
export type Parsed =
  | { readonly ok: true; readonly node: Node }
  | { readonly ok: false; readonly problem: ParseProblem };

/**
 * Reads PromQL, Grafana's variables included, into the tree that prints it. It knows the syntax and not the meaning:
 * what a function takes, `refusals()` says. Selectors carry no facts of the catalogue.
 *
 * Brackets, comments, a `+` in front of an operand and `by ()` leave no trace. A variable is a window within `[…]`, a
 * number where it stands for an operand of its own, and part of the name or text everywhere else. `fill()`, which needs a
 * flag of the server, is a problem.
 *
 * The parser is this room's own: it takes what Prometheus 3.16 takes, which a random test holds it to, whatever
 * packages are installed. Sources: promql/parser/lex.go and generated_parser.y of Prometheus 3.16
 *
 * @example parse('sum(rate(redis_commands_total[$__rate_interval]))').ok // true
 * @example parse('rate(x[5 minutes])').ok // false
 */
export function parse(text: string): Parsed {
  try {
    return Object.freeze({ ok: true, node: readText(text) });
  } catch (error) {
    if (error instanceof Unexpected) return Object.freeze({ ok: false, problem: syntaxProblem(text, error) });
    if (error instanceof Unreadable) return Object.freeze({ ok: false, problem: error.problem });
    throw error;
  }
}

function readText(text: string): Node {
  const unclosed = unclosedQuote(text);
  if (unclosed !== undefined) throw new Unreadable(problemAt(text, unclosed, 'a text with a closing quote'));
  const reader = readerOf(text);
  const node = readExpression(reader);
  skip(reader);
  if (reader.at < text.length) throw new Unexpected(reader.at);
  return node;
}

function syntaxProblem(text: string, { at }: Unexpected): ParseProblem {
  return problemAt(text, at, grammar.expectedAfter(text.slice(0, at).trimEnd()));
}
