/** Reads every source that a person named, each by what it is: a file, an address, or a job of a Prometheus. */

import { createReadStream } from 'node:fs';
import { done, failed, type Outcome } from '../../units/problem.ts';
import { exposedText } from '../exposition/bytes.ts';
import type { Format } from '../exposition/family.ts';
import { shownAddress } from './address.ts';
import { ask, type Request } from './http.ts';
import { type PrometheusSource, readFromPrometheus } from './prometheus.ts';
import { isNoScrape, type Reading, readingOf, unreadable } from './reading.ts';

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
  ENOTDIR: 'a file where its path needs a folder',
  ELOOP: 'a link that leads to itself',
  ENAMETOOLONG: 'a name that is too long for a file',
  EISDIR: 'a folder',
  EACCES: 'a file that may not be read',
};

/** The families in a file. */
export async function readFromFile(path: string): Promise<Outcome<Reading>> {
  try {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of createReadStream(path)) {
      parts.push(part);
      size += part.length;
      if (size > MAX_BYTES) return unreadable(path, 'a file without end', `${LIMIT} at most`, 'Check the path.');
    }
    return readingOf(path, exposedText(Buffer.concat(parts)));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return unreadable(path, CAUSES[code] ?? code, 'a file with a scrape', 'Check the path.');
  }
}

/** Far more than an exporter says; `/dev/zero` has no end. */
const MAX_BYTES = 256 * 1024 * 1024;
const LIMIT = '256 MiB';

/** As Prometheus asks, so that the names are those that it stores. */
const ACCEPT =
  'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,' +
  'text/plain;version=1.0.0;escaping=allow-utf-8;q=0.5,text/plain;version=0.0.4;q=0.4,*/*;q=0.2';

/** The families behind an address. */
export async function readFromAddress(url: string, request: Request = {}): Promise<Outcome<Reading>> {
  const answer = await ask(url, { accept: ACCEPT, ...request });
  if (!answer.ok) return answer;
  const { type, bytes } = answer.value;
  const shown = shownAddress(url);
  const text = exposedText(bytes);
  // A page or nothing at all is told as what it is, whatever it calls itself.
  if (isNoScrape(text)) return readingOf(shown, text);
  const format = formatOfType(type);
  return format === undefined ? unscraped(shown, type) : readingOf(shown, text, format);
}

/** By the name before its parameters, as Prometheus 3 goes by it. */
const FORMATS: Readonly<Record<string, Format>> = {
  'application/openmetrics-text': 'openmetrics',
  'text/plain': 'prometheus text',
};

function formatOfType(type: string): Format | undefined {
  const [name = '', ...parameters] = type.split(';').map((part) => part.trim().toLowerCase());
  return parameters.includes('version=2.0.0') && name.includes('openmetrics') ? undefined : FORMATS[name];
}

function unscraped(where: string, type: string): Outcome<never> {
  const name = type.split(';')[0]?.trim() ?? '';
  if (name === 'application/vnd.google.protobuf') {
    return unreadable(where, 'metrics as protobuf', 'metrics as text', 'Let the exporter answer in its text format.');
  }
  return unreadable(
    where,
    type === '' ? 'an answer without a content type' : `the content type ${type}`,
    'text/plain or application/openmetrics-text: Prometheus 3 refuses any other',
    'Correct the exporter; where its job sets fallback_scrape_protocol, read a file with what it answers.',
  );
}
