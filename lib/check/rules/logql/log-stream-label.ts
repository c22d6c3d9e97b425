/** Streams are chosen by labels that their shipper sets. */
import { linesIn } from '../../../logql/walk.ts';
import { SHIPPED_LABELS } from '../../../model/deployment/log-collection.ts';
import { didYouMean, listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { placeOf } from '../../survey/expressions.ts';

const SHIPPED: readonly string[] = SHIPPED_LABELS;

export const logStreamLabel = rule({
  id: 'log-stream-label',
  reason: 'A label that no stream has chooses no stream: the query is right, and always empty.',
  source: 'our own; the labels that Alloy is told to set',
  example: {
    where: 'dashboard shop / panel lines',
    found: 'streams chosen by the label srvice, which nobody sets',
    allowed: 'project, service, container, stream and level',
    remedy: 'did you mean service? Otherwise filter what is read from the lines',
  },
  *check({ logExpressions, model: { deployment } }) {
    // Who ships lines elsewhere knows his labels, and says them where he declares the streams.
    if (deployment?.logCollection === undefined) return;
    for (const expression of logExpressions) {
      const labels = linesIn(expression.node).flatMap(({ streams }) => streams.map(({ label }) => label));
      for (const label of new Set(labels.filter((each) => !SHIPPED.includes(each)))) {
        yield {
          ...placeOf(expression),
          found: `streams chosen by the label ${label}, which nobody sets`,
          allowed: listed(SHIPPED),
          remedy: didYouMean(label, SHIPPED, 'filter what is read from the lines'),
        };
      }
    }
  },
});
