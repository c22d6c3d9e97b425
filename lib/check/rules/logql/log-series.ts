/** What is read out of lines is aggregated away, or chosen. */
import type { LogNode, Stage } from '../../../logql/node.ts';
import { children } from '../../../logql/walk.ts';
import { rule } from '../../rule.ts';
import { placeOf } from '../../survey/expressions.ts';

export const logSeries = rule({
  id: 'log-series',
  reason:
    'A format makes a label of every field: each path, address and duration becomes a series, and Loki stops at 500.',
  source: 'Loki, limits_config: max_query_series',
  example: {
    where: 'dashboard shop / panel lines',
    found: 'a series for each value of all that pattern reads from the lines',
    allowed: 'an aggregation around it, by the labels that are meant',
    remedy: 'aggregate it: sum(…, { by })',
  },
  *check({ logExpressions }) {
    for (const expression of logExpressions) {
      if (expression.node.kind === 'lines') continue;
      for (const format of unaggregated(expression.node)) {
        yield {
          ...placeOf(expression),
          found: `a series for each value of all that ${format} reads from the lines`,
          allowed: 'an aggregation around it, by the labels that are meant',
          remedy: 'aggregate it: sum(…, { by })',
        };
      }
    }
  },
});

/** They leave every series as it is. */
const PICKING: ReadonlySet<string> = new Set(['topk', 'bottomk', 'sort', 'sort_desc']);
const FORMATS: ReadonlySet<Stage['kind']> = new Set(['json', 'logfmt', 'pattern', 'regexp', 'unpack']);

/** The formats whose fields all reach the result. */
function* unaggregated(node: LogNode): Iterable<string> {
  if (node.kind === 'aggregate' && !PICKING.has(node.operator)) return;
  if (node.kind !== 'range aggregate') {
    for (const child of children(node)) yield* unaggregated(child);
    return;
  }
  const { operator, grouping, of } = node;
  if (grouping !== undefined || operator === 'absent_over_time') return;
  const { stages } = of.lines;
  const format = stages.find(({ kind }) => FORMATS.has(kind));
  if (format !== undefined && !stages.some(({ kind }) => kind === 'keep')) yield format.kind;
}
