/** Recorded scrapes as an hour of history in OpenMetrics text, which promtool turns into a database. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Curve, shapes } from './history-values.ts';
import { readScrape, type ScrapedSample } from './scrape-lines.ts';

/** One scrape target: what it answered, and the labels that Prometheus adds to every series of it. */
export interface RecordedTarget {
  /** The path of a file in the Prometheus text format: `recordedScrape('redis.prom')`. */
  readonly scrape: string;
  /** `job` and `instance`, and what relabelling adds. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface HistoryOptions {
  readonly targets: readonly RecordedTarget[];
  /** Unix seconds of the last scrape; the moment at which the fixtures were recorded, unless told. */
  readonly end?: number;
  /** How long the history is, in seconds: an hour unless told. */
  readonly seconds?: number;
  /** Seconds between scrapes: 15 unless told. */
  readonly step?: number;
  /** See ShapeOptions: corrects what the TYPE lines say. */
  readonly isCounter?: (name: string) => boolean | undefined;
}

export interface History {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly samples: number;
  /** The OpenMetrics files that were written, together the whole history. */
  readonly files: readonly string[];
}

/**
 * When the fixtures were recorded, in Unix seconds. Histories end here rather than now: a test's answers are the same
 * on every day, and the dates inside the scrapes (a process's start, a container last seen) lie where they did.
 */
export const recordedAt = 1_795_392_345;

/** The path of a scrape in test/fixtures/scrapes. */
export function recordedScrape(name: string): string {
  return fileURLToPath(new URL(`../fixtures/scrapes/${name}`, import.meta.url));
}

/**
 * Writes the history into the directory, series by series, in memory bounded by a hundred series. Each target also
 * gets the series that Prometheus itself adds to a scrape: `up` and its companions.
 *
 * @throws Error for a line that is no sample, and for two targets with the same labels.
 */
export function writeHistory(directory: string, options: HistoryOptions): History {
  const { end = recordedAt, seconds = 3600, step = 15, targets } = options;
  refuseTwins(targets);
  const points = Math.floor(seconds / step) + 1;
  const start = end - (points - 1) * step;
  const parts = openParts(directory, { start, step, points });
  let series = 0;
  for (const { scrape, labels } of targets) {
    const samples = withScrapeSeries(readScrape(readFileSync(scrape, 'utf8'), scrape));
    const shape = shapes(samples, { ...options, points });
    for (const chunk of chunks(samples)) writeChunk(parts, chunk, labels, shape);
    series += samples.length;
  }
  for (const { file } of parts) {
    writeSync(file, '# EOF\n');
    closeSync(file);
  }
  return { start, end, step, samples: series * points, files: parts.map(({ path }) => path) };
}

/** The points of a history that fall into the same half hour. */
interface Part {
  readonly path: string;
  readonly file: number;
  readonly moments: readonly { readonly point: number; readonly time: number }[];
}

/**
 * Seconds of a part. promtool reads its whole input once for each two-hour block, on one core: parts that never cross
 * such a boundary are read once, and side by side.
 */
const partLength = 1800;

function openParts(
  directory: string,
  { start, step, points }: { readonly start: number; readonly step: number; readonly points: number },
): readonly Part[] {
  const moments = Array.from({ length: points }, (_, point) => ({ point, time: start + point * step }));
  const halfHours = new Set(moments.map(({ time }) => Math.floor(time / partLength)));
  return [...halfHours].map((halfHour) => {
    const path = join(directory, `${halfHour}.om`);
    const own = moments.filter(({ time }) => Math.floor(time / partLength) === halfHour);
    return { path, file: openSync(path, 'w'), moments: own };
  });
}

function writeChunk(
  parts: readonly Part[],
  samples: readonly ScrapedSample[],
  target: RecordedTarget['labels'],
  shape: (sample: ScrapedSample) => Curve,
): void {
  for (const { file, moments } of parts) {
    writeSync(file, samples.map((sample) => seriesText(sample, target, shape(sample), moments)).join(''));
  }
}

function refuseTwins(targets: readonly RecordedTarget[]): void {
  const seen = new Set<string>();
  for (const { scrape, labels } of targets) {
    const key = JSON.stringify(Object.entries(labels).sort());
    if (seen.has(key))
      throw new Error(`${scrape}: another target has the labels ${key} too, so their series would mix`);
    seen.add(key);
  }
}

function withScrapeSeries(samples: readonly ScrapedSample[]): readonly ScrapedSample[] {
  const own: readonly (readonly [name: string, value: number])[] = [
    ['up', 1],
    ['scrape_duration_seconds', 0.0125],
    ['scrape_samples_scraped', samples.length],
    ['scrape_samples_post_metric_relabeling', samples.length],
    ['scrape_series_added', 0],
  ];
  return [...samples, ...own.map(([name, value]) => ({ name, family: name, kind: 'gauge', labels: new Map(), value }))];
}

const seriesPerWrite = 100;

function* chunks(samples: readonly ScrapedSample[]): Generator<readonly ScrapedSample[]> {
  for (let from = 0; from < samples.length; from += seriesPerWrite) yield samples.slice(from, from + seriesPerWrite);
}

function seriesText(
  sample: ScrapedSample,
  target: RecordedTarget['labels'],
  curve: Curve,
  moments: Part['moments'],
): string {
  const series = `${sample.name}{${labelText(sample.labels, target)}}`;
  const lines = moments.map(({ point, time }) => `${series} ${curve(point)} ${time}\n`);
  return `# TYPE ${sample.family} ${writtenKind(sample.kind)}\n${lines.join('')}`;
}

/** Prometheus rewrites le="1" to le="1.0", and quantiles alike, but only where the TYPE line says what they are. */
function writtenKind(kind: string): string {
  return kind === 'histogram' || kind === 'summary' ? kind : 'unknown';
}

/** The target's labels win; an exporter's own label of the same name becomes exported_…, as with honor_labels: false. */
function labelText(own: ReadonlyMap<string, string>, target: RecordedTarget['labels']): string {
  const kept = [...own].map(([name, value]) => `${name in target ? exportedName(name, own, target) : name}="${value}"`);
  const added = Object.entries(target).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return [...kept, ...added].join(',');
}

function exportedName(name: string, own: ReadonlyMap<string, string>, target: RecordedTarget['labels']): string {
  const candidate = `exported_${name}`;
  return own.has(candidate) || candidate in target ? exportedName(candidate, own, target) : candidate;
}

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
