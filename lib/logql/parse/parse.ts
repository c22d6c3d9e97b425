/**
 * Text back into the tree that print() prints. For what others wrote: `rawLog()`, dashboards that are imported, files
 * of `dist/` under review.
 */
import { parser } from '@grafana/lezer-logql';
import { unclosedQuote } from '../../promql/parse/mask.ts';
import { type ParseProblem, problemAt, Unreadable } from '../../promql/parse/problem.ts';
import type { LogQueryNode } from '../node.ts';
import { grammar } from './grammar.ts';
import { readLines } from './lines.ts';
import { readMetric } from './metric.ts';
import { type LogSource, sourceOf } from './source.ts';
import { parts } from './tree.ts';

/** A tree, or the first place where the text is no LogQL. */
export type ParsedLogQuery =
  | { readonly ok: true; readonly node: LogQueryNode }
  | { readonly ok: false; readonly problem: ParseProblem };

/**
 * Reads LogQL, Grafana's variables included, into the tree that prints it. It knows the syntax and not the meaning: what
 * Loki refuses beyond it, refusals() says.
 *
 * Brackets, comments, a sign `+` and `by ()` of an aggregation leave no trace, and a comma between two conditions is
 * `and`. A variable is a window within `[…]`, and part of the name or text everywhere else.
 *
 * @example parse('{service="worker"} |= "Waiting for db"').ok // true
 * @example parse('rate({service="worker"})').ok // false
 */
export function parse(text: string): ParsedLogQuery {
  try {
    return Object.freeze({ ok: true, node: readQuery(sourceOf(text)) });
  } catch (error) {
    if (error instanceof Unreadable) return Object.freeze({ ok: false, problem: error.problem });
    throw error;
  }
}

function readQuery(source: LogSource): LogQueryNode {
  const { text, masked } = source;
  const unclosed = unclosedQuote(text);
  if (unclosed !== undefined) throw new Unreadable(problemAt(text, unclosed, 'a text with a closing quote'));
  const error = grammar.firstError(masked);
  if (error !== Number.POSITIVE_INFINITY) throw syntaxProblem(source, error);
  const [expression] = parts(parser.parse(masked).topNode);
  const [query] = expression === undefined ? [] : parts(expression);
  if (query === undefined) throw new Unreadable(problemAt(text, 0, 'an expression'));
  return query.name === 'LogExpr' ? readLines(source, query) : readMetric(source, query);
}

function syntaxProblem({ text, masked }: LogSource, error: number): Unreadable {
  const before = masked.slice(0, error).trimEnd();
  const at = error + (/^\s*/.exec(text.slice(error))?.[0].length ?? 0);
  return new Unreadable(problemAt(text, at, grammar.expectedAfter(before)));
}
