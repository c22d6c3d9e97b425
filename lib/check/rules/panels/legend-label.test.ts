import { text } from 'plainsight';
import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { orders, shop, withFirstPanel } from '../../../../test/support/shop.ts';
import { legendLabel } from './legend-label.ts';

const kind = { hole: 'label', label: 'kind' } as const;
const withLegend = (labels: readonly string[]) =>
  withFirstPanel(shop(), (panel) => ({
    ...panel,
    queries: panel.queries.map((query) => ({ ...query, labels, legend: text`by ${kind}` })),
  }));

describeRule(legendLabel, {
  example: withLegend(['service']),
  allows: [
    [
      'a label of the line',
      shop({ panels: [panel.timeseries(orders, { key: 'a', by: ['service'], legend: (l) => text`${l.service}` })] }),
    ],
  ],
  finds: [
    [
      'a label of a line without labels',
      withLegend([]),
      {
        allowed: 'labels that the query keeps: none',
        remedy: "keep the label: by: ['kind'], or remove it from the legend",
      },
    ],
  ],
});
