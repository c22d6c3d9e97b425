/** What `raw()` holds is PromQL. */
import { parsedRaw } from '../../../promql/raw.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';

export const rawParses = rule({
  id: 'raw-parses',
  reason:
    'Nothing but the parser checks such a text: a mistake would be found by the server, when the panel is opened.',
  source: 'dashboard-linter: target-promql-rule; pint: promql/syntax',
  example: {
    where: 'dashboard shop / panel raw',
    found: '`max(queue_length`, which does not parse at 1:17: the end',
    allowed: 'there: an operator, ) or ,',
    remedy: 'correct the text, or write it with typed functions',
  },
  *check({ unparsed }) {
    for (const { node, expressions } of unparsed) {
      const answer = parsedRaw(node);
      if (answer.ok) continue;
      const { line, column, found, expected } = answer.problem;
      yield* everywhere(expressions, {
        found: `\`${node.text}\`, which does not parse at ${line}:${column}: ${found}`,
        allowed: `there: ${expected}`,
        remedy: 'correct the text, or write it with typed functions',
      });
    }
  },
});
