/** Reads every source that a person named, each by what it is. */
import { done, failed, type Outcome } from '../problem.ts';
import { readFromAddress } from './address.ts';
import { readFromFile } from './file.ts';
import type { Request } from './http.ts';
import { type PrometheusSource, readFromPrometheus } from './prometheus.ts';
import type { Reading } from './reading.ts';

export interface Sources {
  /** Files, and addresses that start with http:// or https://. */
  readonly places: readonly string[];
  readonly prometheus?: PrometheusSource;
}

/** What all sources say, or everything that is wrong with any of them. */
export async function readSources(
  { places, prometheus }: Sources,
  request: Request = {},
): Promise<Outcome<readonly Reading[]>> {
  const outcomes = await Promise.all([
    ...places.map((place) => (isAddress(place) ? readFromAddress(place, request) : readFromFile(place))),
    ...(prometheus ? [readFromPrometheus(prometheus, request)] : []),
  ]);
  const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
  if (problems.length > 0) return failed(...problems);
  return done(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])));
}

function isAddress(place: string): boolean {
  return /^https?:\/\//.test(place);
}
