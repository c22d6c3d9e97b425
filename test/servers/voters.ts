/**
 * People at the voting app: they vote, some change their mind, some send what is no vote, some only look, and now and
 * then many come at once. Bounded: so many requests a second and no more under way than a small site has.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from './place.ts';

export interface VotersOptions {
  /** Votes per second, evenly; the other requests come beside them. */
  readonly rate: number;
  /** How many different people vote; the others change their mind. */
  readonly people?: number;
}

export interface Voters {
  /** Votes that were accepted so far, and how many different people cast them. */
  accepted(): number;
  people(): number;
  /** Answers by status; 0 for a connection that failed. */
  answers(): ReadonlyMap<number, number>;
  /** Many at once, for what they vote for: the usual unless told. */
  burst(votes: number, option?: (number: number) => string): Promise<void>;
  /** No further ones; those under way are waited for. */
  leave(): Promise<void>;
}

/** Of a hundred votes: this many times something else is sent besides. */
const BESIDES: readonly (readonly [
  per100: number,
  method: string,
  to: 'vote:80' | 'result:80',
  path: string,
  body?: string,
])[] = [
  [50, 'GET', 'vote:80', '/'],
  [50, 'GET', 'result:80', '/'],
  [10, 'GET', 'result:80', '/socket.io/?transport=polling'],
  [4, 'GET', 'vote:80', '/favicon.ico'],
  [4, 'POST', 'vote:80', '/', 'no=vote'],
];

/** One in fifty votes is for something that is no option: the app takes it. */
function usual(number: number): string {
  if (number % 50 === 49) return `x${number % 3}`;
  return number % 5 < 3 ? 'a' : 'b';
}

/** Of a burst. */
const AT_ONCE = 20;
const MOST_UNDER_WAY = 64;
const PATIENCE_MS = 10_000;
/** Less is made up for, so that the rate is what was asked. */
const LATE_MS = 1_000;

/** Lets people in, until they are told to leave. */
export function letVotersIn({ port }: Place, { rate, people = 10_000 }: VotersOptions): Voters {
  const underWay = new Set<Promise<void>>();
  const answers = new Map<number, number>();
  const voted = new Set<number>();
  let accepted = 0;
  let sent = 0;
  let open = true;

  const ask = async (method: string, to: (typeof BESIDES)[number][2], path: string, body?: string, cookie = '') => {
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'User-Agent': 'Mozilla/5.0 (voter)',
      cookie,
    };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const status = await fetch(`http://127.0.0.1:${port[to]}${path}`, {
      method,
      headers,
      signal,
      ...(body && { body }),
    })
      .then(async (response) => {
        await response.arrayBuffer();
        return response.status;
      })
      .catch(() => 0);
    answers.set(status, (answers.get(status) ?? 0) + 1);
    return status;
  };
  const track = (asked: Promise<unknown>): void => {
    const settled: Promise<void> = asked.then(() => void underWay.delete(settled));
    underWay.add(settled);
  };
  const vote = async (option = usual): Promise<void> => {
    const number = sent;
    sent += 1;
    const person = number % people;
    const cookie = `voter_id=${(person + 1).toString(16).padStart(12, '0')}`;
    const status = await ask('POST', 'vote:80', '/', `vote=${option(number)}`, cookie);
    if (status !== 200) return;
    accepted += 1;
    voted.add(person);
  };
  const others = (number: number): void => {
    for (const [per100, method, to, path, body] of BESIDES) {
      if (number % Math.round(100 / per100) === 0) track(ask(method, to, path, body));
    }
  };
  const come = async (): Promise<void> => {
    let due = Date.now();
    for (let number = 0; open; number += 1) {
      const late = Date.now() - due;
      if (late < 0) await sleep(-late);
      // While this process was busy nobody could come; they do not come all at once after it.
      due = (late > LATE_MS ? Date.now() : due) + 1000 / rate;
      if (underWay.size >= MOST_UNDER_WAY) await Promise.race(underWay);
      if (!open) return;
      track(vote());
      others(number);
    }
  };
  const coming = come();
  return {
    accepted: () => accepted,
    people: () => voted.size,
    answers: () => answers,
    async burst(votes, option = usual) {
      for (let left = votes; left > 0; left -= AT_ONCE) {
        await Promise.all(Array.from({ length: Math.min(AT_ONCE, left) }, () => vote(option)));
      }
    },
    async leave() {
      open = false;
      await coming;
      await Promise.all(underWay);
    },
  };
}
