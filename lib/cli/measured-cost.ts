/** What queries cost at a running Prometheus: it is asked each of them once, and says how many samples it read. */

import { shownAddress } from '../catalogue/reading/address.ts';
import { isFields } from '../catalogue/reading/shape.ts';
import type { Measured } from '../review/cost.ts';
import type { Cost } from '../review/cost-estimate.ts';
import { type CostQuery, costQuery } from '../review/cost-query.ts';
import { counted, oneLine } from '../review/words.ts';
import { type Outcome, problemLine } from '../units/problem.ts';
import { answerTo, eachAFewAtOnce, FIRST_QUERY } from './prometheus-queries.ts';

/** What was learnt, and what a reader of the report has to know of it. */
export interface Measurement {
  readonly measured: Measured;
  readonly notes: readonly string[];
}

/** How long is waited. */
export interface Patience {
  /** For one answer, in milliseconds; ten seconds, unless told. */
  readonly timeoutMs?: number;
  /** For all of them: what was not asked by then is estimated; half a minute, unless told. */
  readonly togetherMs?: number;
}

/** A server that is asked more than that says nothing more, and has something else to do. */
const TOGETHER_MS = 30_000;

/**
 * The cost of one evaluation of each query, for those that the server answers.
 *
 * @param url of a Prometheus, as in a browser; a password in it is shown nowhere
 * @param texts in PromQL, with Grafana's variables
 */
export async function measuredCosts(
  url: string,
  texts: readonly string[],
  { togetherMs = TOGETHER_MS, ...request }: Patience = {},
): Promise<Measurement> {
  if (texts.length === 0) return { measured: new Map(), notes: [] };
  const ask: Ask = (query, read) => answerTo(query, { ...request, url, form: { stats: 'all' } }, read);
  const first = await ask(FIRST_QUERY, samplesRead);
  if (!first.ok) return unmeasured(first.problems.map(({ rule, ...each }) => problemLine(each)).join(' '));
  if (Number.isNaN(first.value)) {
    return unmeasured(`${shownAddress(url)} does not say how many samples a query reads, as Prometheus does.`);
  }
  const until = Date.now() + togetherMs;
  const measured = new Map<string, Cost>();
  const failures: string[] = [];
  await eachAFewAtOnce(texts, async (text) => {
    const query = costQuery(text);
    if (query === undefined) return;
    const cost = Date.now() < until ? await costOf(query, ask) : TOO_LATE;
    if (cost.ok) measured.set(text, cost.value);
    else failures.push(oneLine(cost.problems.map(({ found }) => found).join(', ')));
  });
  return { measured, notes: notesOf(shownAddress(url), measured.size, failures) };
}

function unmeasured(reason: string): Measurement {
  return { measured: new Map(), notes: [`Costs are not measured: ${oneLine(reason)}`] };
}

type Ask = <T>(query: string, read: (data: unknown) => T | undefined) => Promise<Outcome<T>>;

async function costOf({ samples, series }: CostQuery, ask: Ask): Promise<Outcome<Cost>> {
  const read = await ask(samples, samplesRead);
  if (!read.ok) return read;
  const counted = series === undefined ? NONE : await ask(series, onlyNumber);
  return counted.ok ? { ok: true, value: { series: counted.value, samples: read.value } } : counted;
}

const NONE: Outcome<number> = { ok: true, value: 0 };
const TOO_LATE: Outcome<never> = {
  ok: false,
  problems: [{ where: '', rule: 'metrics/source', found: 'there was no time left', allowed: '', remedy: '' }],
};

/** `stats.samples.totalQueryableSamples` of an answer; no number where a server answers without it. */
function samplesRead(data: unknown): number | undefined {
  if (!isFields(data) || !Array.isArray(data.result)) return undefined;
  const samples = isFields(data.stats) ? data.stats.samples : undefined;
  return isFields(samples) ? Number(samples.totalQueryableSamples) : Number.NaN;
}

/** The value of a vector with one element: `{ value: [1700000000, "12"] }`. */
function onlyNumber(data: unknown): number | undefined {
  const [one] = isFields(data) && Array.isArray(data.result) ? data.result : [];
  const value = isFields(one) && Array.isArray(one.value) ? Number(one.value[1]) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function notesOf(where: string, answered: number, failures: readonly string[]): readonly string[] {
  const [first] = failures;
  return [
    `Costs are measured at ${where}: ${counted(answered, 'changed query', 'changed queries')}.`,
    ...(first === undefined ? [] : [`Of ${failures.length} more it is not: ${first}.`]),
  ];
}
