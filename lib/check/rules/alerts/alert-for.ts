/** The time for which an alert must hold is longer than one evaluation. */

import { logsEvaluatedEvery } from '../../../model/resolved.ts';
import { durationText } from '../../../units/duration.ts';
import { rule } from '../../rule.ts';
import { evaluatedEvery } from '../../survey/series.ts';

export const alertFor = rule({
  id: 'alert-for',
  reason: 'A `for` below the interval of evaluation is rounded up to it: the alert comes later than it says.',
  source: 'pint: rule/for and alerts/for',
  example: {
    where: 'alert Few',
    found: 'for 5s, and its group alerts is evaluated every 15s',
    allowed: 'at least 15s, or none',
    remedy: 'lengthen it, leave it out, or evaluate the group more often',
  },
  *check({ alerts, model }) {
    for (const { rule: alert, ...placed } of alerts) {
      const { group } = placed;
      const every = placed.use === 'log alert' ? logsEvaluatedEvery(model) : evaluatedEvery(placed.group, model);
      for (const [name, span] of [
        ['for', alert.for],
        ['keep_firing_for', alert.keepFiringFor],
      ] as const) {
        if (span === undefined || span.ms === 0 || span.ms >= every.ms) continue;
        yield {
          about: alert,
          found: `${name} ${durationText(span)}, and its group ${group.name} is evaluated every ${durationText(every)}`,
          allowed: `at least ${durationText(every)}, or none`,
          remedy: 'lengthen it, leave it out, or evaluate the group more often',
        };
      }
    }
  },
});
