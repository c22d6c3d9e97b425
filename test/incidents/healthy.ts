/**
 * The voting app when all is well, as series over an hour: those that a rule reads, with the values of the recorded
 * scrapes, and what moves of them when people vote.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change, Fate } from '../../alerts/incidents/incident.ts';
import { recordedStack } from '../support/recorded-stack.ts';
import { readScrape } from '../support/scrape-lines.ts';

/** Minutes of health before an incident, and of the incident. */
export const HEALTHY = 60;
export const LASTS = 20;

export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly start: number;
  readonly perMinute: number;
}

/** What a healthy system does in a minute: a vote each second, ten looks into the queue, one of result into the table. */
const MOVING: readonly (readonly [name: string, labels: Readonly<Record<string, string>>, perMinute: number])[] = [
  ['redis_commands_total', { cmd: 'rpush' }, 60],
  ['redis_commands_total', { cmd: 'lpop' }, 600],
  ['pg_stat_user_tables_n_tup_ins', { relname: 'votes' }, 60],
  ['pg_stat_user_tables_seq_scan', { relname: 'votes' }, 60],
  ['http_requests_total', { service: 'vote', method: 'POST', status: '200' }, 60],
];

/** What the recorded app had not met: votes that fail. */
const ADDED: readonly Series[] = [
  {
    name: 'http_requests_total',
    labels: {
      group: 'production',
      job: 'voting-app',
      instance: 'vote:80',
      service: 'vote',
      method: 'POST',
      route: '/',
      status: '500',
    },
    start: 0,
    perMinute: 0,
  },
];

/** What Prometheus adds to each scrape, whether its target answers or not. */
function scraped(labels: Series['labels']): readonly Series[] {
  return [
    { name: 'up', labels, start: 1, perMinute: 0 },
    { name: 'scrape_duration_seconds', labels, start: 0.0125, perMinute: 0 },
  ];
}

/** The series of these metrics. */
export function healthy(metrics: ReadonlySet<string>): readonly Series[] {
  const folder = mkdtempSync(join(tmpdir(), 'healthy-'));
  try {
    return recordedStack(folder).flatMap(({ scrape, labels: target }) => {
      const read = readScrape(readFileSync(scrape, 'utf8'), scrape).filter(({ name }) => metrics.has(name));
      const series = read.map(({ name, labels, value }) =>
        moving({ name, labels: { ...Object.fromEntries(labels), ...target }, start: value, perMinute: 0 }),
      );
      // The scrape of cAdvisor is in parts, by service.
      const isPart = target.job === 'cadvisor' && target.service !== 'cadvisor';
      const added = ADDED.filter(({ labels, name }) => labels.service === target.service && metrics.has(name));
      return [...(isPart ? [] : scraped(target)), ...series, ...(target.job === 'voting-app' ? added : [])];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function moving(series: Series): Series {
  const found = MOVING.find(([name, labels]) => name === series.name && has(series, labels));
  return found === undefined ? series : { ...series, perMinute: found[2] };
}

function has({ labels }: Series, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([label, value]) => labels[label] === value);
}

/** Whether a change is about a series. */
export function changes({ metric, labels }: Change, series: Series): boolean {
  return (
    (metric === undefined ? !/^(?:up|scrape_.*)$/.test(series.name) : metric === series.name) && has(series, labels)
  );
}

/** A value for each minute, in promtool's notation: a series that ends is marked as Prometheus marks it. */
export function valuesOf(series: Series, all: readonly Change[]): string {
  const own = all.filter((change) => changes(change, series));
  const values: string[] = [];
  let value = series.start + beforehand(series);
  for (let minute = 0; minute <= HEALTHY + LASTS; minute += 1) {
    const fate = fateAt(own, minute - HEALTHY);
    const wasGone = fateAt(own, minute - 1 - HEALTHY) === 'gone';
    if (fate === 'gone') {
      values.push(wasGone ? '_' : 'stale');
      continue;
    }
    value = next(value, series, fate);
    // The first value alone is from three days ago.
    values.push(String(minute === 0 ? series.start : value));
  }
  return values.join(' ');
}

const THREE_DAYS = 3 * 24 * 60;

/**
 * What people did in the days before: objectives look back on them. Other counters are looked at over the last hour at
 * most, and need none of it.
 */
function beforehand({ name, perMinute }: Series): number {
  return name === 'http_requests_total' ? perMinute * THREE_DAYS : 0;
}

function fateAt(own: readonly Change[], minute: number): Fate | undefined {
  // What is said of one metric goes before what is said of all.
  const at = own.filter(({ after, lasts }) => minute >= after && minute < after + lasts);
  return (at.find(({ metric }) => metric !== undefined) ?? at[0])?.to;
}

function next(value: number, { start, perMinute }: Series, fate: Fate | undefined): number {
  if (typeof fate === 'number') return fate;
  if (typeof fate === 'object') return Math.max(0, value + fate.perMinute);
  // A gauge is what it was before; a counter goes on.
  return perMinute === 0 ? start : value + perMinute;
}
