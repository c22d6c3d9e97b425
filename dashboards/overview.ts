/** The page that hangs on the wall: is the vote working, for everyone, right now? It fits on a screen of 1920 × 1080. */
import { dashboard, objectiveLine, query, row, text } from 'plainsight';
import * as panel from 'plainsight/panels';
import { pagesFast, votesFresh, votesTaken } from '../stack/objectives.ts';
import * as app from '../stack/signals/application.ts';
import { serviceUp } from '../stack/signals/system.ts';
import { redisRestarted, started } from './annotations.ts';
import { serviceColours, upOrUnknown } from './colours.ts';
import { firing } from './firing.ts';
import { links } from './links.ts';

const toApplication = [{ title: 'Application', to: { dashboard: 'voting-app-application' } }] as const;
const toSystem = [{ title: 'System', to: { dashboard: 'voting-app-system' } }] as const;

/** Above the number, where Grafana puts a name; the title says what is measured. */
const latest = { legend: () => text`Latest value` };
/** Of a month's votes; a page comes at 14.4 times that. */
const allowedToFail = 0.005;
/** Votes per second that one worker takes at most: it asks for the next one every 100 ms. */
const ofOneWorker = 10;
/** A number with the hour that led to it; where there is a limit, the hour fills the tile as it comes near. */
const history = {
  sparkline: 'area',
  links: toApplication,
  height: 7,
  width: 4,
} as const;

/** Each objective by its service where it has one for each. */
const budgets = [
  query(votesTaken.budgetLeft, { by: ['service'], legend: () => text`Votes are taken` }),
  query(pagesFast.budgetLeft, { by: ['service'], legend: (l) => text`${l.service} is fast` }),
  votesFresh.budgetLeft,
];
const burnRates = [
  query(votesTaken.burnRate['1h'], { by: ['service'], legend: () => text`Votes are taken` }),
  query(pagesFast.burnRate['1h'], { by: ['service'], legend: (l) => text`${l.service} is fast` }),
  query(votesFresh.burnRate['1h'], { legend: () => text`Votes in time` }),
];

/** As the services that answer for them, and never the colours of a level. */
const budgetColours = [
  { series: /^Votes are taken$/, colour: 'blue' },
  { series: /^vote is fast$/, colour: '#16b0b8' },
  { series: /^result is fast$/, colour: 'purple' },
  { series: /^Votes in time$/, colour: 'yellow' },
] as const;

export default dashboard({
  uid: 'voting-app-overview',
  title: 'Voting app / Overview',
  description: 'Is the vote working, for everyone, right now?',
  tags: ['voting-app'],
  colours: { service: serviceColours },
  links: links('voting-app-overview'),
  annotations: [started, redisRestarted],
  rows: [
    row('Right now', [
      [
        firing,
        panel.stateTimeline(serviceUp, {
          by: ['service'],
          title: 'Services up or down',
          key: 'services',
          mappings: upOrUnknown,
          links: toSystem,
          width: 6,
        }),
        panel.stat(app.votesAccepted, { ...latest, ...history, decimals: 2, max: ofOneWorker }),
        panel.stat(app.queueWait, { ...latest, ...history, max: 60 }),
      ],
    ]),
    row('The path of a vote', [
      [
        panel.barGauge({
          key: 'path',
          title: 'Votes at each step',
          description:
            'Votes per second at each step of their way. Where a bar is clearly shorter than the one above it, votes wait or get lost between the two.',
          decimals: 2,
          queries: [app.votesAccepted, app.votesQueued, app.votesDone],
          links: toApplication,
          height: 7,
        }),
        panel.timeseries({
          key: 'arriving-and-stored',
          title: 'Votes arriving and stored',
          description:
            'Where more arrive than are stored, votes wait. The dashed line is what the workers can take at most: above it the queue grows.',
          queries: [app.votesAccepted, app.votesQueued, app.votesDone, app.workerPolls],
          overrides: [
            { query: app.votesAccepted, fill: 25, colour: 'blue' },
            { query: app.votesQueued, colour: '#16b0b8' },
            { query: app.votesDone, colour: '#a9714b' },
            { query: app.workerPolls, style: 'dashed', colour: 'yellow' },
          ],
          links: toApplication,
          min: 0,
          height: 7,
        }),
        panel.stat(app.queueLength, { ...latest, ...history, max: 100 }),
        panel.stat({
          ...history,
          key: 'failing',
          title: 'Votes that fail',
          description:
            'The share of the votes of the last five minutes that vote answered with an error of its own. Look at Redis first: without it no vote can be queued.',
          queries: [query(votesTaken.errorRatio['5m'], { by: ['service'], ...latest })],
          thresholds: {
            from: { warning: allowedToFail, critical: 0.072 },
            reason: 'the objective allows 0.5 %, and at 7.2 % for an hour somebody is paged',
          },
          decimals: 2,
          max: allowedToFail,
        }),
      ],
    ]),
    row('Objectives over 30 days', [
      [
        panel.barGauge({
          key: 'budgets',
          title: 'Error budget left',
          description:
            'How many of the failures that a month allows are left. At nothing a promise is broken: no more risk until it recovers.',
          queries: budgets,
          decimals: 1,
          width: 7,
        }),
        panel.timeseries({
          key: 'burn-rates',
          title: 'Error budget burn rate, last hour',
          description:
            'How many times faster than allowed each budget was spent within the last hour. At 1 it lasts exactly 30 days; from 14.4 on somebody is paged.',
          queries: burnRates,
          colours: {},
          overrides: budgetColours,
          min: 0,
          height: 6,
        }),
        panel.text({
          key: 'where-to-look',
          title: 'Where to look',
          description: '',
          markdown: [
            'Begin with the runbook of the alert that fires. A service that is down: **System**. Votes that wait or fail: **Application**, then **Database**.',
            'No vote is cast as a test, since it would count. **While nobody votes**, only RedisDown, RedisSaveFailed and RedisRefusingCommands tell that no vote could be taken.',
          ].join('\n\n'),
          height: 6,
        }),
      ],
    ]),
    row('Error budgets in detail', [objectiveLine(votesTaken), objectiveLine(pagesFast), objectiveLine(votesFresh)], {
      collapsed: true,
    }),
  ],
});
