/** One sample line: name, labels, value, and where there are any a timestamp and an exemplar. */
import type { Exemplar, Format, Sample } from './family.ts';
import { type Scanner, shown } from './scanner.ts';

/** What a line says, and what of it a person did not mean so. */
export interface SampleLine {
  readonly sample: Sample;
  readonly notes: readonly string[];
}

interface Braces {
  readonly pairs: readonly (readonly [label: string, value: string])[];
  /** A name that is no identifier stands inside the braces, in quotes: `{"my.metric", cmd="get"} 1`. */
  readonly name?: string;
}

interface Identity {
  readonly name: string;
  readonly pairs: Braces['pairs'];
  /** What stands between name and value; nothing after braces. */
  readonly between?: string;
}

const MOST_MILLISECONDS = 2n ** 63n - 1n;

/**
 * Reads a sample line to its line feed. Prometheus takes blanks before a plain name, the `indent`, for a part of it.
 *
 * @throws Unreadable where the line breaks the format, or where Prometheus refuses what it says.
 */
export function readSample(line: Scanner, format: Format, indent: string): SampleLine {
  const { name, pairs, between } = readIdentity(line, indent);
  const value = line.number(line.grammar.value, 'a number');
  const timestamp = readTimestamp(line, format);
  const exemplar = line.match(line.grammar.exemplar) === undefined ? undefined : readExemplar(line);
  line.gap();
  if (!line.atLineEnd) line.fail(timestamp === undefined ? line.grammar.afterValue : 'the end of the line');
  const sample = {
    name,
    labels: labelsOf(line, pairs),
    value,
    ...(timestamp !== undefined && { timestamp }),
    ...(exemplar && { exemplar }),
  };
  return { sample, notes: [...indented(name), ...(between === '' ? [glued(sample)] : []), ...halfEmpty(pairs)] };
}

function indented(name: string): readonly string[] {
  return /^[ \t]/.test(name) ? [`the blanks before the name count: Prometheus names the metric ${shown(name)}`] : [];
}

function glued({ name, value }: Sample): string {
  return `no blank stands between name and value: Prometheus reads '${name}' with the value ${value}`;
}

/** Of a label that stands there twice, once with nothing in it, Prometheus keeps neither. */
function halfEmpty(pairs: Braces['pairs']): readonly string[] {
  const empty = new Set(pairs.filter(([, value]) => value === '').map(([label]) => label));
  const lost = new Set(pairs.filter(([label, value]) => value !== '' && empty.has(label)).map(([label]) => label));
  return [...lost].map((label) => `the label '${label}' stands there twice, once empty: Prometheus keeps neither`);
}

function readIdentity(line: Scanner, indent: string): Identity {
  if (line.accept('{')) return identityInside(line);
  const name = `${indent}${line.metricName()}`;
  const between = line.sees(' ') ? ' ' : line.gap();
  line.gap();
  if (!line.accept('{')) return { name, pairs: [], between };
  const braces = readBraces(line);
  if (braces.name !== undefined) line.fail(`a single metric name, not ${name} and ${braces.name}`);
  return { name, pairs: braces.pairs };
}

function identityInside(line: Scanner): Identity {
  const { name, pairs } = readBraces(line);
  if (name === undefined) return line.fail('a metric name, in quotes inside the braces or plain before them');
  if (name === '') line.fail('a metric name that is not empty', '`{""`');
  if (!name.isWellFormed()) line.fail('a metric name in UTF-8', shown(name));
  return { name, pairs };
}

function readBraces(line: Scanner): Braces {
  const pairs: (readonly [string, string])[] = [];
  let name: string | undefined;
  line.gap();
  while (!line.accept('}')) {
    const quoted = line.sees('"');
    const key = line.labelName();
    line.gap();
    if (quoted && name === undefined && (line.sees(',') || line.sees('}'))) name = key;
    else pairs.push([key, readValue(line, key)]);
    line.gap();
    if (!line.accept(',') && !line.sees('}') && (line.grammar.commas || line.atLineEnd)) line.fail("',' or '}'");
    line.gap();
  }
  return { pairs, ...(name !== undefined && { name }) };
}

function readValue(line: Scanner, key: string): string {
  line.expect('=', `'=' after the label name '${key}'`);
  line.gap();
  const value = line.labelValue(`the value of '${key}' in double quotes`);
  if (!value.isWellFormed()) line.fail(`the value of '${key}' in UTF-8`, shown(value));
  return value;
}

/** As Prometheus stores them: of labels that are empty none, of the others each once. */
function labelsOf(line: Scanner, pairs: Braces['pairs']): ReadonlyMap<string, string> {
  const empty = new Set(pairs.filter(([, value]) => value === '').map(([label]) => label));
  if (empty.has('__name__')) line.fail('a metric name that is not empty', '`__name__=""`');
  const labels = new Map<string, string>();
  for (const [label, value] of pairs) {
    if (label === '__name__') line.fail("another label: '__name__' is the metric's name", '`__name__`');
    if (labels.has(label) && !empty.has(label)) line.fail(`another label: '${label}' is there already`, `\`${label}\``);
    if (value !== '' && label === '') line.fail('a label name that is not empty', '`""`');
    if (value !== '' && !label.isWellFormed()) line.fail('a label name in UTF-8', shown(label));
    if (label !== '') labels.set(label, empty.has(label) ? '' : value);
  }
  return labels;
}

function readTimestamp(line: Scanner, format: Format): number | undefined {
  if (/^[ \t]*$/.test(line.rest) || line.rest.startsWith(' # {')) return undefined;
  const { timestamp: word, perSecond, afterValue } = line.grammar;
  if (format === 'openmetrics') {
    const seconds = line.number(word, afterValue);
    return Number.isFinite(seconds) ? seconds : line.fail('a timestamp that is a finite number', 'no time');
  }
  line.gap();
  const text = /^[^ \t]+/.exec(line.rest)?.[0] ?? '';
  if (!/^\d+$/.test(text) || BigInt(text) > MOST_MILLISECONDS) line.fail(afterValue);
  line.accept(text);
  return Number(text) / perSecond;
}

/** After `# {`. Labels may stand there twice: Prometheus does not look. */
function readExemplar(line: Scanner): Exemplar {
  const { pairs, name } = readBraces(line);
  if (name !== undefined) line.fail("labels of an exemplar, each with '='");
  const value = line.number(line.grammar.value, "the exemplar's value");
  const labels = new Map(pairs);
  if (line.atLineEnd) return { labels, value };
  const timestamp = line.number(line.grammar.timestamp, "the exemplar's timestamp in seconds, or the end of the line");
  if (!Number.isFinite(timestamp)) line.fail('a timestamp that is a finite number', 'no time');
  return { labels, value, timestamp };
}
