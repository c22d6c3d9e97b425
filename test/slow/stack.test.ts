/** The stack starts, a vote gets through it, and nothing is left of it, whatever happens meanwhile. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { until, untilAllTargetsAreUp } from '../servers/asked.ts';
import { describeWithStack } from '../servers/describe.ts';
import { startStack } from '../servers/stack.ts';
import { letVotersIn } from '../servers/voters.ts';

const QUICK = { profile: 'instrumented', tempo: 15 } as const;
const LONG = 120_000;

describeWithStack('the whole stack', () => {
  it('is up as a whole, takes votes, stores them, and is gone when it has ended', { timeout: LONG }, async () => {
    const stack = await startStack(QUICK);
    const pids: number[] = [];
    try {
      pids.push(...(['redis', 'db', 'vote', 'prometheus'] as const).map((name) => stack.process(name)?.pid ?? 0));
      await untilAllTargetsAreUp(stack);
      const voters = letVotersIn(stack.place, { rate: 5, people: 10 });
      await until('votes', 30, voters.accepted, (accepted) => accepted >= 15);
      await voters.leave();
      const stored = (): Promise<string> => stack.sql('SELECT count(*) FROM votes');
      await until('a row for each who voted', 30, stored, (count) => Number(count) === voters.people());
      expect(voters.people()).toBe(10);
      expect([...voters.answers().keys()].sort()).toEqual([200, 400, 404]);
    } finally {
      await stack.end();
    }
    expect(pids.filter(isAlive)).toEqual([]);
    expect(existsSync(stack.place.home)).toBe(false);
    expect(await Promise.all(Object.values(stack.place.port).map(canListen))).not.toContain(false);
  });

  it('two at once share nothing', { timeout: LONG }, async () => {
    const stacks = await Promise.allSettled([startStack(QUICK), startStack({ ...QUICK, profile: 'stock' })]);
    const started = stacks.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    try {
      expect(stacks.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
      for (const stack of started) {
        await stack.sql(`CREATE TABLE own_${stack.place.port['db:5432']} ()`);
        expect(await stack.sql("SELECT count(*) FROM pg_tables WHERE tablename LIKE 'own_%'")).toBe('1\n');
      }
    } finally {
      await Promise.all(started.map((stack) => stack.end()));
    }
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
