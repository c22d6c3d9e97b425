/**
 * The same verdict as a real Prometheus: every text of the tables is served over HTTP and scraped, refused here where it is
 * refused there, and else read as the same series. So are answers whose content type no scrape takes.
 */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exposedText } from '../lib/catalogue/exposition/bytes.ts';
import type { Format, Sample } from '../lib/catalogue/exposition/family.ts';
import { parseExposition } from '../lib/catalogue/exposition/parse.ts';
import { readFromAddress } from '../lib/catalogue/reading/read.ts';
import { OPENMETRICS_VERDICTS } from './support/expositions/openmetrics.ts';
import { TEXT_VERDICTS } from './support/expositions/text.ts';
import { bytesOf, titleOf, type Verdict } from './support/expositions/verdict.ts';
import { type Prometheus, startPrometheus } from './support/prometheus.ts';
import { describeWithServer } from './support/servers.ts';

const TYPES: Readonly<Record<Format, string>> = {
  'prometheus text': 'text/plain; version=0.0.4; charset=utf-8',
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
};

interface Served {
  readonly job: string;
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Empty where only the content type matters. */
  readonly format: Format | '';
}

function rows(verdicts: readonly Verdict[], format: Format): readonly Served[] {
  return verdicts.map(([exposed], index) => ({
    job: `${format === 'openmetrics' ? 'om' : 'text'}-${index}`,
    title: titleOf(exposed),
    bytes: bytesOf(exposed),
    type: TYPES[format],
    format,
  }));
}

const PLAIN = Buffer.from('a 1\n');
const CONTENT_TYPES = [
  '',
  'text/plain',
  'TEXT/PLAIN',
  'text/plain; version=1.0.0; escaping=allow-utf-8',
  'text/html',
  'application/json',
  'application/octet-stream',
  'garbage',
  'application/openmetrics-text; version=2.0.0',
];
const texts = [...rows(TEXT_VERDICTS, 'prometheus text'), ...rows(OPENMETRICS_VERDICTS, 'openmetrics')];
const types = CONTENT_TYPES.map((type, index): Served => {
  const bytes = type.includes('openmetrics') ? Buffer.from('a 1\n# EOF\n') : PLAIN;
  return { job: `type-${index}`, title: type || 'none', bytes, type, format: '' };
});
const served = [...texts, ...types];

interface Told {
  readonly up: boolean;
  readonly series: readonly string[];
}

describeWithServer(['prometheus'], 'the verdict of a real Prometheus', () => {
  let exporter: Server;
  let prometheus: Prometheus;
  const told = new Map<string, Told>();

  beforeAll(async () => {
    exporter = await serve();
    prometheus = await startPrometheus({ config: configFor(portOf(exporter)) });
    const health = await allScraped(prometheus);
    for (const { job } of served) {
      const found = await prometheus.query(`{job="${job}",__name__!~"up|scrape_.+"}`);
      told.set(job, { up: health.get(job) === 'up', series: found.map(({ labels }) => seriesText(labels)).sort() });
    }
  }, 120_000);

  afterAll(async () => {
    await prometheus?.stop();
    exporter?.close();
  });

  it.each(texts)('on $format $title', ({ job, bytes, format }) => {
    const exposition = parseExposition(exposedText(bytes), format === '' ? undefined : format);
    const ours: Told =
      'fault' in exposition
        ? { up: false, series: [] }
        : { up: true, series: exposition.families.flatMap(({ samples }) => samples.map(textOf)).sort() };
    expect({ ...ours, series: [...new Set(ours.series)] }).toEqual(told.get(job));
  });

  it.each(types)('on the content type $title', async ({ job }) => {
    const reading = await readFromAddress(`http://127.0.0.1:${portOf(exporter)}/${job}`);
    expect(reading.ok).toBe(told.get(job)?.up);
  });
});

function textOf({ name, labels }: Sample): string {
  return seriesText({ ...Object.fromEntries(labels), __name__: name });
}

/** Prometheus drops empty labels and writes the bounds `1` and `1.0` alike; the target's labels are not the text's. */
function seriesText(labels: Readonly<Record<string, string>>): string {
  const own = Object.entries(labels).filter(([label, text]) => text !== '' && label !== 'job' && label !== 'instance');
  const bounded = own.map(([label, text]) => [label, label === 'le' || label === 'quantile' ? boundText(text) : text]);
  return JSON.stringify(bounded.sort());
}

function boundText(text: string): string {
  const number = Number(text.replace(/inf$/i, 'Infinity'));
  return Number.isNaN(number) ? text : String(number);
}

async function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const found = served.find(({ job }) => request.url === `/${job}`);
    response.writeHead(found ? 200 : 404, found && found.type !== '' ? { 'content-type': found.type } : {});
    response.end(found?.bytes);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the listening socket has no port');
  return address.port;
}

/** The time of the samples does not count: it lies half a century back. */
function configFor(port: number): string {
  const jobs = served.map(
    ({ job }) =>
      `  - {job_name: ${job}, metrics_path: /${job}, honor_timestamps: false, static_configs: [{targets: ['127.0.0.1:${port}']}]}`,
  );
  return `global: {scrape_interval: 2s, scrape_timeout: 2s}\nscrape_configs:\n${jobs.join('\n')}\n`;
}

interface Targets {
  readonly activeTargets: readonly { readonly health: string; readonly labels: { readonly job: string } }[];
}

/** The health of each job, once it was scraped. */
async function allScraped(prometheus: Prometheus): Promise<ReadonlyMap<string, string>> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    // The shape of https://prometheus.io/docs/prometheus/latest/querying/api/#targets
    const { activeTargets } = (await prometheus.api('/api/v1/targets?state=active')) as Targets;
    const known = activeTargets.filter(({ health }) => health !== 'unknown');
    if (known.length === served.length) return new Map(known.map(({ labels, health }) => [labels.job, health]));
    await new Promise((soon) => setTimeout(soon, 300));
  }
  throw new Error('not scraped in time');
}
