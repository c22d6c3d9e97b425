/** Reads the metrics of a running exporter. */
import type { Format } from '../exposition/family.ts';
import type { Outcome } from '../problem.ts';
import { get, type Request } from './http.ts';
import { type Reading, readingOf, unreadable } from './reading.ts';

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
