/**
 * Reads what an exporter answers on /metrics: Prometheus' text format 0.0.4 and OpenMetrics 1.0, as Prometheus 3.16 does:
 * what the server refuses is a fault here, and what it takes with a loss gets a note.
 *
 * Written here because no parser on npm reads both without loss: of those tried one takes any word for a value, another
 * refuses NaN and escaped quotes, neither knows exemplars or quoted names, and neither says in which line an input breaks.
 */
import { Collector } from './collector.ts';
import type { Family, Format, Note } from './family.ts';
import { readMeta } from './meta.ts';
import { readSample } from './sample.ts';
import { type Fault, Scanner, Unreadable } from './scanner.ts';

/** The families of an exposition, or where it breaks. */
export type Exposition =
  | { readonly format: Format; readonly families: readonly Family[]; readonly notes: readonly Note[] }
  | { readonly format: Format; readonly fault: Fault };

/** A line that only OpenMetrics has. */
const OPENMETRICS_ONLY = /^# (?:EOF$|UNIT |TYPE \S+ (?:info|stateset|gaugehistogram|unknown)$)/m;

/** The format that the text itself shows. */
export function formatOf(text: string): Format {
  return OPENMETRICS_ONLY.test(text) ? 'openmetrics' : 'prometheus text';
}

/**
 * Reads an exposition. An empty text has no families; whether that is a fault is for the caller to say.
 *
 * @param format as the answer's content type states it; otherwise the text decides.
 * @example
 * parseExposition('up\n')
 * // { format: 'prometheus text', fault: { line: 1, found: 'the end of the line', expected: 'a number' } }
 */
export function parseExposition(text: string, format: Format = formatOf(text)): Exposition {
  try {
    return Object.freeze({ format, ...families(text, format) });
  } catch (error) {
    if (error instanceof Unreadable) return Object.freeze({ format, fault: error.fault });
    throw error;
  }
}

function families(text: string, format: Format): ReturnType<Collector['result']> {
  const collector = new Collector();
  const line = new Scanner(text, format);
  let ended = false;
  while (!line.atEnd && !ended) ended = readLine(line, format, collector);
  if (!ended && text !== '') assertWhole(text, format, { line: line.line, collector });
  return collector.result();
}

/** OpenMetrics has an end; of the other format a line feed is all that a whole text has more than a part of it. */
function assertWhole(
  text: string,
  format: Format,
  { line, collector }: { readonly line: number; readonly collector: Collector },
): void {
  const last = text.endsWith('\n') ? line - 1 : line;
  if (format === 'openmetrics') {
    throw new Unreadable({ line: last, found: 'the end of the text', expected: "'# EOF' as the last line" });
  }
  if (last === line) collector.note(line, 'the text ends without a line feed: see whether it is whole');
}

/** Reads one line; true when Prometheus reads none after it. */
function readLine(line: Scanner, format: Format, collector: Collector): boolean {
  const number = line.line;
  const indent = line.gap();
  if (format === 'prometheus text' && line.atLineEnd) {
    line.takeLine();
    return false;
  }
  if (line.sees('#')) return readDescription(line, format, collector);
  if (format === 'prometheus text' && line.sees('\0')) return cutShort(collector, number);
  const { sample, notes } = readSample(line, format, indent);
  if (format === 'openmetrics' && line.atEnd) line.fail("a line feed, and '# EOF' as the last line");
  line.takeLine();
  for (const note of notes) collector.note(number, note);
  collector.add(sample, number);
  return false;
}

function readDescription(line: Scanner, format: Format, collector: Collector): boolean {
  const number = line.line;
  const meta = readMeta(line, format);
  if (meta.is === 'end') return true;
  if (meta.is === 'cut') return cutShort(collector, number);
  line.takeLine();
  if (meta.is !== 'comment') collector.describe(meta, number);
  else if (meta.note !== undefined) collector.note(number, meta.note);
  return false;
}

function cutShort(collector: Collector, line: number): true {
  collector.note(line, 'a NUL stands here: Prometheus reads nothing from here on');
  return true;
}
