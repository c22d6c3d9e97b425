/** A rule does not use Grafana's variables. */
import { linesIn, ranges } from '../../../logql/walk.ts';
import { rule } from '../../rule.ts';
import type { Expression, LogExpression } from '../../survey/expressions.ts';
import { everywhere } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';
import { shiftVariables, windowVariables } from '../../survey/variable-uses.ts';

export const grafanaVariable = rule({
  id: 'grafana-variable',
  reason:
    "Prometheus evaluates rules by itself: nobody replaces Grafana's variables there, and the file does not load.",
  source: 'pint: promql/syntax',
  example: {
    where: 'alert Few',
    found: '$__rate_interval in a rule',
    allowed: 'fixed windows and values',
    remedy: "name the window: value(signal, { over: '5m' })",
  },
  *check(survey) {
    for (const { name, expressions } of [...variables(survey), ...logVariables(survey)]) {
      yield* everywhere(expressions, {
        found: `${name} in a rule`,
        allowed: 'fixed windows and values',
        remedy: "name the window: value(signal, { over: '5m' })",
      });
    }
  },
});

interface Named {
  readonly name: string;
  readonly expressions: readonly (Expression | LogExpression)[];
}

function* variables({ inRules: { ranges, selectors, numberVariables } }: Survey): Iterable<Named> {
  for (const { node, expressions } of ranges) {
    for (const name of windowVariables(node)) yield { name, expressions };
  }
  for (const { node, expressions } of selectors) {
    for (const name of shiftVariables(node)) yield { name, expressions };
    for (const { value } of node.matchers) if (typeof value !== 'string') yield { name: value.variable, expressions };
  }
  for (const { node, expressions } of numberVariables) yield { name: node.name, expressions };
}

/** Loki's ruler evaluates its rules by itself as well. */
function* logVariables({ logExpressions }: Survey): Iterable<Named> {
  for (const expression of logExpressions) {
    if (expression.use !== 'log alert') continue;
    for (const { of } of ranges(expression.node)) {
      if (of.window.kind === 'variable') yield { name: of.window.name, expressions: [expression] };
    }
    const values = linesIn(expression.node).flatMap(({ streams }) => streams.map(({ value }) => value));
    for (const value of values)
      if (typeof value !== 'string') yield { name: value.variable, expressions: [expression] };
  }
}
