/** What an expression tells about the values it will yield. */
import { ranges } from '../logql/walk.ts';
import type { ResolvedLogQuery, ResolvedMetricQuery, ResolvedQuery } from '../model/resolved.ts';
import type { Node } from '../promql/node.ts';
import { print } from '../promql/print.ts';
import { selectors, visit } from '../promql/walk.ts';

/** What the values of a query are invented from. */
export type Sampled = Pick<ResolvedQuery, 'unit' | 'signal'> &
  (Pick<ResolvedMetricQuery, 'language' | 'node'> | Pick<ResolvedLogQuery, 'language' | 'node'>);

export interface Traits {
  /** The words of the metrics' names, which say more than their kind: `errors`, `memory`, `uptime`. */
  readonly words: ReadonlySet<string>;
  /** The words of the signal's id. */
  readonly own: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  /** The share of a histogram that is asked for, and which histogram: its quantiles never cross. */
  readonly quantile?: { readonly share: number; readonly of: string };
}

/** The traits of a query's expression and signal. */
export function traitsOf(query: Sampled): Traits {
  if (query.language === 'logql') return logTraits(query);
  const { node, signal } = query;
  const functions = new Set<string>();
  const found: Traits['quantile'][] = [];
  visit(node, (seen) => {
    if (seen.kind === 'call') functions.add(seen.function);
    found.push(quantileOf(seen));
  });
  const own = wordsOf([signal.id]);
  const names = wordsOf(selectors(node).map(({ metric }) => metric));
  const quantile = found.find((each) => each !== undefined);
  return { words: new Set([...names, ...own]), own, functions, ...(quantile === undefined ? {} : { quantile }) };
}

/** Of log lines, what is done with them; only their signal has words. */
function logTraits({ node, signal }: Pick<ResolvedLogQuery, 'node' | 'signal'>): Traits {
  const own = wordsOf([signal.id]);
  return { words: own, own, functions: new Set(ranges(node).map(({ operator }) => COUNTING[operator] ?? operator)) };
}

/** What counts lines does what these do to counters. */
const COUNTING: Readonly<Record<string, string>> = { count_over_time: 'increase', bytes_over_time: 'increase' };

function wordsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => name.toLowerCase().split(/[^a-z0-9]+/)));
}

function quantileOf(node: Node): Traits['quantile'] {
  if (node.kind !== 'call' || node.function !== 'histogram_quantile') return undefined;
  const [share, of] = node.arguments;
  if (share?.kind !== 'number' || of === undefined) return undefined;
  return { share: share.value, of: print(of) };
}

/** Things that should not happen. */
const RARE = words('error errors failed failures fail dropped drops rejected refused evicted evictions deadlocks');
const RARE_MORE = words(
  'oom kill kills killed restart restarts conflicts aborted exceeded throttled timeouts retries lost',
);
const LIMITS = words('max limit limits quota capacity settings');
/** Words in the id of a signal that other values are compared with. */
const ALLOWED = words('limit allowance budget capacity quota');
const SINCE_START = words('uptime age');

function words(list: string): readonly string[] {
  return list.split(' ');
}

function has({ words: found }: Traits, wanted: readonly string[]): boolean {
  return wanted.some((word) => found.has(word));
}

/** True for a count or rate of what should not happen. */
export function isRare(traits: Traits, { signal, unit }: Pick<ResolvedQuery, 'signal' | 'unit'>): boolean {
  if (unit.of === 'ratio') return false;
  const counts = ['increase', 'changes', 'resets', 'rate', 'irate'].some((name) => traits.functions.has(name));
  return counts && (signal.whenEmpty === 'zero' || has(traits, RARE) || has(traits, RARE_MORE));
}

/** True for a configured limit: it does not move. A ratio to it does. */
export function isLimit(traits: Traits, { unit }: Pick<ResolvedQuery, 'unit'>): boolean {
  if (unit.of === 'ratio') return false;
  return ALLOWED.some((word) => traits.own.has(word)) || (has(traits, LIMITS) && traits.functions.size === 0);
}

/** True for what grows with the time since a start. */
export function isSinceStart(traits: Traits): boolean {
  return has(traits, SINCE_START);
}

/** True for names that speak of one of the things. */
export function speaksOf(traits: Traits, list: string): boolean {
  return has(traits, words(list));
}
