/** What a viewer can do with a dashboard: annotations, zoom, repeated panels, ad hoc filters and log lines. */

import { dashboard, row } from 'plainsight';
import { stream } from 'plainsight/logql';
import * as panel from 'plainsight/panels';
import { redisRestarted, started } from '../../dashboards/annotations.ts';
import { service } from '../../dashboards/variables.ts';
import * as app from '../../stack/signals/application.ts';
import * as containers from '../../stack/signals/containers.ts';

const words = (key: string) => ({ key, title: key, description: 'For the tests of the preview.' });

export default dashboard({
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
    row('Over time', [
      [
        // Its key is that of its signal.
        panel.timeseries(app.requests, {
          title: 'requests',
          description: 'For the tests of the preview.',
          by: ['service', 'status'],
        }),
        panel.timeseries(containers.containerCpu, { ...words('cpu'), by: ['service'] }),
      ],
    ]),
    row('Each', [
      [
        panel.timeseries(containers.containerMemory, {
          ...words('memory'),
          title: 'Memory of ${service}',
          by: ['service'],
          repeat: { variable: 'service', direction: 'horizontal', perLine: 2 },
        }),
      ],
      [
        panel.stat(containers.containerMemory, {
          ...words('number'),
          title: 'Number of ${service}',
          width: 8,
          repeat: { variable: 'service', direction: 'vertical' },
        }),
        panel.text({
          ...words('text'),
          width: 8,
          markdown: 'Some text that can be selected\n\n<script>alert(1)</script>',
        }),
      ],
    ]),
    row('Lines', [
      [
        panel.logs({
          ...words('lines'),
          wrap: true,
          lines: stream({ labels: ['service'] }).where({ service: ['vote', 'worker'] }),
        }),
      ],
    ]),
  ],
});
