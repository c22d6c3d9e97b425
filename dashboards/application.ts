/** Do votes get through, how long do they wait, and what do people see who open vote and result? */
import {
  barGaugeOf,
  count,
  dashboard,
  gaugePanel,
  heatmap,
  perSecond,
  queryVariable,
  row,
  seconds,
  show,
  stat,
  stateTimeline,
  text,
  timeseries,
  timeseriesOf,
} from '../lib/index.ts';
import { probe_success } from '../stack/metrics/blackbox.ts';
import * as app from '../stack/signals/application.ts';
import { links } from './links.ts';

const service = queryVariable({ name: 'service', label: 'Service', of: probe_success, values: 'service' });

const votes = perSecond('votes');

export default dashboard({
  uid: 'voting-app-application',
  title: 'Voting app / Application',
  description: 'The path of a vote from the page to the database, and the requests to vote and result.',
  tags: ['voting-app'],
  variables: [],
  filter: { service },
  links: links('voting-app-application'),
  rows: [
    row('Health', [
      [
        stat(app.votesAccepted, { decimals: 1 }),
        stat(app.queueLength),
        stat(app.queueWait),
        gaugePanel(app.workerSaturation, { min: 0, max: 1, height: 4 }),
        stat(app.requestErrors, { decimals: 2 }),
      ],
    ]),
    row('The path of a vote', [
      [
        timeseriesOf({
          key: 'arrival-against-drain',
          title: 'Arrival against drain',
          description:
            'Votes that arrive, votes that are stored, and what the workers can take at most. Where arrival crosses the capacity the queue grows: start another worker.',
          unit: votes,
          lines: [show(app.votesQueued), show(app.votesDone), show(app.workerPolls)],
          overrides: [{ line: app.workerPolls.id, style: 'dashed', colour: 'orange' }],
          min: 0,
          width: 10,
        }),
        timeseries(app.queueLength, {
          key: 'queue-history',
          title: 'Length of the Redis queue',
          min: 0,
          width: 8,
          fill: 10,
        }),
        barGaugeOf({
          key: 'vote-path',
          title: 'From page to table',
          description:
            'Votes per second at each step. Where a bar is shorter than the one above it, votes wait or get lost between the two.',
          unit: votes,
          lines: [show(app.votesAccepted), show(app.votesQueued), show(app.votesDone)],
          direction: 'horizontal',
          height: 8,
        }),
      ],
      [
        timeseries(app.queueWait, { key: 'wait-history', min: 0, height: 7 }),
        timeseriesOf({
          key: 'votes-lost',
          title: 'Votes lost',
          description: app.votesLost.description,
          unit: count('votes'),
          lines: [show(app.votesLost), show(app.lossAllowance)],
          overrides: [{ line: app.lossAllowance.id, style: 'dashed', colour: 'orange' }],
          height: 7,
        }),
        timeseriesOf({
          key: 'heartbeats',
          title: 'Who stores votes',
          description: 'New voters and changed votes per second. People who vote twice change their vote.',
          unit: votes,
          lines: [show(app.votesStored), show(app.votesChanged)],
          stack: 'normal',
          fill: 30,
          height: 7,
        }),
      ],
    ]),
    row('Requests', [
      [
        timeseries(app.requests, {
          by: ['service', 'status'],
          legend: (l) => text`${l.service} ${l.status}`,
          min: 0,
          stack: 'normal',
          fill: 20,
        }),
        timeseries(app.requestErrors, {
          key: 'errors-history',
          by: ['service'],
          legend: (l) => text`${l.service}`,
          min: 0,
        }),
        timeseriesOf({
          key: 'latency',
          title: 'Latency',
          description: app.latencyP99.description,
          unit: seconds,
          lines: [
            show(app.latencyMedian, { by: ['service'], legend: (l) => text`${l.service} p50` }),
            show(app.latencyP95, { by: ['service'], legend: (l) => text`${l.service} p95` }),
            show(app.latencyP99, { by: ['service'], legend: (l) => text`${l.service} p99` }),
          ],
          min: 0,
        }),
      ],
      [
        stateTimeline(app.pageAnswers, {
          by: ['service'],
          legend: (l) => text`${l.service}`,
          showValue: 'never',
          height: 6,
        }),
        timeseries(app.probeDuration, { by: ['service'], legend: (l) => text`${l.service}`, min: 0, height: 6 }),
      ],
    ]),
    row(
      'Requests in detail',
      [
        [
          heatmap(app.latencyDistribution),
          timeseries(app.fastRequests, { by: ['service'], legend: (l) => text`${l.service}`, max: 1 }),
          timeseriesOf({
            key: 'failed-and-slow',
            title: 'Failed and slow requests in an hour',
            description:
              'How many requests failed, and how many took more than half a second, within an hour. Alerts on shares count only from the line on: fewer say nothing.',
            unit: count('requests'),
            lines: [
              show(app.failedRequests, { by: ['service'], legend: (l) => text`${l.service} failed` }),
              show(app.slowRequests, { by: ['service'], legend: (l) => text`${l.service} slow` }),
            ],
            min: 0,
          }),
        ],
      ],
      { collapsed: 'yes' },
    ),
    row(
      'Worker and result',
      [
        [timeseries(app.workerPolls, { min: 0 }), timeseries(app.resultPolls, { min: 0 })],
        [timeseries(app.processingTime, { min: 0 }), timeseries(app.workerErrors, { min: 0 })],
      ],
      { collapsed: 'yes' },
    ),
  ],
});
