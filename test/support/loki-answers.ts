/** What Loki 3.7.6 answered to queries over recorded lines, and which texts it refused. */
import { readFileSync } from 'node:fs';

/** Labels and the value as text. */
export type Sample = readonly [labels: Readonly<Record<string, string>>, value: string];

interface Recorded {
  /** In seconds: when the metric queries were asked. */
  readonly asked_at: number;
  readonly log: readonly {
    readonly query: string;
    readonly lines: number;
    readonly first: string | null;
    readonly last: string | null;
    readonly labels: readonly string[];
  }[];
  readonly metric: readonly { readonly query: string; readonly result?: readonly Sample[]; readonly error?: string }[];
  readonly refused: readonly { readonly query: string; readonly refused: boolean; readonly says: string }[];
}

function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../fixtures/loki/${name}.json`, import.meta.url), 'utf8'));
}

export const ANSWERS = fixture<Recorded>('answers');

/** Every text, and whether Loki took it. */
export const TEXTS: readonly (readonly [query: string, taken: boolean])[] = [
  ...ANSWERS.log.map(({ query }) => [query, true] as const),
  ...ANSWERS.metric.map(({ query, error }) => [query, error === undefined] as const),
  ...ANSWERS.refused.map(({ query, refused }) => [query, !refused] as const),
];
