/** What kind of series a selector reads. */
import type { Kind } from '../../catalogue/metric.ts';
import type { SelectorNode } from '../../promql/node.ts';
import type { Survey } from './survey.ts';

const PART = /_(?:bucket|sum|count)$/;

/**
 * The kind of a selector's series; undefined for what is recorded or not known. What a classic histogram and a summary
 * are asked for are counters, but for a summary's own quantiles.
 */
export function seriesKind({ metric, facts }: SelectorNode, { model, recorded }: Survey): Kind | undefined {
  const known = facts ?? model.catalogue.get(metric);
  if (known === undefined || known.kind === 'untyped' || recorded.has(metric)) return undefined;
  if (known.kind !== 'histogram' && known.kind !== 'summary') return known.kind;
  return PART.test(metric) && metric !== known.name ? 'counter' : known.kind;
}
