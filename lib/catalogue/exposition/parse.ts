/**
 * Reads what an exporter answers on /metrics: Prometheus' text format 0.0.4 and OpenMetrics 1.0.
 *
 * Written here because no parser on npm reads both without loss: of those tried one takes any word for a value, another
 * refuses NaN and escaped quotes, neither knows exemplars or quoted names, and neither says in which line an input breaks.
 */
import { Collector } from './collector.ts';
import { type Family, type Format, missingFrom } from './family.ts';
import { readMeta } from './meta.ts';
import { readSample } from './sample.ts';
import { type Fault, Scanner, shown, Unreadable } from './scanner.ts';

/** The families of an exposition, or where it breaks. */
export type Exposition =
  | { readonly format: Format; readonly families: readonly Family[] }
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
    return Object.freeze({ format, families: families(text, format) });
  } catch (error) {
    if (error instanceof Unreadable) return Object.freeze({ format, fault: error.fault });
    throw error;
  }
}

function families(text: string, format: Format): readonly Family[] {
  const collector = new Collector(format);
  const lines = text.split('\n');
  const leftover = lines.pop() ?? '';
  let ended = false;
  for (const [index, line] of lines.entries()) {
    if (ended) throw new Unreadable({ line: index + 1, found: shown(line), expected: "nothing after '# EOF'" });
    ended = readLine(line, index + 1, format, collector);
  }
  if (leftover !== '') return cutOff(leftover, lines.length + 1, format, collector);
  assertWhole(collector, lines.length, { format, ended });
  return collector.families();
}

/** Reads one line; true when it is the last one of an OpenMetrics text. */
function readLine(raw: string, number: number, format: Format, collector: Collector): boolean {
  const text = format === 'prometheus text' ? raw.replace(/^[ \t]+/, '') : raw;
  if (text === '' && format === 'prometheus text') return false;
  if (!text.startsWith('#')) {
    collector.add(readSample(new Scanner(text, number), format), number);
    return false;
  }
  const meta = readMeta(text, number, format);
  if (meta.is === 'end') return true;
  if (meta.is !== 'comment') collector.describe(meta, number);
  return false;
}

/** The last line has no line feed: say what it lacks, and if it is whole, that. */
function cutOff(text: string, number: number, format: Format, collector: Collector): readonly Family[] {
  if (format === 'openmetrics' && text === '# EOF') return collector.families();
  readLine(text, number, format, collector);
  throw new Unreadable({ line: number, found: 'the end of the text', expected: `a line feed after ${shown(text)}` });
}

function assertWhole(
  collector: Collector,
  line: number,
  { format, ended }: { readonly format: Format; readonly ended: boolean },
): void {
  if (format === 'openmetrics') {
    if (ended) return;
    throw new Unreadable({ line, found: 'the end of the text', expected: "'# EOF' as the last line" });
  }
  const last = collector.families().at(-1);
  const expected = last && missingFrom(last);
  if (expected) throw new Unreadable({ line, found: 'the end of the text', expected });
}
