/** No line falls between two evaluations of a rule. */
import { ranges } from '../../../logql/walk.ts';
import { logsEvaluatedEvery } from '../../../model/resolved.ts';
import { durationText } from '../../../units/duration.ts';
import { rule } from '../../rule.ts';
import { placeOf } from '../../survey/expressions.ts';

export const logWindow = rule({
  id: 'log-window',
  reason: 'A window shorter than the time between two evaluations leaves lines out that nobody ever looks at.',
  source: 'our own; Loki, ruler: evaluation_interval',
  example: {
    where: 'alert Lines',
    found: 'a window of 5s, and its rule is evaluated every 15s',
    allowed: 'a window of at least 15s',
    remedy: "lengthen it: breaches(signal, 'warning', { over: '1m' })",
  },
  *check({ logExpressions, model }) {
    const every = logsEvaluatedEvery(model);
    for (const expression of logExpressions) {
      if (expression.use !== 'log alert') continue;
      for (const { of } of ranges(expression.node)) {
        if (of.window.kind !== 'duration' || of.window.duration.ms >= every.ms) continue;
        yield {
          ...placeOf(expression),
          found: `a window of ${durationText(of.window.duration)}, and its rule is evaluated every ${durationText(every)}`,
          allowed: `a window of at least ${durationText(every)}`,
          remedy: "lengthen it: breaches(signal, 'warning', { over: '1m' })",
        };
      }
    }
  },
});
