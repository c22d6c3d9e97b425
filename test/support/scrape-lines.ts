/**
 * A minimal reader of the Prometheus text format for replaying recorded scrapes: every sample with its family,
 * in order. Timestamps are left out, help texts too. What it does not understand it refuses, with the line.
 */

export interface ScrapedSample {
  readonly name: string;
  /** The name on the TYPE line: a histogram's without `_bucket`, `_sum` and `_count`. */
  readonly family: string;
  /** As the TYPE line says; `untyped` when there is none. */
  readonly kind: string;
  /** Label values stay escaped as they were read; empty ones are left out, as Prometheus does. */
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

const typeLine = /^# TYPE (\S+) (\S+)$/;
const sampleLine = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})?[ \t]+(\S+)(?:[ \t]+-?\d+)?$/;
const label = /[ \t]*([a-zA-Z_]\w*)="((?:[^"\\]|\\[\\"n])*)"[ \t]*(?:,|$)/y;

/**
 * Reads a scrape.
 *
 * @throws Error with `where`, the line's number and its text for a line that is no sample.
 */
export function readScrape(text: string, where: string): readonly ScrapedSample[] {
  const kinds = new Map<string, string>();
  const samples: ScrapedSample[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const [, family, kind] = typeLine.exec(line) ?? [];
    if (family !== undefined && kind !== undefined) kinds.set(family, kind);
    if (line.trim() === '' || line.startsWith('#')) continue;
    const sample = readSample(line, kinds);
    if (sample === undefined) throw new Error(`${where}:${index + 1}: not a sample: ${line}`);
    samples.push(sample);
  }
  return samples;
}

function readSample(line: string, kinds: ReadonlyMap<string, string>): ScrapedSample | undefined {
  const [, name, labelText, valueText] = sampleLine.exec(line) ?? [];
  if (name === undefined || valueText === undefined) return undefined;
  const labels = readLabels(labelText ?? '');
  const value = readValue(valueText);
  if (labels === undefined || value === undefined) return undefined;
  const family = kinds.has(name) ? name : name.replace(/_(bucket|sum|count)$/, '');
  const kind = kinds.get(family);
  return { name, family: kind === undefined ? name : family, kind: kind ?? 'untyped', labels, value };
}

function readLabels(text: string): ReadonlyMap<string, string> | undefined {
  const labels = new Map<string, string>();
  label.lastIndex = 0;
  while (label.lastIndex < text.length) {
    const [, name, value] = label.exec(text) ?? [];
    if (name === undefined || value === undefined) return undefined;
    if (value !== '') labels.set(name, value);
  }
  return labels;
}

function readValue(text: string): number | undefined {
  if (/^nan$/i.test(text)) return Number.NaN;
  const value = Number(text.replace(/^([+-]?)Inf(inity)?$/i, '$1Infinity'));
  return Number.isNaN(value) ? undefined : value;
}
