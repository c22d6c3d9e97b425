/**
 * Queries as trees. One query stands on several dashboards, in every environment and on both sides of a comparison, and
 * several differs look into it: each text is parsed once.
 */
import { parse as parseLog } from '../logql/parse/parse.ts';
import { parse } from '../promql/parse/parse.ts';

/** Trees of more texts than these are not kept, so that a folder of thousands of dashboards takes no more room. */
const MAX_KNOWN = 4_000;

/** A function that remembers what it answered. Trees are frozen: nobody changes what another one gets. */
function remembering<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const answer = known.get(text) ?? work(text);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(text, answer);
    return answer;
  };
}

/** A query of Prometheus as a tree, or what is wrong with it. */
export const parsedPromql = remembering(parse);

/** A query of Loki as a tree, or what is wrong with it. */
export const parsedLogql = remembering(parseLog);
