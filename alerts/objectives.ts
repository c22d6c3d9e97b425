/** What burns the error budgets: votes that fail, pages that are slow, votes that count late. */
import { burnAlerts, series, text } from 'plainsight';
import { log_http_requests_total } from '../stack/metrics/alloy.ts';
import { redis_commands_total, redis_key_size, redis_up } from '../stack/metrics/redis.ts';
import { http_request_duration_seconds, http_requests_total } from '../stack/metrics/shared.ts';
import { pagesFast, votesFresh, votesTaken } from '../stack/objectives.ts';
import { composeProject } from '../stack/services.ts';
import { votingApp } from '../stack/targets.ts';

/** A window of five minutes has two values then, which a rate needs; more would only take longer. */
const every = '2m';

// A counter that jumps at the start of a test has counted weeks until then: evaluated step by step, these would take as
// long as all other tests together.

/** As vote counts its requests itself, and as its access log does. */
const answered = (method: 'GET' | 'POST', status: string, values: string) => [
  series(
    http_requests_total.of(votingApp),
    { group: 'production', service: 'vote', method, route: '/', status },
    values,
  ),
  series(
    log_http_requests_total,
    {
      service: 'vote',
      exported_service: 'vote',
      project: composeProject,
      container: `${composeProject}-vote-1`,
      stream: 'stdout',
      method,
      status,
    },
    values,
  ),
];
const taken = (values: string) => answered('POST', '200', values);
const failed = (values: string) => answered('POST', '500', values);

/** A counter that grows by one every so many steps. */
function oneEvery(steps: number, until: number): string {
  return Array.from({ length: until }, (_, step) => Math.floor(step / steps)).join(' ');
}

const ticketForVotes = (spent: string) => ({
  warning: {
    labels: { service: 'vote' },
    says: `Too many votes are answered with an error; ${spent} of the error budget of 30 days is spent.`,
  },
});

export const VoteErrorBudgetBurn = burnAlerts(votesTaken, {
  page: {
    summary: 'Votes fail so often that the error budget of the month is gone within days.',
    description: (_l, spent) =>
      text`Many votes are answered with an error; ${spent} of the error budget of 30 days is spent.`,
    test: {
      fires: [
        {
          // After an hour of 60 votes a minute none is taken any more.
          given: [...taken('0 300000+120x32 303840x10'), ...failed('0x33 120+120x9')],
          every,
          at: '76m',
          labels: { service: 'vote' },
          says: 'Many votes are answered with an error; 39.42% of the error budget of 30 days is spent.',
        },
        {
          // Three in a hundred fail for four hours.
          given: [...taken('0+97x120'), ...failed('0+3x120')],
          every,
          at: '4h',
          labels: { service: 'vote' },
          says: 'Many votes are answered with an error; 600% of the error budget of 30 days is spent.',
          also: ticketForVotes('600%'),
        },
        {
          // At night ten votes come in an hour and all fail, while every health check passes.
          given: [
            ...answered('GET', '200', '0+8x210'),
            ...taken(`${oneEvery(3, 180)} 59x30`),
            ...failed(`0x180 ${oneEvery(3, 30)}`),
          ],
          every,
          at: '400m',
          labels: { service: 'vote' },
          says: 'Many votes are answered with an error; 1846% of the error budget of 30 days is spent.',
          also: ticketForVotes('1846%'),
        },
      ],
      silent: [
        {
          reason: 'two votes fail among 54 in an hour at night',
          given: [...taken('0+2x26'), ...failed('0x10 1x5 2x15')],
          every,
          at: '54m',
        },
        { reason: 'at night nobody votes', given: [...taken('900x30'), ...failed('3x30')], every, at: '1h' },
        {
          reason: 'vote is started anew, and its counters begin at 0',
          given: [...taken('900000+60x15 0+60x15'), ...failed('400x15 0x15')],
          every,
          at: '40m',
        },
        {
          reason: 'votes without a choice are refused, which is their sender to blame',
          given: [...taken('0+60x30'), ...answered('POST', '400', '0+600x30')],
          every,
          at: '1h',
        },
        {
          reason: 'an outage is over for ten minutes',
          given: [...taken('0 300000+120x32 303840x5 303960+120x10'), ...failed('0x33 120+120x4 600x10')],
          every,
          at: '88m',
        },
      ],
    },
  },
  ticket: {
    summary: 'Votes fail so often that the error budget will not last the month.',
    description: (_l, spent) =>
      text`Too many votes are answered with an error; ${spent} of the error budget of 30 days is spent.`,
    test: {
      fires: {
        // One in forty fails for hours: too few for a page.
        given: [...taken('0 30000+780x80'), ...failed('0x1 20+20x80')],
        every,
        at: '156m',
        labels: { service: 'vote' },
        says: 'Too many votes are answered with an error; 336.2% of the error budget of 30 days is spent.',
      },
      silent: [
        { reason: 'three in a thousand fail', given: [...taken('0+997x60'), ...failed('0+3x60')], every, at: '2h' },
        {
          reason: 'one in a hundred fails for an hour, and then no more',
          given: [...taken('0 144000+198x30 150140+200x30'), ...failed('0x1 2+2x29 60x30')],
          every,
          at: '100m',
        },
      ],
    },
  },
});

/** Requests for a page: all of them, and those that were answered within half a second. */
function timed(service: 'vote' | 'result', route: string, all: string, fast: string) {
  const of = http_request_duration_seconds.of(votingApp);
  const labels = { group: 'production', service, method: 'GET', route, status: '200' };
  return [
    series(of, labels, all, { part: '_count' }),
    series(of, labels, fast, { part: '_bucket', le: '0.5' }),
    series(of, labels, all, { part: '_bucket', le: '+Inf' }),
  ];
}

export const LatencyErrorBudgetBurn = burnAlerts(pagesFast, {
  page: {
    summary: 'Pages are so slow that the error budget of the month is gone within days.',
    description: (l, spent) =>
      text`Many requests to ${l.service} take more than half a second; ${spent} of the error budget of 30 days is spent.`,
    test: {
      fires: {
        // One in five requests to result is slow for an hour; those to vote are not.
        given: [
          ...timed('result', '/', '0 86400+120x65', '0 86400+120x32 90336+96x30'),
          ...timed('vote', '/', '0 86400+120x65', '0 86400+120x65'),
        ],
        every,
        at: '112m',
        labels: { service: 'result' },
        says: 'Many requests to result take more than half a second; 59.35% of the error budget of 30 days is spent.',
      },
      silent: [
        {
          reason: 'three requests are slow at night, when there is one a minute',
          given: timed('vote', '/', '0+2x30', '0+2x10 20 21+2x20'),
          every,
          at: '30m',
        },
        {
          reason: 'long polls of socket.io are meant to take half a minute',
          given: [...timed('result', '/', '0+60x30', '0+60x30'), ...timed('result', '/socket.io/', '0+60x30', '0x30')],
          every,
          at: '1h',
        },
      ],
    },
  },
  ticket: {
    summary: 'Pages are so slow that the error budget will not last the month.',
    description: (l, spent) =>
      text`Too many requests to ${l.service} take more than half a second; ${spent} of the error budget of 30 days is spent.`,
    test: {
      fires: {
        // Four in a hundred are slow for hours.
        given: timed('vote', '/', '0 5000+200x100', '0 5000+192x100'),
        every,
        at: '180m',
        labels: { service: 'vote' },
        says: 'Too many requests to vote take more than half a second; 312.3% of the error budget of 30 days is spent.',
      },
      silent: [
        { reason: 'one in two hundred is slow', given: timed('vote', '/', '0+400x60', '0+398x60'), every, at: '2h' },
      ],
    },
  },
});

const waiting = (values: string) => series(redis_key_size, { db: 'db0', key: 'votes', service: 'redis' }, values);
const answers = (values: string) => series(redis_up, { service: 'redis' }, values);
const polled = (values: string) => series(redis_commands_total, { service: 'redis', cmd: 'lpop' }, values);

export const FreshnessErrorBudgetBurn = burnAlerts(votesFresh, {
  service: 'worker',
  page: {
    summary: 'Votes count so late that the error budget of the month is gone within days.',
    description: (_l, spent) =>
      text`Votes wait more than half a minute before they count; ${spent} of the error budget of 30 days is spent.`,
    test: {
      fires: {
        // A worker that takes ten votes a second, and more than three hundred that wait.
        given: [answers('1x120'), polled('0+600x120'), waiting('0x100 1000x20')],
        at: '110m',
        labels: {},
        says: 'Votes wait more than half a minute before they count; 900.9% of the error budget of 30 days is spent.',
        also: {
          warning: {
            labels: {},
            says: 'Votes often wait more than half a minute before they count; 900.9% of the error budget of 30 days is spent.',
          },
        },
      },
      silent: [
        {
          reason: 'two hundred votes wait, which one worker takes in twenty seconds',
          given: [answers('1x60'), polled('0+600x60'), waiting('200x60')],
          at: '1h',
        },
        {
          reason: 'no vote waits, and no worker runs',
          given: [answers('1x60'), polled('0x60'), waiting('0x60')],
          at: '1h',
        },
        {
          reason: 'a rush of four minutes',
          given: [answers('1x120'), polled('0+600x120'), waiting('0x100 1000x3 0x30')],
          at: '104m',
        },
      ],
    },
  },
  ticket: {
    summary: 'Votes count so late that the error budget will not last the month.',
    description: (_l, spent) =>
      text`Votes often wait more than half a minute before they count; ${spent} of the error budget of 30 days is spent.`,
    test: {
      fires: {
        // In three minutes of every hour.
        given: [answers('1x200'), polled('0+600x200'), waiting(`${'0x56 1000x2 '.repeat(3)}0`)],
        at: '170m',
        labels: {},
        says: 'Votes often wait more than half a minute before they count; 350.9% of the error budget of 30 days is spent.',
      },
      silent: [
        {
          reason: 'votes were late for two minutes',
          given: [answers('1x120'), polled('0+600x120'), waiting('0x60 1000x1 0x60')],
          at: '90m',
        },
      ],
    },
  },
});
