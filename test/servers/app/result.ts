/**
 * result: shows the count, which it asks for once a second. When it loses the database it ends with code 1, as the
 * original does: nobody listens to the error of its connection.
 */
import pg from 'pg';
import { Counter, Gauge, Histogram } from 'prom-client';
import { database, delay, sleep } from './settings.ts';
import { serve } from './web.ts';

const counted = new Gauge({ name: 'result_votes', help: 'Votes counted at the last poll', labelNames: ['vote'] });
const errors = new Counter({ name: 'result_poll_errors_total', help: 'Failed polls' });
const duration = new Histogram({
  name: 'result_poll_duration_seconds',
  help: 'Duration of the COUNT poll',
  buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
});
for (const vote of ['a', 'b']) counted.set({ vote }, 0);

/** One that hangs asks the database no more, while its page goes on: a signal makes it, and ends it again. */
let hangs = false;
process.on('SIGUSR2', () => {
  hangs = !hangs;
});

let counts: Readonly<Record<string, number>> = {};

async function connect(): Promise<pg.Client> {
  for (;;) {
    const client = new pg.Client({ ...database, application_name: 'result' });
    try {
      await client.connect();
      console.log('Connected to db');
      return client;
    } catch {
      console.error('Waiting for db');
      await sleep(1_000);
    }
  }
}

async function poll(client: pg.Client): Promise<void> {
  const stop = duration.startTimer();
  try {
    const { rows } = await client.query<{ vote: string; count: string }>(
      'SELECT vote, COUNT(id) AS count FROM votes GROUP BY vote',
    );
    counts = Object.fromEntries(rows.map(({ vote, count }) => [vote, Number(count)]));
    // Anybody can vote for anything: the two options alone become values of the label.
    for (const vote of ['a', 'b']) counted.set({ vote }, counts[vote] ?? 0);
  } catch (error) {
    errors.inc();
    console.error(`Error performing query: ${error}`);
  }
  stop();
}

serve(async ({ url = '', method }) => {
  if (delay > 0) await sleep(delay);
  if (url.startsWith('/socket.io')) return { status: 200, body: 'ok', route: '/socket.io' };
  if (url !== '/' || method === 'POST') return { status: 404, body: 'Cannot GET', route: 'unmatched' };
  return { status: 200, body: `<!doctype html><title>Result</title>${JSON.stringify(counts)}`, route: '/' };
});
console.log(`App running on port ${process.env.PORT}`);

const client = await connect();
for (;;) {
  if (!hangs) await poll(client);
  await sleep(1_000);
}
