/** A legend names labels that its line is split by. */
import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { labelsIn } from '../../survey/texts.ts';

export const legendLabel = rule({
  id: 'legend-label',
  reason: 'A label that was aggregated away leaves a gap in the legend, and several series have the same name.',
  source: 'our own; pint: promql/aggregate',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'the legend of query orders names the label kind',
    allowed: 'labels that the query keeps: service',
    remedy: "keep the label: by: ['service', 'kind'], or remove it from the legend",
  },
  *check({ queries }) {
    for (const { panel, query } of queries) {
      const { key, labels, legend } = query;
      for (const label of labelsIn(legend)) {
        if (labels.includes(label)) continue;
        const wanted = [...labels, label].map((name) => `'${name}'`).join(', ');
        yield {
          about: panel,
          found: `the legend of query ${key} names the label ${label}`,
          allowed: `labels that the query keeps: ${listed(labels)}`,
          remedy: `keep the label: by: [${wanted}], or remove it from the legend`,
        };
      }
    }
  },
});
