/**
 * PostgreSQL and Redis.
 *
 * The votes live in the database `postgres`; the templates and the statistics of the server as a whole (an empty
 * database name) are left out.
 */

export { otherStatistics, postgresUp, redisUp, vitalStatistics } from './database/answers.ts';
export {
  activeConnections,
  cacheHits,
  connectionShare,
  connections,
  deadRows,
  liveRows,
  rowsRead,
  rowsWritten,
  sessions,
  temporaryFiles,
} from './database/postgres.ts';
export {
  redisClientShare,
  redisClients,
  redisCommands,
  redisCommandTime,
  redisMemory,
  redisMemoryShare,
  redisUptime,
} from './database/redis.ts';
export { redisEvicted, redisRefused, redisRefusing, redisRejected, redisSaved } from './database/redis-writes.ts';
export {
  commits,
  deadlocks,
  idleInTransaction,
  locks,
  lockWait,
  longestTransaction,
  rollbacks,
  transactions,
  unexpectedRollbacks,
} from './database/transactions.ts';
