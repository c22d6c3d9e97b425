/** Answers, and what has none here with the reason as data. */
import { fillIn } from '../../promql/parse/mask.ts';
import { parseProblemText } from '../../promql/parse/problem.ts';
import type { LogQueryNode } from '../node.ts';
import { parse } from '../parse/parse.ts';
import { print } from '../print.ts';
import type { LogRefusal } from '../refuse/refusal.ts';
import { refusals } from '../refuse/refusals.ts';
import { visit } from '../walk.ts';

/** Carries a problem out of the depth of a query; the functions that evaluate turn it back into a value. */
export class Unanswerable extends Error {
  readonly problem: LogRefusal;

  constructor(problem: LogRefusal) {
    super(`${problem.found}: ${problem.allowed}`);
    this.problem = problem;
  }
}

/** What was asked for, or why it cannot be had. */
export type Answer<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly problems: readonly LogRefusal[] };

/** The answer that `ask` gives, or the problem that it stumbles over. */
export function answerOf<T extends object>(ask: () => T): Answer<T> {
  try {
    return Object.freeze({ ok: true as const, ...ask() });
  } catch (error) {
    if (error instanceof Unanswerable) return Object.freeze({ ok: false as const, problems: [error.problem] });
    throw error;
  }
}

export interface Filled {
  /** What stands for a variable of Grafana, by its name: `service`, `__auto`. A name without a text stays as it is. */
  readonly variables?: (name: string) => string | undefined;
}

type Prepared = { readonly ok: true; readonly node: LogQueryNode } | Extract<Answer<object>, { readonly ok: false }>;

/** The query as Loki would see it: variables filled in, raw text read, and nothing in it that Loki refuses. */
export function prepared(query: LogQueryNode, variables: Filled['variables']): Prepared {
  const asWritten = refusals(query, variables === undefined ? {} : { variables: 'filled in' });
  if (asWritten.length > 0) return { ok: false, problems: asWritten };
  let isVaried = false;
  const text = fillIn(print(query), (name) => {
    isVaried = true;
    return variables?.(name);
  });
  // A tree without either is what its text would be read into.
  if (!isVaried && !holdsRaw(query)) return { ok: true, node: query };
  const parsed = parse(text);
  if (!parsed.ok) {
    const found = parseProblemText(parsed.problem);
    const problem = {
      found,
      allowed: 'a query in LogQL',
      remedy: 'correct the text, or what stands for its variables',
    };
    return { ok: false, problems: Object.freeze([problem]) };
  }
  const problems = refusals(parsed.node);
  return problems.length > 0 ? { ok: false, problems } : parsed;
}

function holdsRaw(query: LogQueryNode): boolean {
  let isRaw = false;
  if (query.kind !== 'lines') {
    visit(query, ({ kind }) => {
      isRaw ||= kind === 'raw';
    });
  }
  return isRaw;
}
