/** What do the services write, how much of it are errors, and what exactly? */
import { dashboard, row } from 'plainsight';
import { variable } from 'plainsight/logql';
import * as panel from 'plainsight/panels';
import { dashboardRange } from 'plainsight/promql';
import { logs } from '../stack/logs.ts';
import * as signals from '../stack/signals/logs.ts';
import { redisRestarted, started } from './annotations.ts';
import { optionColours, serviceColours } from './colours.ts';
import { firing } from './firing.ts';
import { links } from './links.ts';
import { level, logsSource, searched, service } from './variables.ts';

export default dashboard({
  uid: 'voting-app-logs',
  title: 'Voting app / Logs',
  description: 'How much the services write, what of it are errors, and the lines themselves.',
  tags: ['voting-app'],
  filter: { service },
  variables: [level, searched, logsSource],
  colours: { service: serviceColours, vote: optionColours },
  links: links('voting-app-logs'),
  annotations: [started, redisRestarted],
  rows: [
    row('Problems', [
      [
        firing,
        panel.timeseries(signals.logErrors, { by: ['service'], draw: 'bars', stack: 'normal', min: 0, height: 7 }),
      ],
      [
        panel.timeseries(signals.reconnects, { by: ['service'], draw: 'bars', min: 0, decimals: 0, height: 6 }),
        panel.stat(signals.silence, {
          title: 'Log lines from vote',
          mappings: [
            { of: 0, text: 'Arriving' },
            { of: 1, text: 'None' },
          ],
          colour: 'background',
          width: 5,
          height: 6,
        }),
        panel.stat(signals.reconnects, {
          key: 'reconnects-total',
          title: 'Waits and reconnects in total',
          over: dashboardRange,
          width: 6,
          height: 6,
        }),
      ],
    ]),
    row('Volume', [
      [
        panel.timeseries(signals.logVolume, { by: ['service'], stack: 'normal', min: 0, height: 6 }),
        panel.timeseries(signals.votesByOption, { by: ['vote'], min: 0, height: 6 }),
      ],
    ]),
    row('Lines', [
      [
        panel.logs({
          key: 'lines',
          title: 'Log lines, newest first',
          description:
            'The lines of the chosen services that have the chosen level and contain the text. A line opens to show its labels. Voters are masked before a line is stored.',
          lines: logs.where({ level: variable('level') }).contains(variable('text')),
          // On a telephone the time alone would fill the line.
          wrap: true,
          height: 14,
        }),
      ],
    ]),
  ],
});
