/**
 * vote: takes any text as a vote, and pushes it to Redis. As under gunicorn, an accepted vote makes two log lines, and
 * each request one in the access log; without Redis a POST is answered with 500 while a GET is fine.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Redis } from 'ioredis';
import { Counter } from 'prom-client';
import { delay, failsVotes, labelsAnything, redis as place, sleep, writesErrors } from './settings.ts';
import { type Answer, type Handled, serve } from './web.ts';

// One that is not connected fails at once, as the original does; it waits for an answer as long.
const redis = new Redis({
  ...place,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: 5_000,
  retryStrategy: () => 100,
});
redis.on('error', () => {});

const votes = new Counter({ name: 'votes_total', help: 'Votes accepted', labelNames: ['vote'] });
for (const vote of ['a', 'b', 'other']) votes.inc({ vote }, 0);

const PAGE = `<!doctype html><title>Cats vs Dogs</title><form method="post">${'<button name="vote">'.repeat(2)}</form>`;

async function answer(request: IncomingMessage, body: string): Promise<Handled> {
  const [path] = (request.url ?? '').split('?');
  if (path !== '/') return { status: 404, body: 'Not Found', route: 'unmatched' };
  if (delay > 0) await sleep(delay);
  return { ...(await page(request, body)), route: '/' };
}

async function page(request: IncomingMessage, body: string): Promise<Answer> {
  if (request.method === 'GET' || request.method === 'HEAD') return { status: 200, body: PAGE };
  if (request.method !== 'POST') return { status: 405, body: 'Method Not Allowed' };
  const vote = new URLSearchParams(body).get('vote');
  if (vote === null) return { status: 400, body: 'Bad Request' };
  try {
    await push(voterOf(request), vote);
    return { status: 200, body: PAGE };
  } catch (error) {
    logFailure(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    return { status: 500, body: 'Internal Server Error' };
  }
}

async function push(voter_id: string, vote: string): Promise<void> {
  const at = new Date();
  process.stderr.write(`[${day(at)},${at.toISOString().slice(20, 23)}] INFO in app: Received vote for ${vote}\n`);
  process.stderr.write(`[${day(at)} +0000] [${process.pid}] [INFO] Received vote for ${vote}\n`);
  if (failsVotes) throw new TypeError('a bad release');
  await redis.rpush('votes', JSON.stringify({ voter_id, vote }));
  // Any text can be posted: only the known options may become values of a label.
  votes.inc({ vote: labelsAnything || vote === 'a' || vote === 'b' ? vote : 'other' });
}

/** Who votes: a cookie says it, or nobody knows yet. */
function voterOf({ headers: { cookie = '' } }: IncomingMessage): string {
  return /voter_id=([0-9a-f]+)/.exec(cookie)?.[1] ?? randomBytes(8).toString('hex');
}

function logFailure(says: string): void {
  const at = new Date();
  for (const head of [
    `[${day(at)},${at.toISOString().slice(20, 23)}] ERROR in app: Exception on / [POST]`,
    `[${day(at)} +0000] [${process.pid}] [ERROR] Exception on / [POST]`,
  ]) {
    process.stderr.write(`${head}\nTraceback (most recent call last):\n${says}\n`);
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** gunicorn's access log. */
function logRequest(request: IncomingMessage, { status, body }: Answer): void {
  const at = new Date();
  const day = `${String(at.getUTCDate()).padStart(2, '0')}/${MONTHS[at.getUTCMonth()]}/${at.getUTCFullYear()}`;
  const agent = request.headers['user-agent'] ?? '-';
  process.stdout.write(
    `${request.socket.remoteAddress} - - [${day}:${at.toISOString().slice(11, 19)} +0000] ` +
      `"${request.method} ${request.url} HTTP/1.1" ${status} ${body.length} "-" "${agent}"\n`,
  );
}

function day(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ');
}

/** Two thousand lines a second and more, a megabyte in each; for five minutes at most, whoever forgets it. */
function writeErrors(): void {
  const says = `  File "/usr/local/app/app.py", line 40 ${'.'.repeat(2_000)}`;
  const writing = setInterval(() => {
    for (let times = 0; times < 4; times += 1) logFailure(says);
  }, 10);
  setTimeout(() => clearInterval(writing), 300_000);
}

serve(answer, logRequest);
if (writesErrors) writeErrors();
