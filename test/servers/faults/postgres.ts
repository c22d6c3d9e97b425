/** Faults of PostgreSQL, and of what measures it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { withThresholds } from 'plainsight';
import { idleInTransaction, lockWait } from '../../../stack/signals/database/transactions.ts';
import { openSession, type Session } from '../session.ts';
import type { Stack } from '../stack.ts';
import { crash, type Fault, replace, SOON } from './fault.ts';

const sessions = new WeakMap<Stack, readonly Session[]>();

async function open(stack: Stack, count: number): Promise<readonly Session[]> {
  const opened = await Promise.all(Array.from({ length: count }, () => openSession(stack.place)));
  sessions.set(stack, opened);
  return opened;
}

async function closeAll(stack: Stack): Promise<void> {
  for (const session of sessions.get(stack) ?? []) session.close();
}

export const postgresFaults: readonly Fault[] = [
  {
    name: 'postgres-killed',
    title: 'PostgreSQL is killed',
    situation: 'PostgreSQL is down, with few connections before',
    incident: 'database down',
    // Without it, its exporter takes a second and more to answer: a scrape must wait for longer than that.
    tempo: 5,
    tells: ['PostgresDown db'],
    make: (stack) => crash(stack, 'db', 'SIGQUIT'),
    mend: async (stack) => {
      await stack.start('db');
      await Promise.all([stack.start('worker'), stack.start('result')]);
    },
  },
  {
    name: 'postgres-back-alone',
    title: 'PostgreSQL was away for a moment; worker and result ended with it',
    tells: ['ContainerAbsent worker', 'ContainerAbsent result'],
    make: async (stack) => {
      await crash(stack, 'db', 'SIGQUIT');
      await stack.start('db');
    },
    mend: (stack) => Promise.all([stack.start('worker'), stack.start('result')]),
  },
  {
    name: 'postgres-many-connections',
    title: 'Somebody holds most of PostgreSQL’s connections',
    before: SOON,
    tells: ['PostgresConnectionsHigh db'],
    make: (stack) => open(stack, 85),
    mend: closeAll,
  },
  {
    name: 'postgres-out-of-connections',
    title: 'PostgreSQL has no connection left, all at once',
    incident: 'PostgreSQL full',
    // The exporter gets no further one either, and counts sessions over the one that it has.
    tells: ['PostgresConnectionsHigh db'],
    make: (stack) => open(stack, 97),
    mend: closeAll,
  },
  {
    name: 'transaction-left-idle',
    title: 'A transaction is left open',
    before: SOON,
    tells: ['PostgresIdleInTransaction db'],
    // Five minutes, in the stack's time.
    steps: [withThresholds(idleInTransaction, { warning: 20 })],
    make: async (stack) => {
      const [session] = await open(stack, 1);
      session?.send('BEGIN; SELECT 1');
    },
    mend: closeAll,
  },
  {
    name: 'lock-held',
    title: 'A statement waits for a lock',
    before: SOON,
    situation: 'a statement waits for a lock for a quarter of an hour',
    tells: ['PostgresLockWait db'],
    steps: [withThresholds(lockWait, { warning: 40 })],
    make: async (stack) => {
      // A row, not the table: whoever locks a table locks out the exporter, which measures its size.
      await stack.sql('CREATE TABLE held AS SELECT 1 AS id');
      const [holder, waiter] = await open(stack, 2);
      holder?.send('BEGIN; UPDATE held SET id = 1; SELECT pg_sleep(600)');
      await sleep(500);
      waiter?.send('UPDATE held SET id = 2');
    },
    mend: async (stack) => {
      await stack.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%held%' AND pid <> pg_backend_pid()",
      );
      await closeAll(stack);
    },
  },
  {
    name: 'deadlock',
    title: 'Two transactions wait for each other',
    before: SOON,
    tells: ['PostgresDeadlocks db'],
    make: async (stack) => {
      await stack.sql('CREATE TABLE crossed AS SELECT id FROM generate_series(1, 2) AS id');
      const [one, other] = await open(stack, 2);
      one?.send('BEGIN; UPDATE crossed SET id = id WHERE id = 1');
      other?.send('BEGIN; UPDATE crossed SET id = id WHERE id = 2');
      await sleep(500);
      one?.send('UPDATE crossed SET id = id WHERE id = 2');
      other?.send('UPDATE crossed SET id = id WHERE id = 1');
      await sleep(3_000);
      // It is counted when the transaction that lost is over, as its application ends it.
      one?.send('ROLLBACK');
      other?.send('ROLLBACK');
    },
    mend: closeAll,
  },
  {
    name: 'statements-fail',
    title: 'Somebody’s statements fail, again and again',
    before: SOON,
    tells: ['PostgresUnexpectedRollbacks db'],
    make: async (stack) => {
      // A row that is there already: what fails before it has touched a table is not counted before something else is.
      await stack.sql('CREATE TABLE once AS SELECT 1 AS id; ALTER TABLE once ADD UNIQUE (id)');
      const [session] = await open(stack, 1);
      const failing = setInterval(() => session?.send('INSERT INTO once VALUES (1)'), 500);
      sessions.set(stack, [{ send: () => {}, close: () => clearInterval(failing) }, ...(session ? [session] : [])]);
    },
    mend: closeAll,
  },
  {
    name: 'table-unseen',
    title: 'postgres_exporter looks at another database',
    before: SOON,
    tells: ['PostgresStatsMissing db'],
    make: (stack) =>
      replace(stack, 'postgres-exporter', {
        DATA_SOURCE_URI: `127.0.0.1:${stack.place.port['db:5432']}/template1?sslmode=disable`,
      }),
    mend: (stack) => replace(stack, 'postgres-exporter'),
  },
];
