/** Do votes get through, how long do they wait, and what do people see who open vote and result? */
import { dashboard, row, show, text } from 'plainsight';
import * as panel from 'plainsight/panels';
import { dashboardRange } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import * as app from '../stack/signals/application.ts';
import { redisRestarted, started } from './annotations.ts';
import { serviceColours, statusColours } from './colours.ts';
import { links } from './links.ts';
import { service } from './variables.ts';

const votes = unit.perSecond('votes');

export default dashboard({
  uid: 'voting-app-application',
  title: 'Voting app / Application',
  description: 'The path of a vote from the page to the database, and the requests to vote and result.',
  tags: ['voting-app'],
  filter: { service },
  links: links('voting-app-application'),
  annotations: [started, redisRestarted],
  rows: [
    row('Health', [
      [
        panel.stat(app.votesAccepted, { decimals: 2, sparkline: 'area' }),
        panel.stat(app.queueLength),
        panel.stat(app.queueWait),
        panel.stat(app.workerSaturation, { decimals: 0 }),
        panel.stat(app.requestErrors, { decimals: 2 }),
      ],
    ]),
    row('The path of a vote', [
      [
        panel.timeseriesOf({
          key: 'arrival-against-drain',
          title: 'Arrival against drain',
          description:
            'Votes that arrive, votes that are stored, and what the workers can take at most. Where arrival crosses the capacity the queue grows: start another worker.',
          unit: votes,
          lines: [show(app.votesQueued), show(app.votesDone), show(app.workerPolls)],
          overrides: [
            { line: app.votesQueued.id, fill: 25, colour: 'blue' },
            { line: app.votesDone.id, colour: 'super-light-purple' },
            { line: app.workerPolls.id, style: 'dashed', colour: 'purple' },
          ],
          min: 0,
          width: 10,
        }),
        panel.timeseries(app.queueLength, {
          key: 'queue-history',
          title: 'Votes waiting in the Redis queue',
          min: 0,
          width: 8,
          fill: 10,
        }),
        panel.barGaugeOf({
          key: 'vote-path',
          title: 'From page to table',
          description:
            'Votes per second at each step, over the time shown. Where a bar is clearly shorter than the one above it, votes wait or get lost between the two.',
          unit: votes,
          decimals: 2,
          lines: [
            show(app.votesAccepted, { over: dashboardRange }),
            show(app.votesQueued, { over: dashboardRange }),
            show(app.votesDone, { over: dashboardRange }),
          ],
          direction: 'horizontal',
          height: 8,
        }),
      ],
      [
        panel.timeseries(app.queueWait, {
          key: 'wait-history',
          title: 'Time a vote waits, over time',
          min: 0,
          height: 7,
        }),
        panel.timeseriesOf({
          key: 'votes-lost',
          title: 'Votes lost',
          description: app.votesLost.description,
          unit: unit.count('votes'),
          lines: [show(app.votesLost), show(app.lossAllowance)],
          overrides: [{ line: app.lossAllowance.id, style: 'dashed', colour: 'orange' }],
          height: 7,
        }),
        panel.timeseriesOf({
          key: 'new-and-changed',
          title: 'New and changed votes',
          description: 'New voters and changed votes per second. People who vote twice change their vote.',
          unit: votes,
          lines: [show(app.votesStored), show(app.votesChanged)],
          stack: 'normal',
          min: 0,
          height: 7,
        }),
      ],
    ]),
    row('Requests', [
      [
        panel.timeseries(app.requests, {
          by: ['service', 'status'],
          legend: (l) => text`${l.service} ${l.status}`,
          overrides: [...serviceColours, ...statusColours],
          min: 0,
          stack: 'normal',
        }),
        panel.timeseries(app.requestErrors, {
          key: 'errors-history',
          title: 'Failed requests, over time',
          overrides: serviceColours,
          by: ['service'],
          legend: (l) => text`${l.service}`,
          min: 0,
        }),
        panel.timeseriesOf({
          key: 'latency',
          title: 'Latency, 95th and 99th percentile',
          description:
            '95 and 99 of 100 requests to vote and result were answered faster. When it rises without more requests, look at Redis (vote) or PostgreSQL (result).',
          unit: unit.seconds,
          lines: [
            show(app.latencyP95, { by: ['service'], legend: (l) => text`${l.service} p95` }),
            show(app.latencyP99, { by: ['service'], legend: (l) => text`${l.service} p99` }),
          ],
          overrides: [...serviceColours, { line: `${app.latencyP99.id}-by-service`, style: 'dashed' }],
          min: 0,
        }),
      ],
      [
        panel.stateTimeline(app.pageAnswers, { by: ['service'], legend: (l) => text`${l.service}`, height: 5 }),
        panel.timeseries(app.probeDuration, {
          by: ['service'],
          legend: (l) => text`${l.service}`,
          overrides: serviceColours,
          min: 0,
          height: 5,
        }),
      ],
    ]),
    row(
      'Requests in detail',
      [
        [
          panel.heatmap(app.latencyDistribution),
          panel.timeseries(app.latencyMedian, {
            by: ['service'],
            legend: (l) => text`${l.service}`,
            overrides: serviceColours,
            min: 0,
          }),
          panel.timeseries(app.fastRequests, {
            by: ['service'],
            legend: (l) => text`${l.service}`,
            overrides: serviceColours,
            softMin: 0.9,
            max: 1,
          }),
          panel.timeseriesOf({
            key: 'failed-and-slow',
            title: 'Failed and slow requests in an hour',
            description:
              'How many requests failed, and how many took more than half a second, within an hour. Alerts on shares count only from the line on: fewer say nothing.',
            unit: unit.count('requests'),
            lines: [
              show(app.failedRequests, { by: ['service'], legend: (l) => text`${l.service}: failed` }),
              show(app.slowRequests, { by: ['service'], legend: (l) => text`${l.service}: slow` }),
            ],
            min: 0,
          }),
        ],
      ],
      { collapsed: true },
    ),
    row(
      'Worker and result',
      [
        [panel.timeseries(app.workerPolls, { min: 0 }), panel.timeseries(app.resultPolls, { min: 0 })],
        [panel.timeseries(app.processingTime, { min: 0 }), panel.timeseries(app.workerErrors, { min: 0 })],
      ],
      { collapsed: true },
    ),
  ],
});
