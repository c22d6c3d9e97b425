/**
 * A situation as someone on call meets it: series of several exporters over time, and which alerts fire when. Unlike the
 * tests that stand beside each alert, it holds all alerts at once to what happened.
 */

/** How many alerts of a name fire at a moment; `''` stands for all alerts together. */
export type Firing = readonly [at: string, alert: string, count: number];

export interface Situation {
  /** What happens, in one sentence. */
  readonly says: string;
  /** The step between the values. */
  readonly every: '15s' | '1m' | '5m';
  /** Values in promtool's notation by series. */
  readonly given: Readonly<Record<string, string>>;
  readonly firing: readonly Firing[];
  /** The profile whose rules are tried; the one with services that count themselves unless told. */
  readonly profile?: 'instrumented' | 'stock';
}

const TARGETS = {
  redis: { instance: 'redis-exporter:9121', job: 'redis', service: 'redis' },
  postgres: { instance: 'postgres-exporter:9187', job: 'postgres', service: 'db' },
  node: { instance: 'node-exporter:9100', job: 'node', service: 'host' },
  vote: { instance: 'vote:80', job: 'voting-app', group: 'production', service: 'vote' },
  cadvisor: { instance: 'cadvisor:8080', job: 'cadvisor', service: 'cadvisor' },
  page: { instance: 'http://vote:80/', job: 'blackbox', service: 'vote' },
  prober: { instance: 'blackbox-exporter:9115', job: 'blackbox-exporter', service: 'blackbox-exporter' },
  alertmanager: { instance: 'alertmanager:9093', job: 'alertmanager', service: 'alertmanager' },
} as const;

/** A series of one of the targets, as promtool reads it. */
export function of(
  target: keyof typeof TARGETS,
  metric: string,
  labels: Readonly<Record<string, string>> = {},
): string {
  const all = Object.entries({ ...TARGETS[target], ...labels });
  return `${metric}{${all.map(([label, value]) => `${label}="${value}"`).join(',')}}`;
}

/** A value and another one in turns of a minute, every 15 s, for an hour and a half. */
export function inTurns(one: (step: number) => string, other: (step: number) => string): string {
  return Array.from({ length: 360 }, (_, step) => (Math.floor(step / 4) % 2 === 0 ? one(step) : other(step))).join(' ');
}

export const redisUp = of('redis', 'redis_up');
export const polls = of('redis', 'redis_commands_total', { cmd: 'lpop' });
export const pushes = of('redis', 'redis_commands_total', { cmd: 'rpush' });
export const queue = of('redis', 'redis_key_size', { db: 'db0', key: 'votes' });
export const postgresUp = of('postgres', 'pg_up');
const votes = { datname: 'postgres', relname: 'votes', schemaname: 'public' } as const;
export const stored = of('postgres', 'pg_stat_user_tables_n_tup_ins', votes);
export const changed = of('postgres', 'pg_stat_user_tables_n_tup_upd', votes);
export const scanned = of('postgres', 'pg_stat_user_tables_seq_scan', votes);
export const rolledBack = of('postgres', 'pg_stat_database_xact_rollback', { datname: 'postgres' });
