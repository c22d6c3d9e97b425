/**
 * What stands in for servers that cannot be had: recorded scrapes of cAdvisor, Loki and Alloy, whose counters advance.
 * The containers are those of the running services: one that has ended has no series, one that was started again has
 * another time of start.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { recordedScrape } from '../support/history.ts';
import type { Counted } from './logs.ts';
import type { Place } from './place.ts';

/** Unix seconds since when each running service runs; one that does not run is missing. */
export type RunningSince = () => ReadonlyMap<string, number>;

export interface Recorded {
  stop(): void;
}

const GRAFANA = '# TYPE grafana_http_request_in_flight gauge\ngrafana_http_request_in_flight 0\n';

export async function serveRecorded(
  { port }: Place,
  running: RunningSince,
  counted: () => readonly Counted[],
): Promise<Recorded> {
  const [cadvisor, loki, alloy] = ['cadvisor-compose', 'loki', 'alloy'].map((name) => advancing(`${name}.prom`));
  const servers = await Promise.all([
    serve(port['cadvisor:8080'], () => containersOf(cadvisor?.() ?? '', running())),
    serve(port['loki:3100'], () => loki?.() ?? ''),
    serve(port['alloy:12345'], () => `${alloy?.()}${exposed(counted())}`),
    serve(port['grafana:3000'], () => GRAFANA),
  ]);
  return {
    stop() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

async function serve(port: number, exposition: () => string): Promise<Server> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/plain; version=0.0.4');
    response.end(exposition());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** A recording took an hour, as it were: in that time each counter came from 0 to what was recorded. */
const RECORDED_SECONDS = 3_600;

/** The recorded text with its counters as they are by now, and without the times of the recording. */
function advancing(name: string): () => string {
  const started = Date.now();
  const text = readFileSync(recordedScrape(name), 'utf8');
  const counters = new Set([...text.matchAll(/^# TYPE (\S+) (?:counter|histogram|summary)$/gm)].map(([, of]) => of));
  const lines = text.split('\n').map((line) => {
    const [, series = '', name = '', value = ''] = /^(([^#\s{]+)(?:\{.*\})?) (\S+)(?: \d+)?$/.exec(line) ?? [];
    const counts = counters.has(name) || counters.has(name.replace(/_(?:bucket|sum|count)$/, ''));
    // Loki was not ready yet when its recording began: that failed then, and does not go on failing.
    const advances = counts && !/status_code="5/.test(series);
    return { line, series, value: Number(value), advances };
  });
  return () => {
    const advanced = 1 + (Date.now() - started) / 1000 / RECORDED_SECONDS;
    return lines
      .map(({ line, series, value, advances }) =>
        series === '' ? line : `${series} ${written(advances ? value * advanced : value)}`,
      )
      .join('\n');
  };
}

function written(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
}

const SERVICE = /container_label_com_docker_compose_service="(\w+)"/;

/** The series of containers that run; they are seen now, and have the start of their process. */
function containersOf(text: string, running: ReadonlyMap<string, number>): string {
  const now = Date.now() / 1000;
  return text
    .split('\n')
    .flatMap((line) => {
      const [, service] = SERVICE.exec(line) ?? [];
      if (service === undefined) return [line];
      const since = running.get(service);
      if (since === undefined) return [];
      if (line.startsWith('container_last_seen{')) return [line.replace(/ \S+$/, ` ${now}`)];
      return [line.startsWith('container_start_time_seconds{') ? line.replace(/ \S+$/, ` ${since}`) : line];
    })
    .join('\n');
}

function exposed(counted: readonly Counted[]): string {
  const lines = counted.map(({ metric, labels, value }) => {
    const pairs = Object.entries(labels).map(([name, text]) => `${name}=${JSON.stringify(text)}`);
    return `${metric}{${pairs.join(',')}} ${value}`;
  });
  const names = new Set(counted.map(({ metric }) => metric));
  return [...[...names].map((name) => `# TYPE ${name} counter`), ...lines, ''].join('\n');
}
