/** Do votes get through, how long do they wait, and what do people see who open vote and result? */
import { dashboard, query, row, text } from 'plainsight';
import * as panel from 'plainsight/panels';
import { dashboardRange } from 'plainsight/promql';
import * as app from '../stack/signals/application.ts';
import { redisRestarted, started } from './annotations.ts';
import { phaseColours, serviceColours, statusColours } from './colours.ts';
import { firing } from './firing.ts';
import { links, toLogs } from './links.ts';
import { service } from './variables.ts';

export default dashboard({
  uid: 'voting-app-application',
  title: 'Voting app / Application',
  description: 'The path of a vote from the page to the database, and the requests to vote and result.',
  tags: ['voting-app'],
  filter: { service },
  colours: { service: serviceColours, phase: phaseColours },
  links: links('voting-app-application'),
  annotations: [started, redisRestarted],
  rows: [
    row('Health', [
      [
        firing,
        panel.timeseries({
          key: 'arrival-against-drain',
          height: 7,
          title: 'Votes against worker capacity',
          description:
            'Votes that arrive, votes that are stored, and what the workers can take at most. Where arrival crosses the capacity the queue grows: start another worker.',
          queries: [app.votesAccepted, app.votesDone, app.workerPolls],
          overrides: [
            { query: app.votesAccepted, fill: 25, colour: 'blue' },
            { query: app.votesDone, colour: '#a9714b' },
            { query: app.workerPolls, style: 'dashed', colour: 'yellow' },
          ],
          min: 0,
        }),
        panel.timeseries(app.queueLength, {
          key: 'queue-history',
          title: 'Votes waiting in the Redis queue',
          min: 0,
          height: 7,
        }),
      ],
      [
        panel.stat(app.votesAccepted, { decimals: 2, height: 3 }),
        panel.stat(app.queueLength, { height: 3 }),
        panel.stat(app.queueWait, { height: 3 }),
      ],
      [
        panel.stat(app.workerSaturation, { decimals: 0, height: 3 }),
        panel.stat(app.workerPolls, { key: 'worker-now', decimals: 1, height: 3 }),
        panel.stat(app.voteErrors, { decimals: 2, height: 3 }),
      ],
    ]),
    row('The path of a vote', [
      [
        panel.barGauge({
          key: 'vote-path',
          title: 'Votes at each step',
          description:
            'Votes per second at each step, over the time shown. Where a bar is clearly shorter than the one above it, votes wait or get lost between the two.',
          decimals: 2,
          queries: [
            query(app.votesAccepted, { over: dashboardRange }),
            query(app.votesQueued, { over: dashboardRange }),
            query(app.votesDone, { over: dashboardRange }),
          ],
          height: 7,
        }),
        panel.timeseries(app.queueWait, {
          key: 'wait-history',
          title: 'Waiting time of votes',
          min: 0,
          height: 7,
        }),
        panel.timeseries({
          key: 'votes-lost',
          title: 'Votes lost in 30 minutes',
          description: app.votesLost.description,
          queries: [app.votesLost, app.lossAllowance],
          overrides: [
            { query: app.votesLost, colour: 'blue' },
            { query: app.lossAllowance, style: 'dashed', colour: 'orange' },
          ],
          height: 7,
        }),
        panel.timeseries({
          key: 'new-and-changed',
          title: 'New and changed votes',
          description: 'New voters and changed votes per second. People who vote twice change their vote.',
          queries: [app.votesStored, app.votesChanged],
          overrides: [
            { query: app.votesStored, colour: 'blue' },
            { query: app.votesChanged, colour: 'purple' },
          ],
          stack: 'normal',
          min: 0,
          height: 7,
        }),
      ],
    ]),
    row('Requests', [
      [
        panel.timeseries(app.requestErrors, {
          key: 'errors-history',
          title: 'Failed requests, share of all',
          links: toLogs,
          by: ['service'],
          min: 0,
        }),
        panel.timeseries({
          key: 'latency',
          title: 'Latency, 95th and 99th percentile',
          description:
            '95 and 99 of 100 requests to vote and result were answered faster. When it rises without more requests, look at Redis (vote) or PostgreSQL (result).',
          queries: [
            query(app.latencyP95, { by: ['service'], legend: (l) => text`${l.service} p95` }),
            query(app.latencyP99, { by: ['service'], legend: (l) => text`${l.service} p99` }),
          ],
          overrides: [{ query: app.latencyP99, style: 'dashed' }],
          min: 0,
        }),
        panel.timeseries(app.requests, {
          by: ['service', 'status'],
          overrides: statusColours,
          links: toLogs,
          min: 0,
          stack: 'normal',
        }),
      ],
      [
        panel.stateTimeline(app.pageAnswers, { by: ['service'], links: toLogs, height: 5 }),
        panel.stat(app.pageStatus, { by: ['service'], decimals: 0, display: 'none', height: 5 }),
        panel.timeseries(app.probeDuration, { by: ['service'], min: 0, height: 5 }),
      ],
    ]),
    row(
      'Requests in detail',
      [
        [panel.heatmap(app.latencyDistributionOfVote), panel.heatmap(app.latencyDistributionOfResult)],
        [
          panel.timeseries(app.latencyMedian, { by: ['service'], min: 0 }),
          panel.timeseries(app.fastRequests, { by: ['service'], softMin: 0.9, max: 1 }),
          panel.timeseries({
            key: 'failed-and-slow',
            title: 'Failed and slow requests in an hour',
            description:
              'How many requests failed, and how many took more than half a second, within an hour. Alerts on shares count only from the line on: fewer say nothing.',
            queries: [
              query(app.failedRequests, { by: ['service'], legend: (l) => text`${l.service}: failed` }),
              query(app.slowRequests, { by: ['service'], legend: (l) => text`${l.service}: slow` }),
            ],
            colours: {},
            overrides: [
              { series: /: failed$/, colour: 'red' },
              { series: /: slow$/, colour: 'orange' },
            ],
            min: 0,
          }),
        ],
      ],
      { collapsed: true },
    ),
    row('Pages in detail', [[panel.timeseries(app.probePhases, { by: ['phase'], min: 0 })]], { collapsed: true }),
    row(
      'Worker and result',
      [
        [panel.timeseries(app.workerPolls, { min: 0 }), panel.timeseries(app.resultPolls, { min: 0 })],
        [
          panel.timeseries(app.processingTime, { min: 0 }),
          panel.timeseries(app.workerErrors, { links: toLogs, min: 0 }),
        ],
      ],
      { collapsed: true },
    ),
  ],
});
