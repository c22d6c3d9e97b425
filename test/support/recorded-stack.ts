/** The recorded scrapes of the voting app's exporters, with the labels that the stack's scrape jobs give them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedTarget } from './history.ts';
import { recordedScrape } from './history.ts';

const app = { job: 'voting-app', group: 'production' } as const;

function scrape(name: string, labels: Readonly<Record<string, string>>): RecordedTarget {
  return { scrape: recordedScrape(`${name}.prom`), labels };
}

const CONTAINERS = ['vote', 'result', 'worker', 'redis', 'db'] as const;

/** Targets for `replay()`. What metric relabelling does per series is done here per file, in `folder`. */
export function recordedStack(folder: string): readonly RecordedTarget[] {
  return [
    scrape('vote', { ...app, instance: 'vote:80', service: 'vote' }),
    scrape('result', { ...app, instance: 'result:80', service: 'result' }),
    scrape('worker', { ...app, instance: 'worker:80', service: 'worker' }),
    scrape('redis', { job: 'redis', instance: 'redis-exporter:9121', service: 'redis' }),
    scrape('postgres', { job: 'postgres', instance: 'postgres-exporter:9187', service: 'db' }),
    scrape('node', { job: 'node', instance: 'node-exporter:9100', service: 'host' }),
    scrape('blackbox', { job: 'blackbox', instance: 'http://vote:80/', service: 'vote' }),
    scrape('blackbox', { job: 'blackbox', instance: 'http://result:80/', service: 'result' }),
    scrape('blackbox-self', {
      job: 'blackbox-exporter',
      instance: 'blackbox-exporter:9115',
      service: 'blackbox-exporter',
    }),
    scrape('prometheus', { job: 'prometheus', instance: 'localhost:9090', service: 'prometheus' }),
    scrape('alertmanager', { job: 'alertmanager', instance: 'alertmanager:9093', service: 'alertmanager' }),
    scrape('loki', { job: 'loki', instance: 'loki:3100', service: 'loki' }),
    scrape('alloy', { job: 'alloy', instance: 'alloy:12345', service: 'alloy' }),
    countedInLogs(folder),
    ...containers(folder),
  ];
}

/** What Alloy counts in access logs is about the service that wrote them; a scrape without log lines has none of it. */
function countedInLogs(folder: string): RecordedTarget {
  const path = join(folder, 'alloy-requests.prom');
  const lines = [
    '# TYPE log_http_requests_total counter',
    'log_http_requests_total{method="GET",route="/",status="200"} 96',
    'log_http_requests_total{method="POST",route="/",status="200"} 48',
    'log_http_requests_total{method="POST",route="/",status="500"} 1',
    '',
  ];
  writeFileSync(path, lines.join('\n'));
  return { scrape: path, labels: { job: 'alloy', instance: 'alloy:12345', service: 'vote' } };
}

function containers(folder: string): readonly RecordedTarget[] {
  const lines = readFileSync(recordedScrape('cadvisor-compose.prom'), 'utf8').split('\n');
  const labels = { job: 'cadvisor', instance: 'cadvisor:8080' } as const;
  return [...CONTAINERS, ''].map((service) => {
    const mark = `container_label_com_docker_compose_service="${service}"`;
    const own = lines.filter(
      (line) => line.startsWith('#') || (service === '' ? !isOfService(line) : line.includes(mark)),
    );
    const path = join(folder, `cadvisor-${service || 'host'}.prom`);
    writeFileSync(path, own.join('\n'));
    return { scrape: path, labels: { ...labels, service: service || 'cadvisor' } };
  });
}

function isOfService(line: string): boolean {
  return CONTAINERS.some((service) => line.includes(`container_label_com_docker_compose_service="${service}"`));
}
