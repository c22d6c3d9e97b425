/** Does any host run out of memory or processor time? */
import { dashboard, row } from 'plainsight';
import * as panel from 'plainsight/panels';
import { cpuUse, memoryUse } from '../stack/signals/hosts.ts';

export default dashboard({
  uid: 'hosts',
  title: 'Hosts',
  description: 'Memory and processors of every host.',
  tags: ['hosts'],
  rows: [
    row('Memory and processors', [
      [panel.timeseries(memoryUse, { by: ['instance'] }), panel.timeseries(cpuUse, { by: ['instance'] })],
    ]),
  ],
});
