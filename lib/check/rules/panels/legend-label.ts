/** A legend names labels that its line is split by. */
import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { labelsIn } from '../../survey/texts.ts';

export const legendLabel = rule({
  id: 'legend-label',
  reason: 'A label that is summed away leaves a gap in the legend, and several lines of one name.',
  source: 'our own; pint: promql/aggregate',
  example: {
    where: 'dashboard shop / panel orders',
    found: 'the legend of line orders names the label kind',
    allowed: 'labels that the line is split by: service',
    remedy: "split it by the label too: by: ['service', 'kind'], or take it out of the legend",
  },
  *check({ queries }) {
    for (const { panel, query } of queries) {
      const { key, labels, legend } = query;
      for (const label of labelsIn(legend)) {
        if (labels.includes(label)) continue;
        const wanted = [...labels, label].map((name) => `'${name}'`).join(', ');
        yield {
          about: panel,
          found: `the legend of line ${key} names the label ${label}`,
          allowed: `labels that the line is split by: ${listed(labels)}`,
          remedy: `split it by the label too: by: [${wanted}], or take it out of the legend`,
        };
      }
    }
  },
});
