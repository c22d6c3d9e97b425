/** A recorded answer of an exporter's /metrics: which metrics it has, of which type, with which labels. */
import { readFileSync } from 'node:fs';
import { type ExposedKind, type Family, memberNames } from '../catalogue/exposition/family.ts';
import { parseExposition } from '../catalogue/exposition/parse.ts';
import { type Read, readAs, unreadable } from './problem.ts';
import type { MetricRecord, Place, ScrapeRecord } from './records.ts';

/** A line that no other text has: a name and one of the words for a type. */
const TYPE_LINE = /^# TYPE \S+ (?:counter|gauge|histogram|gaugehistogram|summary|info|stateset|untyped|unknown)\s*$/m;

/** Whether a text is one that an exporter answers. */
export function holdsScrape(text: string): boolean {
  return TYPE_LINE.test(text);
}

/** The text of a file that somebody names as a scrape. */
export function readScrape(file: string, where: string): Read<string> {
  const refused = (found: string): Read<string> =>
    unreadable({
      where,
      found,
      allowed: 'a file with the answer of an exporter, with its lines of TYPE',
      remedy: 'Store what its /metrics says.',
    });
  try {
    const text = readFileSync(file, 'utf8');
    return holdsScrape(text) ? readAs(text) : refused(text === '' ? 'an empty file' : 'a text without metrics');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    return refused(code === 'EISDIR' ? 'a folder' : code === 'ENOENT' ? 'no such file' : String(code));
  }
}

/** The record of such a text, or where Prometheus stops reading it. */
export function scrapeRecord(text: string, place: Place): Read<ScrapeRecord> {
  const exposition = parseExposition(text);
  if ('fault' in exposition) {
    const { line, found, expected } = exposition.fault;
    const remedy = 'Read the exporter again, and keep what it answers as it is.';
    return unreadable({ where: `${place.file}:${line}`, place: { ...place, line }, found, allowed: expected, remedy });
  }
  return readAs(
    Object.freeze({ kind: 'scrape', place, metrics: Object.freeze(exposition.families.map(metricRecord)) }),
  );
}

/** The label that tells parts of one observation apart, and is no label of the whole. */
const BOUND_LABEL: Readonly<Partial<Record<ExposedKind, string>>> = { histogram: 'le', summary: 'quantile' };

function metricRecord(family: Family): MetricRecord {
  const { kind: type, help, samples } = family;
  const names = new Set(samples.map(({ name }) => name).filter((name) => !isCreationTime(name, family)));
  const series = Object.freeze([...(names.size === 0 ? memberNames(family) : names)]);
  const bound = BOUND_LABEL[type];
  const values = new Map<string, Set<string>>();
  for (const [label, value] of samples.flatMap(({ labels }) => [...labels])) {
    // An empty label and a missing one are the same to Prometheus.
    if (value !== '') values.set(label, (values.get(label) ?? new Set()).add(value));
  }
  return Object.freeze({
    name: series.length === 1 ? (series[0] ?? family.name) : family.name,
    series,
    type,
    help,
    labels: new Set([...values.keys()].filter((label) => label !== bound).sort()),
    bounds: bound === undefined ? new Set<string>() : (values.get(bound) ?? new Set<string>()),
    count: samples.length,
  });
}

/** OpenMetrics writes beside a counter when it began: nobody's metric. */
function isCreationTime(name: string, { name: family }: Family): boolean {
  return name.endsWith('_created') && name !== family;
}
