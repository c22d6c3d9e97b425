/**
 * The parser against a real Prometheus: every recorded scrape is served over HTTP, scraped, and what Prometheus then
 * knows (families, kinds, help, units, labels, values) is what the parser read, no more and no less.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Family } from '../lib/catalogue/exposition/family.ts';
import { formatOf, parseExposition } from '../lib/catalogue/exposition/parse.ts';
import { collect } from '../lib/catalogue/generate/collect.ts';
import { readFromPrometheus } from '../lib/catalogue/reading/prometheus.ts';
import type { Reading } from '../lib/catalogue/reading/reading.ts';
import { problemLine } from '../lib/units/problem.ts';
import { type Prometheus, startPrometheus } from './support/prometheus.ts';
import { describeWithServer } from './support/servers.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const TYPES = {
  prom: 'text/plain; version=0.0.4; charset=utf-8',
  text: 'text/plain; version=1.0.0; escaping=allow-utf-8; charset=utf-8',
  openmetrics: 'application/openmetrics-text; version=1.0.0; escaping=allow-utf-8; charset=utf-8',
} as const;

interface Served {
  readonly job: string;
  readonly text: string;
  readonly type: string;
}

function scrapesIn(folder: string, prefix: string): readonly Served[] {
  const files = readdirSync(join(fixtures, folder)).filter((file) => file.endsWith('.prom'));
  return files.map((file) => ({
    job: `${prefix}${basename(file, '.prom')}`,
    text: readFileSync(join(fixtures, folder, file), 'utf8'),
    type: TYPES.prom,
  }));
}

function written(name: 'text' | 'openmetrics'): Served {
  return { job: name, text: readFileSync(join(fixtures, 'expositions', `${name}.txt`), 'utf8'), type: TYPES[name] };
}

const served = [
  ...scrapesIn('scrapes', ''),
  ...scrapesIn('scrapes/older', 'older-'),
  written('text'),
  written('openmetrics'),
];

describeWithServer(['prometheus'], 'the parser and a real Prometheus', () => {
  let exporter: Server;
  let prometheus: Prometheus;

  beforeAll(async () => {
    exporter = await serve();
    prometheus = await startPrometheus({ config: configFor(portOf(exporter)) });
    await allScraped(prometheus);
  }, 30_000);

  afterAll(async () => {
    await prometheus?.stop();
    exporter?.close();
  });

  it.each(served)('agree on the families of $job', async ({ job, text }) => {
    expect(described(familiesOf(text))).toEqual(await describedBy(prometheus, job));
  });

  it.each(served)('agree on the series and values of $job', async ({ job, text }) => {
    const samples = familiesOf(text).flatMap((family) => family.samples);
    const ours = samples.map(({ name, labels, value }) => seriesLine(name, Object.fromEntries(labels), value));
    const query = `{job="${job}",__name__!~"up|scrape_.+"}`;
    const theirs = (await prometheus.query(query)).map(
      ({ labels: { __name__ = '', job: _, instance: __, ...own }, value }) => seriesLine(__name__, own, value),
    );
    expect(ours.sort()).toEqual(theirs.sort());
  });

  it.each(served)('agree on the catalogue of $job, read from the text or through the API', async ({ job, text }) => {
    const reading = await readFromPrometheus({ url: prometheus.url, selector: `{job="${job}"}` });
    if (!reading.ok) throw new Error(reading.problems.map(problemLine).join('\n'));
    const { format, families } = { format: formatOf(text), families: familiesOf(text) };
    expect(catalogue(reading.value)).toEqual(catalogue({ from: 'text', format, families }));
  });

  it('name the jobs that are there when one is asked for that is not', async () => {
    const reading = await readFromPrometheus({ url: prometheus.url, selector: '{job="none"}' });
    expect(reading.ok || reading.problems.map(problemLine)).toEqual([
      expect.stringMatching(/found no series in the last hour, .* the jobs there are alertmanager, .*redis, /),
    ]);
  });

  it('says why it refuses a selector', async () => {
    const reading = await readFromPrometheus({ url: prometheus.url, selector: '{job=}' });
    expect(reading.ok || reading.problems.map(problemLine)).toEqual([
      expect.stringContaining('found a refusal: invalid parameter "match[]"'),
    ]);
  });
});

/** Entries as far as Prometheus can know them: it keeps no empty labels, and no family without a series. */
function catalogue(reading: Reading): unknown {
  const collected = collect([reading], []);
  if (!collected.ok) throw new Error(collected.problems.map(problemLine).join('\n'));
  const there = collected.value.entries.filter(({ definition }) => definition.series > 0);
  return there.map(({ definition: { labels, ...definition }, ...entry }) => {
    const filled = Object.entries(labels).map(
      ([label, values]) => [label, values.filter((value) => value !== '')] as const,
    );
    const known = filled.map(([label, values]) => [
      label,
      values.map((value) => (label === 'le' ? Number(value) : value)),
    ]);
    return { ...entry, ...definition, labels: Object.fromEntries(known.filter(([, values]) => values?.length !== 0)) };
  });
}

function familiesOf(text: string): readonly Family[] {
  const exposition = parseExposition(text);
  if ('fault' in exposition) throw new Error(JSON.stringify(exposition.fault));
  return exposition.families;
}

/** Prometheus keeps nothing of a family that no line describes. */
function described(families: readonly Family[]): unknown {
  const told = families.filter(({ kind, help, unit }) => kind !== 'untyped' || help !== '' || unit !== undefined);
  return Object.fromEntries(
    told.map(({ name, kind, help, unit = '' }) => [name, { type: kind === 'untyped' ? 'unknown' : kind, help, unit }]),
  );
}

interface Metadata {
  readonly metric: string;
  readonly type: string;
  readonly help: string;
  readonly unit: string;
}

async function describedBy(prometheus: Prometheus, job: string): Promise<unknown> {
  const query = new URLSearchParams({ match_target: `{job="${job}"}` });
  // The shape of https://prometheus.io/docs/prometheus/latest/querying/api/#querying-target-metadata
  const metadata = (await prometheus.api(`/api/v1/targets/metadata?${query}`)) as readonly Metadata[];
  const told = metadata.filter(({ metric, type, help }) => metric !== '' && (type !== 'unknown' || help !== ''));
  return Object.fromEntries(told.map(({ metric, type, help, unit }) => [metric, { type, help, unit }]));
}

/** Prometheus drops empty labels and writes the bounds `1` and `1.0` alike. */
function seriesLine(name: string, labels: Readonly<Record<string, string>>, value: number): string {
  const own = Object.entries(labels).filter(([, text]) => text !== '');
  const bounded = own.map(([label, text]) => [
    label,
    isBound(label) ? String(Number(text.replace('Inf', 'Infinity'))) : text,
  ]);
  return `${name} ${JSON.stringify(bounded.sort())} ${value}`;
}

function isBound(label: string | undefined): boolean {
  return label === 'le' || label === 'quantile';
}

async function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const found = served.find(({ job }) => request.url === `/${job}`);
    response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain' });
    response.end(found?.text);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the listening socket has no port');
  return address.port;
}

/** The time of the samples does not count: they were recorded long ago. */
function configFor(port: number): string {
  const jobs = served.map(
    ({ job }) =>
      `  - {job_name: ${job}, metrics_path: /${job}, honor_timestamps: false, static_configs: [{targets: ['127.0.0.1:${port}']}]}`,
  );
  return `global: {scrape_interval: 1s, scrape_timeout: 1s}\nscrape_configs:\n${jobs.join('\n')}\n`;
}

async function allScraped(prometheus: Prometheus): Promise<void> {
  const deadline = Date.now() + 50_000;
  while (Date.now() < deadline) {
    const up = await prometheus.query('up');
    if (up.length === served.length && up.every(({ value }) => value === 1)) return;
    await new Promise((soon) => setTimeout(soon, 200));
  }
  throw new Error(`not scraped in time: ${JSON.stringify(await prometheus.api('/api/v1/targets'))}`);
}
