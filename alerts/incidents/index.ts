/** The incidents by name. */
import { up } from 'plainsight/promql';
import { probe_success } from '../../stack/metrics/blackbox.ts';
import { container_start_time_seconds } from '../../stack/metrics/cadvisor.ts';
import { node_filesystem_avail_bytes } from '../../stack/metrics/node.ts';
import {
  pg_scrape_collector_success,
  pg_stat_activity_count,
  pg_stat_database_numbackends,
  pg_stat_database_xact_rollback,
  pg_stat_user_tables_n_tup_ins,
  pg_stat_user_tables_n_tup_upd,
  pg_stat_user_tables_seq_scan,
  pg_up,
} from '../../stack/metrics/postgres.ts';
import {
  redis_commands_rejected_calls_total,
  redis_commands_total,
  redis_connected_clients,
  redis_key_size,
  redis_rdb_last_bgsave_status,
  redis_up,
} from '../../stack/metrics/redis.ts';
import { http_requests_total } from '../../stack/metrics/shared.ts';
import { alloy, blackbox, blackboxExporter, cadvisor, postgres, redis, vote } from '../../stack/targets.ts';
import { WorkerNotPolling } from '../application/pipeline.ts';
import { PostgresConnectionsHigh, PostgresDown } from '../database/postgres.ts';
import { RedisDown, RedisRejectingConnections } from '../database/redis.ts';
import { RedisSaveFailed } from '../database/redis-writes.ts';
import { LogErrorRate, LogsSilent } from '../logs.ts';
import { FreshnessErrorBudgetBurn, VoteErrorBudgetBurn } from '../objectives.ts';
import { ContainerAbsent } from '../system/containers.ts';
import { DiskAlmostFull } from '../system/disk.ts';
import { TargetDown } from '../system/targets.ts';
import { becomes, type Change, gone, type Incident } from './incident.ts';

/** A service of the app ends: its container, and what it exposes itself. */
const serviceGone = (service: 'vote' | 'result' | 'worker'): readonly Change[] => [
  gone({ job: 'cadvisor', service }),
  gone({ job: 'voting-app', service }),
  becomes(up.of(vote), { service }, 0),
];

/** No row is written any more. */
const nothingStored: readonly Change[] = [
  becomes(pg_stat_user_tables_n_tup_ins, { relname: 'votes' }, { perMinute: 0 }),
  becomes(pg_stat_user_tables_n_tup_upd, { relname: 'votes' }, { perMinute: 0 }),
];

/** Nobody takes votes from Redis any more. */
const nobodyTakes: readonly Change[] = [
  becomes(redis_commands_total, { cmd: 'lpop' }, { perMinute: 0 }),
  becomes(redis_key_size, { key: 'votes' }, { perMinute: 60 }),
  ...nothingStored,
];

/** Every vote is answered with an error. */
const votesFail: readonly Change[] = [
  becomes(http_requests_total.of(vote), { service: 'vote', method: 'POST', status: '200' }, { perMinute: 0 }),
  becomes(http_requests_total.of(vote), { service: 'vote', method: 'POST', status: '500' }, { perMinute: 60 }),
];

export const incidents = {
  'database down': {
    what: 'PostgreSQL ends; result ends at its first lost connection, the worker at its first vote.',
    changes: [
      becomes(pg_up, {}, 0),
      gone({ job: 'postgres' }),
      gone({ job: 'cadvisor', service: 'db' }),
      ...serviceGone('result'),
      ...serviceGone('worker'),
      becomes(probe_success, { service: 'result' }, 0),
      becomes(redis_commands_total, { cmd: 'lpop' }, { perMinute: 0 }),
      becomes(redis_key_size, { key: 'votes' }, { perMinute: 60 }),
    ],
    pages: [{ alert: PostgresDown, service: 'db' }],
    tickets: [],
  },
  'vote dead': {
    what: 'vote ends: nobody can vote, and its last line was written.',
    changes: [...serviceGone('vote'), becomes(probe_success, { service: 'vote' }, 0)],
    logged: [{ alert: LogsSilent, service: 'vote', after: 16 }],
    pages: [{ alert: ContainerAbsent, service: 'vote' }],
    tickets: [],
  },
  'result dead': {
    what: 'result ends: people vote, and nobody sees the count.',
    changes: [
      ...serviceGone('result'),
      becomes(probe_success, { service: 'result' }, 0),
      becomes(pg_stat_user_tables_seq_scan, { relname: 'votes' }, { perMinute: 0 }),
    ],
    pages: [{ alert: ContainerAbsent, service: 'result' }],
    tickets: [],
  },
  'result away': {
    what: 'result is away for eight minutes, and is back then.',
    changes: [
      ...serviceGone('result'),
      becomes(probe_success, { service: 'result' }, 0),
      becomes(pg_stat_user_tables_seq_scan, { relname: 'votes' }, { perMinute: 0 }),
    ].map((change) => ({ ...change, lasts: 8 })),
    pages: [{ alert: ContainerAbsent, service: 'result' }],
    tickets: [],
  },
  'Redis down': {
    what: 'Redis ends; the page of vote still opens, and every vote fails, each with an error in the log.',
    logged: [{ alert: LogErrorRate, service: 'vote', after: 9 }],
    changes: [
      gone({ job: 'redis' }),
      becomes(redis_up, {}, 0),
      gone({ job: 'cadvisor', service: 'redis' }),
      ...votesFail,
      ...nothingStored,
    ],
    pages: [{ alert: RedisDown, service: 'redis' }],
    tickets: [],
  },
  'Redis down, and the worker with it': {
    what: 'Redis ends while the worker asks it for a vote: the worker ends at the error.',
    logged: [{ alert: LogErrorRate, service: 'vote', after: 9 }],
    changes: [
      gone({ job: 'redis' }),
      becomes(redis_up, {}, 0),
      gone({ job: 'cadvisor', service: 'redis' }),
      ...serviceGone('worker'),
      ...votesFail,
      ...nothingStored,
    ],
    pages: [{ alert: RedisDown, service: 'redis' }],
    tickets: [],
  },
  'Redis away': {
    what: 'Redis is away for eight minutes, and is back then.',
    changes: [
      gone({ job: 'redis' }, { lasts: 8 }),
      becomes(redis_up, {}, 0, { lasts: 8 }),
      gone({ job: 'cadvisor', service: 'redis' }, { lasts: 8 }),
      ...[...votesFail, ...nothingStored].map((change) => ({ ...change, lasts: 8 })),
    ],
    pages: [{ alert: RedisDown, service: 'redis' }],
    tickets: [],
  },
  'Redis full': {
    what: 'vote leaks connections until Redis has no free slot, for the worker and the exporter neither.',
    logged: [{ alert: LogErrorRate, service: 'vote', after: 12 }],
    changes: [
      becomes(redis_connected_clients, {}, 9_999, { lasts: 3 }),
      gone({ job: 'redis' }, { after: 3 }),
      becomes(redis_up, {}, 0, { after: 3 }),
      ...[...votesFail, ...nothingStored].map((change) => ({ ...change, after: 3 })),
    ],
    pages: [{ alert: RedisRejectingConnections, service: 'redis' }],
    tickets: [],
  },
  'PostgreSQL full': {
    what: 'Somebody takes all that is left of PostgreSQL’s connections. Who has one goes on; the exporter has one, over which it counts sessions, and is refused where it connects anew.',
    changes: [
      becomes(pg_stat_activity_count, { application_name: 'worker', state: 'idle' }, 97),
      ...[
        pg_scrape_collector_success,
        pg_stat_database_numbackends,
        pg_stat_database_xact_rollback,
        pg_stat_user_tables_n_tup_ins,
        pg_stat_user_tables_n_tup_upd,
        pg_stat_user_tables_seq_scan,
      ].map((metric) => becomes(metric, {}, 'gone')),
    ],
    pages: [{ alert: PostgresConnectionsHigh, service: 'db' }],
    tickets: [],
  },
  'PostgreSQL full for long': {
    what: 'Somebody leaks connections until PostgreSQL has none left; result is started again and refused, and so is the exporter.',
    logged: [{ alert: LogErrorRate, service: 'db', after: 12 }],
    changes: [
      becomes(pg_stat_database_numbackends, { datname: 'postgres' }, 99, { lasts: 3 }),
      gone({ job: 'postgres' }, { after: 3 }),
      becomes(pg_up, {}, 0, { after: 3 }),
      becomes(redis_commands_total, { cmd: 'lpop' }, { perMinute: 0 }, { after: 3 }),
      becomes(redis_key_size, { key: 'votes' }, { perMinute: 60 }, { after: 3 }),
    ],
    pages: [{ alert: PostgresConnectionsHigh, service: 'db' }],
    tickets: [],
  },
  'worker dead': {
    what: 'The worker ends, and nobody starts it again.',
    changes: [...serviceGone('worker'), ...nobodyTakes],
    pages: [{ alert: ContainerAbsent, service: 'worker' }],
    tickets: [],
  },
  'worker hangs': {
    what: 'The worker runs, answers scrapes, and takes no votes any more.',
    changes: nobodyTakes,
    pages: [{ alert: WorkerNotPolling, service: 'worker' }],
    tickets: [],
  },
  'worker slow': {
    what: 'Twice as many votes arrive as the worker takes.',
    changes: [
      becomes(redis_commands_total, { cmd: 'rpush' }, { perMinute: 240 }),
      becomes(redis_commands_total, { cmd: 'lpop' }, { perMinute: 120 }),
      becomes(redis_key_size, { key: 'votes' }, { perMinute: 120 }),
      becomes(pg_stat_user_tables_n_tup_ins, { relname: 'votes' }, { perMinute: 120 }),
    ],
    pages: [{ alert: FreshnessErrorBudgetBurn, service: 'worker' }],
    tickets: [],
  },
  'votes fail': {
    what: 'A new version of vote answers every vote with an error, and logs each.',
    logged: [{ alert: LogErrorRate, service: 'vote', after: 9 }],
    changes: votesFail,
    pages: [{ alert: VoteErrorBudgetBurn, service: 'vote' }],
    tickets: [],
  },
  'Redis cannot save': {
    what: 'Redis may not write its snapshot, and refuses votes until it can; the worker ends when it is refused, and what waits goes on waiting.',
    logged: [{ alert: LogErrorRate, service: 'vote', after: 9 }],
    changes: [
      becomes(redis_rdb_last_bgsave_status, {}, 0),
      becomes(redis_commands_rejected_calls_total, { cmd: 'rpush' }, { perMinute: 60 }),
      ...serviceGone('worker'),
      becomes(redis_commands_total, { cmd: 'lpop' }, { perMinute: 0 }),
      becomes(redis_key_size, { key: 'votes' }, 40),
      ...nothingStored,
      ...votesFail,
    ],
    pages: [{ alert: RedisSaveFailed, service: 'redis' }],
    tickets: [],
  },
  'disk full': {
    what: 'The disk fills within minutes; then Redis cannot save any more and refuses votes.',
    changes: [
      becomes(node_filesystem_avail_bytes, { mountpoint: '/' }, { perMinute: -1e10 }),
      becomes(redis_rdb_last_bgsave_status, {}, 0, { after: 12 }),
      becomes(redis_commands_rejected_calls_total, { cmd: 'rpush' }, { perMinute: 60 }, { after: 12 }),
      ...votesFail.map((change) => ({ ...change, after: 12 })),
    ],
    pages: [{ alert: DiskAlmostFull, service: 'host' }],
    // It passes the limit of the warning a minute before the critical one.
    tickets: [{ alert: DiskAlmostFull, service: 'host' }],
  },
  'exporter of Redis gone': {
    what: 'redis_exporter ends. Redis is well, and nobody sees it.',
    changes: [gone({ job: 'redis' }), becomes(up.of(redis), {}, 0)],
    pages: [{ alert: TargetDown, service: 'redis' }],
    tickets: [],
  },
  'exporter of PostgreSQL gone': {
    what: 'postgres_exporter ends. PostgreSQL is well, and nobody sees it.',
    changes: [gone({ job: 'postgres' }), becomes(up.of(postgres), {}, 0)],
    pages: [{ alert: TargetDown, service: 'db' }],
    tickets: [],
  },
  'prober gone': {
    what: 'blackbox_exporter ends. The pages are well, and nobody tries them.',
    changes: [gone({ job: 'blackbox' }), becomes(up.of(blackbox), {}, 0), becomes(up.of(blackboxExporter), {}, 0)],
    pages: [],
    tickets: [{ alert: TargetDown, service: 'blackbox-exporter' }],
  },
  'cAdvisor gone': {
    what: 'cAdvisor ends. The containers are well, and nobody sees them.',
    changes: [gone({ job: 'cadvisor' }), becomes(up.of(cadvisor), {}, 0)],
    pages: [],
    tickets: [{ alert: TargetDown, service: 'cadvisor' }],
  },
  'Alloy gone': {
    what: 'Alloy ends. The services write on, and no line arrives.',
    changes: [gone({ job: 'alloy' }), becomes(up.of(alloy), { service: 'alloy' }, 0)],
    logged: [{ alert: LogsSilent, service: 'vote', after: 16 }],
    pages: [],
    tickets: [{ alert: TargetDown, service: 'alloy' }],
  },
  deploy: {
    what: 'Every service of the app is made anew, one after the other, in a minute each.',
    changes: ['vote', 'result', 'worker'].flatMap((service, after): readonly Change[] => [
      gone({ job: 'cadvisor', service }, { after, lasts: 1 }),
      gone({ job: 'voting-app', service }, { after, lasts: 1 }),
      becomes(up.of(vote), { service }, 0, { after, lasts: 1 }),
      becomes(container_start_time_seconds, { service }, 1_800_000_000, { after: after + 1 }),
    ]),
    pages: [],
    tickets: [],
  },
  'night without votes': {
    what: 'Nobody votes. The worker and result ask on.',
    changes: [
      becomes(redis_commands_total, { cmd: 'rpush' }, { perMinute: 0 }),
      becomes(pg_stat_user_tables_n_tup_ins, { relname: 'votes' }, { perMinute: 0 }),
      becomes(pg_stat_user_tables_n_tup_upd, { relname: 'votes' }, { perMinute: 0 }),
    ],
    pages: [],
    tickets: [],
  },
} as const satisfies Readonly<Record<string, Incident>>;
