/** Reads every source that a person named, each by what it is: a file, an address, or a job of a Prometheus. */

import { readFile } from 'node:fs/promises';
import type { Format } from '../exposition/family.ts';
import { done, failed, type Outcome } from '../problem.ts';
import { get, type Request } from './http.ts';
import { type PrometheusSource, readFromPrometheus } from './prometheus.ts';
import { type Reading, readingOf, unreadable } from './reading.ts';

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

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'a folder',
  EACCES: 'a file that may not be read',
};

/** The families in a file. */
export async function readFromFile(path: string): Promise<Outcome<Reading>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return unreadable(path, CAUSES[code] ?? code, 'a file with a scrape', 'Check the path.');
  }
  return readingOf(path, text);
}

/** As Prometheus asks, so that the names are those that it stores. */
const ACCEPT =
  'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,' +
  'text/plain;version=1.0.0;escaping=allow-utf-8;q=0.5,text/plain;version=0.0.4;q=0.4,*/*;q=0.2';

/** The families behind an address. */
export async function readFromAddress(url: string, request: Request = {}): Promise<Outcome<Reading>> {
  const answer = await get(url, { accept: ACCEPT, ...request });
  if (!answer.ok) return answer;
  const { type, text } = answer.value;
  if (type.includes('application/vnd.google.protobuf')) {
    return unreadable(url, 'metrics as protobuf', 'metrics as text', 'Let the exporter answer in its text format.');
  }
  return readingOf(url, text, formatOfType(type));
}

function formatOfType(type: string): Format | undefined {
  return type.includes('application/openmetrics-text') ? 'openmetrics' : undefined;
}
