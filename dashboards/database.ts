/** PostgreSQL, which keeps the votes, and Redis, which queues them. */
import { dashboard, row } from 'plainsight';
import * as panel from 'plainsight/panels';
import * as db from '../stack/signals/database.ts';
import { redisRestarted, started } from './annotations.ts';
import { amount, commandColours, lockColours, stateColours } from './colours.ts';
import { firing } from './firing.ts';
import { links } from './links.ts';

export default dashboard({
  uid: 'voting-app-database',
  title: 'Voting app / Database',
  description: 'Connections, query rate and health of PostgreSQL, and the Redis that queues the votes.',
  tags: ['voting-app'],
  colours: { state: stateColours, cmd: commandColours, mode: lockColours },
  links: links('voting-app-database'),
  annotations: [started, redisRestarted],
  rows: [
    row('Health', [
      [
        firing,
        panel.timeseries({
          key: 'connections-history',
          title: 'Connections: all and active',
          height: 7,
          description: db.connections.description,
          queries: [db.connections, db.activeConnections],
          overrides: [
            { query: db.connections, colour: 'purple' },
            { query: db.activeConnections, colour: 'blue' },
          ],
          min: 0,
          decimals: 0,
        }),
        panel.timeseries({
          key: 'query-rate',
          title: 'Query rate over time',
          height: 7,
          description: db.transactions.description,
          queries: [db.commits, db.rollbacks, db.unexpectedRollbacks],
          overrides: [
            { query: db.commits, colour: 'blue' },
            { query: db.rollbacks, colour: 'purple' },
            { query: db.unexpectedRollbacks, colour: 'orange' },
          ],
          min: 0,
        }),
      ],
      [
        panel.stat(db.postgresUp, { colour: 'background' }),
        panel.stat(db.redisUp, { colour: 'background' }),
        panel.stat(db.connectionShare, { decimals: 0 }),
        panel.stat(db.transactions, { decimals: 1 }),
        panel.stat(db.liveRows),
        panel.stat(db.redisSaved, { colour: 'background' }),
      ],
    ]),
    row('Connections and queries', [
      [
        panel.timeseries(db.sessions, { by: ['state'], stack: 'normal', min: 0, decimals: 0 }),
        panel.timeseries(db.longestTransaction, { by: ['state'], min: 0 }),
        panel.timeseries(db.cacheHits, { softMin: 0.9, max: 1 }),
        panel.timeseries({
          key: 'rows',
          title: 'Rows read and inserted',
          description: db.rowsRead.description,
          queries: [db.rowsRead, db.rowsWritten],
          overrides: [
            { query: db.rowsRead, colour: 'blue' },
            { query: db.rowsWritten, colour: 'purple' },
          ],
          min: 0,
        }),
      ],
    ]),
    row('Redis', [
      [
        panel.timeseries(db.redisCommands, { by: ['cmd'], min: 0 }),
        panel.timeseries(db.redisCommandTime, { by: ['cmd'], min: 0, softMax: 0.0001 }),
        panel.timeseries(db.redisMemory, { overrides: amount(db.redisMemory), min: 0 }),
      ],
    ]),
    row(
      'PostgreSQL in detail',
      [
        [
          panel.stat(db.vitalStatistics, { by: ['collector'], show: 'value and name', colour: 'background' }),
          panel.stat(db.otherStatistics, { by: ['collector'], show: 'value and name', colour: 'background' }),
        ],
        [
          panel.stat(db.deadlocks),
          panel.stat(db.lockWait),
          panel.stat(db.idleInTransaction, { by: ['state'] }),
          panel.stat(db.temporaryFiles),
        ],
        [
          panel.timeseries(db.locks, { by: ['mode'], min: 0 }),
          panel.timeseries(db.deadRows, { overrides: amount(db.deadRows), min: 0 }),
        ],
      ],
      { collapsed: true },
    ),
    row(
      'Redis in detail',
      [
        [
          panel.stat(db.redisRefused, { by: ['cmd'] }),
          panel.stat(db.redisRefusing, { by: ['cmd'] }),
          panel.stat(db.redisUptime),
        ],
        [panel.stat(db.redisRejected), panel.stat(db.redisEvicted)],
        [
          panel.timeseries(db.redisClients, { overrides: amount(db.redisClients), min: 0 }),
          panel.timeseries(db.redisClientShare, { min: 0 }),
          panel.timeseries(db.redisMemoryShare, { min: 0, max: 1 }),
        ],
      ],
      { collapsed: true },
    ),
  ],
});
