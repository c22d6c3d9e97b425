/**
 * What stands in for servers that cannot be had: recorded scrapes of cAdvisor, Loki and Alloy, whose counters advance. It
 * is a process of its own, so that it answers as promptly as theirs would. The containers are those of the running
 * services: one that has ended has no series, one that was started again has another time of start.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { recordedScrape } from '../support/history.ts';
import { COUNTED_FILE, DISCARDED_FILE, type RunningServices, runningFile } from './running.ts';

const GRAFANA = '# TYPE grafana_http_request_in_flight gauge\ngrafana_http_request_in_flight 0\n';

const [home = '', ...ports] = process.argv.slice(2);
const [cadvisor, loki, alloy] = ['cadvisor-compose', 'loki', 'alloy'].map((name) => advancing(`${name}.prom`));

/** In the order of the ports that it is given. */
const EXPOSITIONS: readonly (() => string)[] = [
  () => containersOf(cadvisor?.() ?? '', runningNow()),
  () => `${loki?.()}${readFileSync(`${home}/${DISCARDED_FILE}`, 'utf8')}`,
  () => `${alloy?.()}${readFileSync(`${home}/${COUNTED_FILE}`, 'utf8')}`,
  () => GRAFANA,
];

for (const [index, exposition] of EXPOSITIONS.entries()) {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/plain; version=0.0.4');
    response.end(exposition());
  });
  server.listen(Number(ports[index]), '127.0.0.1');
}

/** Unix seconds since when each service runs; one that has ended is missing. */
function runningNow(): ReadonlyMap<string, number> {
  const running = JSON.parse(readFileSync(runningFile(home), 'utf8')) as RunningServices;
  return new Map(
    Object.entries(running).flatMap(([name, { pid, since }]) => (isAlive(pid) ? [[name, since] as const] : [])),
  );
}

/** A process that has ended keeps its id until the one that started it takes note. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    // Not every system has /proc.
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
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
