/** PostgreSQL, which keeps the votes, and Redis, which queues them. */
import {
  count,
  dashboard,
  gaugePanel,
  perSecond,
  row,
  show,
  stat,
  text,
  timeseries,
  timeseriesOf,
} from '../lib/index.ts';
import * as db from '../stack/signals/database.ts';
import { links } from './links.ts';

const transactions = perSecond('transactions');
const rows = perSecond('rows');

export default dashboard({
  uid: 'voting-app-database',
  title: 'Voting app / Database',
  description: 'Connections, query rate and health of PostgreSQL, and the Redis that queues the votes.',
  tags: ['voting-app'],
  links: links('voting-app-database'),
  rows: [
    row('Health', [
      [
        stat(db.postgresUp, { colour: 'background', sparkline: 'none' }),
        stat(db.redisUp, { colour: 'background', sparkline: 'none' }),
        gaugePanel(db.connectionShare, { min: 0, max: 1, height: 4 }),
        stat(db.transactions, { decimals: 1 }),
        stat(db.liveRows),
        stat(db.redisSaved, { colour: 'background', sparkline: 'none' }),
      ],
    ]),
    row('Connections and queries', [
      [
        timeseriesOf({
          key: 'connections-against-limit',
          title: 'Active connections',
          description: db.connections.description,
          unit: count('connections'),
          lines: [show(db.connections), show(db.connectionLimit)],
          overrides: [{ line: db.connectionLimit.id, style: 'dashed', colour: 'red' }],
          min: 0,
        }),
        timeseries(db.sessions, { by: ['state'], legend: (l) => text`${l.state}`, stack: 'normal', fill: 20, min: 0 }),
        timeseriesOf({
          key: 'query-rate',
          title: 'Query rate',
          description: db.transactions.description,
          unit: transactions,
          lines: [show(db.commits), show(db.rollbacks), show(db.unexpectedRollbacks)],
          min: 0,
        }),
      ],
      [
        timeseries(db.longestTransaction, { by: ['state'], legend: (l) => text`${l.state}`, min: 0 }),
        timeseries(db.cacheHits, { max: 1 }),
        timeseriesOf({
          key: 'rows',
          title: 'Rows fetched and inserted',
          description: 'Rows per second that queries of the app read and wrote.',
          unit: rows,
          lines: [show(db.rowsRead), show(db.rowsWritten)],
          min: 0,
        }),
      ],
    ]),
    row('Redis', [
      [
        timeseries(db.redisCommands, { by: ['cmd'], legend: (l) => text`${l.cmd}`, min: 0 }),
        timeseries(db.redisCommandTime, { by: ['cmd'], legend: (l) => text`${l.cmd}`, min: 0 }),
        timeseries(db.redisMemory, { min: 0, fill: 10 }),
      ],
    ]),
    row(
      'PostgreSQL in detail',
      [
        [
          timeseries(db.locks, { by: ['mode'], legend: (l) => text`${l.mode}`, min: 0 }),
          timeseries(db.deadlocks, { draw: 'bars', min: 0 }),
        ],
        [
          timeseries(db.idleInTransaction, { by: ['state'], legend: (l) => text`${l.state}`, min: 0 }),
          timeseries(db.deadRows, { min: 0 }),
          timeseries(db.temporaryFiles, { min: 0 }),
        ],
      ],
      { collapsed: 'yes' },
    ),
    row(
      'Redis in detail',
      [
        [timeseries(db.redisClients, { min: 0 }), timeseries(db.redisMemoryShare, { min: 0, max: 1 })],
        [
          timeseries(db.redisEvicted, { draw: 'bars', min: 0 }),
          timeseries(db.redisRejected, { draw: 'bars', min: 0 }),
          timeseries(db.redisRefused, { by: ['cmd'], legend: (l) => text`${l.cmd}`, draw: 'bars', min: 0 }),
          timeseries(db.redisUptime, { min: 0 }),
        ],
      ],
      { collapsed: 'yes' },
    ),
  ],
});
