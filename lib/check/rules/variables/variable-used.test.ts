import { queryVariable } from 'plainsight';
import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders, panelOf, queue_length, shop } from '../../../../test/support/shop.ts';
import type { Variable } from '../../../model/variable.ts';
import { variableUsed } from './variable-used.ts';

const mode: Variable = { kind: 'text', name: 'mode', label: 'Mode', value: '' };
const window: Variable = { kind: 'interval', name: 'window', label: 'Window', values: ['5m', '1h'] };
const service = queryVariable({ name: 'service', label: 'Service', of: queue_length, values: 'service' });
const variables = [mode];

describeRule(variableUsed, {
  example: shop({ dashboard: { variables } }),
  allows: [
    [
      'one in a selector',
      shop({ dashboard: { variables }, panels: [panelOf(`max(queue_length{queue=~"\${mode:regex}"})`)] }),
    ],
    [
      'one in part of a matcher',
      shop({ dashboard: { variables }, panels: [panelOf('max(queue_length{queue=~"a-$mode"})')] }),
    ],
    [
      'one in a title',
      shop({ dashboard: { variables }, panels: [panel.timeseries(orders, { key: 'a', title: 'Of [[mode]]' })] }),
    ],
    [
      'one that repeats a panel',
      shop({
        dashboard: { variables },
        panels: [panel.timeseries(orders, { key: 'a', repeat: { variable: 'mode', direction: 'vertical' } })],
      }),
    ],
    [
      'one as a window',
      shop({ dashboard: { variables: [window] }, panels: [panelOf('max(max_over_time(queue_length[$window]))')] }),
    ],
    ['one that filters', shop({ dashboard: { filter: { service } } })],
    ['ad hoc filters', shop({ dashboard: { variables: [{ kind: 'ad hoc', name: 'filters', label: 'Filters' }] } })],
  ],
  finds: [
    [
      'a filter by a label that no selector has',
      shop({ dashboard: { filter: { region: { ...service, name: 'region' } } } }),
      { found: 'the variable region, which nothing uses' },
    ],
  ],
});
