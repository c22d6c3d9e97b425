/** What the log lines of the services tell, counted. */
import { absentOverTime, countedAs, countOverTime, rate as rateOfLines, sum as sumOfLines } from 'plainsight/logql';
import { rate, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { logs, votesForOptions } from '../logs.ts';
import { votes_total } from '../metrics/vote.ts';
import { signal } from '../profiles.ts';
import { votesAccepted } from './application.ts';

export const logVolume = signal({
  id: 'log-lines',
  name: 'Log lines per second',
  description:
    'Lines per second that a service writes. A service that writes many times its usual is in trouble, or was told to be talkative; one that writes nothing any more is gone, or its lines do not arrive: look at Alloy.',
  unit: unit.perSecond('lines'),
  labels: ['service', 'level'],
  query: ({ window, by }) => sumOfLines(rateOfLines(logs, window), { by }),
  whenEmpty: 'no data',
});

export const logErrors = signal({
  id: 'log-errors',
  name: 'Error lines',
  description:
    'Lines per second whose level is error. Whoever votes again makes PostgreSQL refuse a duplicate key, which is normal and not counted. Above the line, read the lines themselves: the panel below shows them.',
  unit: unit.perSecond('lines'),
  labels: ['service'],
  query: ({ window, by }) => sumOfLines(rateOfLines(logs.where({ level: 'error' }), window), { by }),
  thresholds: {
    from: { warning: 0.2 },
    reason: 'one stack trace now and then is no pattern; one every few seconds is',
  },
  whenEmpty: 'zero',
});

export const reconnects = signal({
  id: 'log-reconnects',
  name: 'Waits and reconnects',
  description:
    'How often the worker and result waited for Redis or the database, or connected anew. A few at a start are normal. While it goes on, look at the database and at Redis; result gives up at the first lost connection: `docker compose up -d result`.',
  unit: unit.count('attempts'),
  labels: ['service'],
  query: ({ window, by }) =>
    countedAs(
      'attempts',
      sumOfLines(
        countOverTime(logs.where({ service: ['worker', 'result'] }).contains(/Waiting for |^Reconnecting /), window),
        { by },
      ),
    ),
  whenEmpty: 'zero',
});

export const votesByOption = signal({
  id: 'votes-by-option',
  name: 'Votes by option',
  description:
    'Votes per second for either option, changed votes included: what people click now, and not the result. Today’s images tell it in their log, where what else somebody posts as a vote is not counted.',
  unit: unit.perSecond('votes'),
  labels: ['vote'],
  query: {
    instrumented: ({ window, by }) => sum(rate(votes_total, window), { by }),
    stock: ({ window, by }) => countedAs('votes', sumOfLines(rateOfLines(votesForOptions, window), { by })),
  },
  whenEmpty: 'no data',
  sample: {
    between: [0, 0],
    of: {
      vote: {
        a: { from: [votesAccepted], as: (accepted) => 0.6 * accepted },
        b: { from: [votesAccepted], as: (accepted) => 0.4 * accepted },
      },
    },
  },
});

export const silence = signal({
  id: 'log-silence',
  name: 'Silence',
  description:
    '1 where vote has written no line for 15 minutes. Probes ask it every 15 seconds, and each is a line: either it does not run, or its lines do not arrive. Look at Alloy, then at Loki.',
  unit: unit.count('series'),
  labels: ['service'],
  query: ({ by }) => sumOfLines(absentOverTime(logs.where({ service: 'vote' }), '15m'), { by }),
  thresholds: { from: { warning: 1 }, reason: 'it is 1 while there is no line' },
  whenEmpty: 'zero',
});
