/** What a viewer can do with a dashboard: annotations, zoom, repeated panels, ad hoc filters and log lines. */

import { redisRestarted, started } from '../../dashboards/annotations.ts';
import { service } from '../../dashboards/variables.ts';
import * as lib from '../../lib/index.ts';
import * as app from '../../stack/signals/application.ts';
import * as system from '../../stack/signals/system.ts';

const words = (key: string) => ({ key, title: key, description: 'For the tests of the preview.' });

export default lib.dashboard({
  uid: 'viewer',
  title: 'Voting app / Viewer',
  description: 'What a viewer can do.',
  tags: ['voting-app'],
  filter: { service },
  variables: [
    { kind: 'datasource', name: 'logs', label: 'Logs', type: 'loki' },
    { kind: 'ad hoc', name: 'filters', label: 'Filters' },
  ],
  annotations: [started, redisRestarted],
  rows: [
    lib.row('Over time', [
      [
        lib.timeseries(app.requests, { ...words('requests'), by: ['service', 'status'] }),
        lib.timeseries(system.containerCpu, { ...words('cpu'), by: ['service'] }),
      ],
    ]),
    lib.row('Each', [
      [
        lib.timeseries(system.containerMemory, {
          ...words('memory'),
          title: 'Memory of ${service}',
          by: ['service'],
          repeat: { variable: 'service', direction: 'horizontal', perLine: 2 },
        }),
      ],
      [
        lib.stat(system.containerMemory, {
          ...words('number'),
          title: 'Number of ${service}',
          width: 8,
          repeat: { variable: 'service', direction: 'vertical' },
        }),
        lib.textPanel({ ...words('text'), width: 8, markdown: 'Some text that can be selected' }),
      ],
    ]),
    lib.row('Lines', [[lib.logsPanel({ ...words('lines'), wrap: 'yes', streams: { service: ['vote', 'worker'] } })]]),
  ],
});
