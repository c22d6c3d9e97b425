/**
 * worker: takes a vote from Redis every 100 ms and writes it to PostgreSQL. A vote of a known voter is a failed INSERT and
 * an UPDATE. When it loses the database it ends, as the original does: its INSERT fails, and the UPDATE that follows
 * is caught by nobody.
 */
import { Redis } from 'ioredis';
import pg from 'pg';
import { Counter, Histogram } from 'prom-client';
import { database, redis as place, sleep } from './settings.ts';
import { serve } from './web.ts';

/** Milliseconds between two looks into the queue; a slower worker is a fault to try. */
const PAUSE = Number(process.env.PAUSE_MS ?? 100);

/** A worker that hangs takes no votes, while what serves its metrics goes on: a signal makes it, and ends it again. */
let hangs = false;
process.on('SIGUSR2', () => {
  hangs = !hangs;
});

/**
 * PostgreSQL counts what a session did ten seconds after its last statement, unless another follows within that time. Ten
 * seconds are minutes where a test lets its time run faster.
 */
async function letCount(client: pg.Client): Promise<void> {
  await sleep(1_100);
  await client.query('SELECT 1');
}

const processed = new Counter({ name: 'votes_processed_total', help: 'Votes taken from the queue and stored' });
const errors = new Counter({ name: 'worker_errors_total', help: 'Worker errors', labelNames: ['type'] });
for (const type of ['db', 'parse', 'redis']) errors.inc({ type }, 0);
const duration = new Histogram({
  name: 'vote_processing_duration_seconds',
  help: 'Time from LPOP to stored',
  buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
});

interface Vote {
  readonly voter_id: string;
  readonly vote: string;
}

async function openDatabase(): Promise<pg.Client> {
  for (;;) {
    const client = new pg.Client({ ...database, application_name: 'worker' });
    try {
      await client.connect();
      await client.query(
        'CREATE TABLE IF NOT EXISTS votes (id VARCHAR(255) NOT NULL UNIQUE, vote VARCHAR(255) NOT NULL)',
      );
      // What happens to it is noticed by the next statement.
      client.on('error', () => {});
      console.error('Connected to db');
      return client;
    } catch {
      console.error('Waiting for db');
      await sleep(1_000);
    }
  }
}

async function openRedis(): Promise<Redis> {
  console.log(`Found redis at ${place.host}`);
  for (;;) {
    const client = new Redis({ ...place, lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
    client.on('error', () => {});
    try {
      await client.connect();
      console.error('Connecting to redis');
      return client;
    } catch {
      client.disconnect();
      console.error('Waiting for redis');
      await sleep(1_000);
    }
  }
}

async function store(client: pg.Client, { voter_id, vote }: Vote): Promise<void> {
  try {
    await client.query('INSERT INTO votes (id, vote) VALUES ($1, $2)', [voter_id, vote]);
  } catch {
    await client.query('UPDATE votes SET vote = $2 WHERE id = $1', [voter_id, vote]);
  }
}

async function work(): Promise<void> {
  const client = await openDatabase();
  let redis = await openRedis();
  for (;;) {
    await sleep(PAUSE);
    if (hangs) {
      await letCount(client);
      while (hangs) await sleep(PAUSE);
    }
    if (redis.status !== 'ready') {
      console.log('Reconnecting Redis');
      errors.inc({ type: 'redis' });
      redis = await openRedis();
    }
    const json = await redis.lpop('votes');
    if (json === null) {
      await client.query('SELECT 1');
      continue;
    }
    const stop = duration.startTimer();
    const vote = JSON.parse(json) as Vote;
    console.log(`Processing vote for '${vote.vote}' by '${vote.voter_id}'`);
    await store(client, vote);
    stop();
    processed.inc();
  }
}

serve();
work().catch((error: unknown) => {
  console.error(`Unhandled exception. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exit(1);
});
