/** What the log lines of the services tell, counted. */
import { signal } from 'plainsight';
import { countedAs, countOverTime, rate, sum } from 'plainsight/logql';
import * as unit from 'plainsight/units';
import { logs, votesForOptions } from '../logs.ts';

export const logVolume = signal({
  id: 'log-lines',
  name: 'Log lines',
  description:
    'Lines per second that a service writes. A service that writes many times its usual is in trouble, or was told to be talkative; one that writes nothing any more is gone, or its lines do not arrive: look at Alloy.',
  unit: unit.perSecond('lines'),
  labels: ['service', 'level'],
  query: ({ window, by }) => sum(rate(logs, window), { by }),
  whenEmpty: 'no data',
});

export const logErrors = signal({
  id: 'log-errors',
  name: 'Error lines',
  description:
    'Lines per second whose level is error. Whoever votes again makes PostgreSQL refuse a duplicate key, which is normal and not counted. Above the line, read the lines themselves: the panel below shows them.',
  unit: unit.perSecond('lines'),
  labels: ['service'],
  query: ({ window, by }) => sum(rate(logs.where({ level: 'error' }), window), { by }),
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
      sum(
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
    'Votes per second that vote received for either option, changed votes included: what people click now, and not the result. What else somebody posts as a vote is not counted.',
  unit: unit.perSecond('votes'),
  labels: ['option'],
  query: ({ window, by }) => countedAs('votes', sum(rate(votesForOptions, window), { by })),
  whenEmpty: 'no data',
});
