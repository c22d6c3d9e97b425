/** Asking a running Prometheus many queries, a few at a time. */

import { askPrometheus, type Question } from '../catalogue/reading/prometheus-api.ts';
import type { Outcome } from '../units/problem.ts';

/** How many queries are asked at once. */
const AT_ONCE = 4;

/** Something that every Prometheus answers, whatever it knows: asked first, so that a wrong address is one message. */
export const FIRST_QUERY = 'vector(1)';

/** Which Prometheus, and what it is sent beside the query. */
export interface QueryOptions extends Omit<Question, 'path' | 'query' | 'form'> {
  readonly form?: Readonly<Record<string, string>>;
}

/** The answer to an instant query, as `read` reads it. */
export function answerTo<T>(
  query: string,
  { form, ...question }: QueryOptions,
  read: (data: unknown) => T | undefined,
): Promise<Outcome<T>> {
  return askPrometheus({ ...question, path: 'query', form: { ...form, query } }, read);
}

/** Does the work for each, a few at once, in their order. */
export async function eachAFewAtOnce<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
