/** One sample line: name, labels, value, and where there are any a timestamp and an exemplar. */
import type { Exemplar, Format, Sample } from './family.ts';
import type { Scanner } from './scanner.ts';

interface Braces {
  readonly labels: ReadonlyMap<string, string>;
  /** A name that is no identifier stands inside the braces, in quotes: `{"my.metric", cmd="get"} 1`. */
  readonly name?: string;
}

/** Milliseconds in the text format, seconds in OpenMetrics. */
const PER_SECOND: Readonly<Record<Format, number>> = { 'prometheus text': 1000, openmetrics: 1 };
const TIMESTAMP: Readonly<Record<Format, string>> = {
  'prometheus text': 'a timestamp in milliseconds, or the end of the line',
  openmetrics: 'a timestamp in seconds, an exemplar, or the end of the line',
};

/**
 * Reads a sample line.
 *
 * @throws Unreadable where the line breaks the format.
 */
export function readSample(line: Scanner, format: Format): Sample {
  const { name, labels } = readIdentity(line);
  line.skipBlanks();
  const value = line.number('a number');
  line.skipBlanks();
  const timestamp = line.atEnd || isExemplar(line, format) ? undefined : readTimestamp(line, format);
  const exemplar = isExemplar(line, format) ? readExemplar(line) : undefined;
  line.skipBlanks();
  if (!line.atEnd) line.fail('the end of the line');
  return { name, labels, value, ...(timestamp !== undefined && { timestamp }), ...(exemplar && { exemplar }) };
}

function readIdentity(line: Scanner): { readonly name: string; readonly labels: ReadonlyMap<string, string> } {
  if (line.accept('{')) return identityInside(line);
  const name = line.metricName();
  line.skipBlanks();
  if (!line.accept('{')) return { name, labels: new Map() };
  const braces = readBraces(line);
  if (braces.name !== undefined) line.fail(`a single metric name, not ${name} and ${braces.name}`);
  return { name, labels: braces.labels };
}

function identityInside(line: Scanner): { readonly name: string; readonly labels: ReadonlyMap<string, string> } {
  const { name, labels } = readBraces(line);
  if (name === undefined) return line.fail('a metric name, in quotes inside the braces or plain before them');
  return { name, labels };
}

function readBraces(line: Scanner): Braces {
  const labels = new Map<string, string>();
  let name: string | undefined;
  line.skipBlanks();
  while (!line.accept('}')) {
    const quoted = line.rest.startsWith('"');
    const key = line.labelName();
    line.skipBlanks();
    if (quoted && name === undefined && !line.rest.startsWith('=')) name = key;
    else readLabel(line, labels, key);
    line.skipBlanks();
    if (!line.accept(',') && !line.rest.startsWith('}')) line.fail("',' or '}'");
    line.skipBlanks();
  }
  return { labels, ...(name !== undefined && { name }) };
}

function readLabel(line: Scanner, labels: Map<string, string>, key: string): void {
  if (labels.has(key)) line.fail(`another label: '${key}' is there already`);
  if (key === '__name__') line.fail("another label: '__name__' is the metric's name");
  line.expect('=', `'=' after the label name '${key}'`);
  line.skipBlanks();
  labels.set(key, line.quoted(`the value of '${key}' in double quotes`));
}

function isExemplar(line: Scanner, format: Format): boolean {
  return format === 'openmetrics' && line.rest.startsWith('#');
}

function readTimestamp(line: Scanner, format: Format): number {
  const timestamp = line.number(TIMESTAMP[format]) / PER_SECOND[format];
  line.skipBlanks();
  return timestamp;
}

function readExemplar(line: Scanner): Exemplar {
  line.expect('#', "'#'");
  line.skipBlanks();
  line.expect('{', "'{' of an exemplar's labels");
  const { labels } = readBraces(line);
  line.skipBlanks();
  const value = line.number("the exemplar's value");
  line.skipBlanks();
  if (line.atEnd) return { labels, value };
  return { labels, value, timestamp: line.number("the exemplar's timestamp in seconds, or the end of the line") };
}
