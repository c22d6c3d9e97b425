/**
 * What Loki refuses beyond the grammar: said while a query is built, and not by an empty panel or a ruler that does not
 * start. Held to what a real Loki took and refused.
 */
import type { PlainWindow } from '../../promql/node.ts';
import { parseProblemText } from '../../promql/parse/problem.ts';
import { numberText } from '../../promql/quote.ts';
import type {
  LogAggregateNode,
  LogBinaryNode,
  LogNode,
  LogQueryNode,
  LogRangeNode,
  RangeAggregateNode,
} from '../node.ts';
import { parse } from '../parse/parse.ts';
import { conditionRefusals } from './conditions.ts';
import { linesRefusals } from './lines.ts';
import { regexpRefusals } from './matchers.ts';
import { AGGREGATIONS, RANGE_AGGREGATIONS } from './operators.ts';
import { type LogRefusal, labelRefusals, numberRefusals, type QueryPlace, type Refusals } from './refusal.ts';

/**
 * All that Loki would refuse of a query; empty where it takes it. Variables are what Loki itself sees of them, unless
 * Grafana fills them in first: `{ variables: 'filled in' }`.
 *
 * @example
 * refusals({ kind: 'lines', streams: [{ label: 'service', operator: '=~', value: '.*' }], stages: [] })[0]?.found
 * // '{service=~".*"}'
 */
export function refusals(node: LogQueryNode, at: QueryPlace = {}): readonly LogRefusal[] {
  return Object.freeze([...(node.kind === 'lines' ? linesRefusals(node, at) : metricRefusals(node, at))]);
}

function* metricRefusals(node: LogNode, at: QueryPlace): Refusals {
  switch (node.kind) {
    case 'range aggregate':
      return yield* rangeAggregateRefusals(node, at);
    case 'aggregate':
      yield* aggregateRefusals(node);
      return yield* metricRefusals(node.of, at);
    case 'binary':
      yield* binaryRefusals(node);
      yield* metricRefusals(node.left, at);
      return yield* metricRefusals(node.right, at);
    case 'number':
      return yield* numberRefusals(node.value);
    case 'vector':
      return yield* positiveRefusals(node.value, 'vector');
    case 'label replace':
      yield* labelRefusals([node.to]);
      yield* regexpRefusals(node.regexp, `label_replace(…, "${node.regexp}")`);
      return yield* metricRefusals(node.of, at);
    case 'raw':
      return yield* rawRefusals(node.text, at);
  }
}

function* rawRefusals(text: string, at: QueryPlace): Refusals {
  const parsed = parse(text);
  if (parsed.ok) return yield* refusals(parsed.node, at);
  yield { found: parseProblemText(parsed.problem), allowed: 'a query in LogQL', remedy: 'correct the text' };
}

function* rangeAggregateRefusals(node: RangeAggregateNode, at: QueryPlace): Refusals {
  const { operator, parameter, of, grouping } = node;
  const rule = RANGE_AGGREGATIONS[operator];
  if (rule === undefined) {
    yield {
      found: `${operator}()`,
      allowed: Object.keys(RANGE_AGGREGATIONS).join(', '),
      remedy: 'count lines with count_over_time() or rate(); Loki has no increase(), irate() or histogram_quantile()',
    };
    return;
  }
  if (rule.unwrap === 'needed' && of.unwrap === undefined) {
    yield {
      found: `${operator}() of lines`,
      allowed: `${operator}() of a label's values`,
      remedy: 'name the label that is the value: | unwrap duration(took)',
    };
  }
  if (rule.unwrap === 'refused' && of.unwrap !== undefined) {
    yield {
      found: `${operator}() with unwrap ${of.unwrap.label}`,
      allowed: `${operator}() of lines`,
      remedy: 'leave unwrap out, or take sum_over_time()',
    };
  }
  if (!rule.grouping && grouping !== undefined) {
    yield {
      found: `${operator}(…) ${grouping.kind} (${grouping.labels.join(', ')})`,
      allowed: `${operator}() without a grouping of its own`,
      remedy: `aggregate around it: sum ${grouping.kind} (${grouping.labels.join(', ')}) (${operator}(…))`,
    };
  }
  yield* parameterRefusals(operator, parameter, rule.parameter);
  yield* labelRefusals(grouping?.labels ?? []);
  yield* rangeRefusals(of, at);
}

function* rangeRefusals({ lines, unwrap, window }: LogRangeNode, at: QueryPlace): Refusals {
  yield* linesRefusals(lines, at);
  yield* labelRefusals(unwrap === undefined ? [] : [unwrap.label]);
  for (const filter of unwrap?.filters ?? []) yield* conditionRefusals(filter, at);
  yield* windowRefusals(window, at);
}

function* windowRefusals(window: PlainWindow, { variables }: QueryPlace): Refusals {
  if (window.kind === 'variable' && variables === 'filled in') return;
  if (window.kind === 'duration' && window.duration.ms > 0) return;
  yield {
    found: window.kind === 'variable' ? `[${window.name}]` : `[${window.duration.ms}ms]`,
    allowed: 'a duration above 0: Loki itself knows no variables of Grafana',
    remedy: 'write a literal window, [5m]',
  };
}

function* aggregateRefusals({ operator, parameter, grouping }: LogAggregateNode): Refusals {
  const rule = AGGREGATIONS[operator];
  if (rule === undefined) {
    const remedy =
      operator === 'approx_topk'
        ? 'take topk(): approx_topk() is off unless Loki is told otherwise'
        : 'take one of these';
    yield { found: `${operator}()`, allowed: Object.keys(AGGREGATIONS).join(', '), remedy };
    return;
  }
  if (!rule.grouping && grouping !== undefined) {
    yield {
      found: `${operator}() with a grouping`,
      allowed: `${operator}() alone`,
      remedy: 'group in an aggregation inside of it',
    };
  }
  yield* labelRefusals(grouping?.labels ?? []);
  yield* parameterRefusals(operator, parameter, rule.parameter);
}

function* parameterRefusals(
  operator: string,
  parameter: number | undefined,
  takes: 'count' | 'quantile' | 'none',
): Refusals {
  if (takes === 'none') {
    if (parameter === undefined) return;
    yield { found: `${operator}(${parameter}, …)`, allowed: `${operator}(…)`, remedy: 'leave the number out' };
    return;
  }
  const isRight = takes === 'count' ? Number.isInteger(parameter) && Number(parameter) > 0 : Number(parameter) >= 0;
  if (isRight) return;
  yield {
    found: parameter === undefined ? `${operator}(…)` : `${operator}(${numberText(parameter)}, …)`,
    allowed: takes === 'count' ? `${operator}(5, …), with a whole number above 0` : `${operator}(0.95, …)`,
    remedy: 'write the number first',
  };
}

function* positiveRefusals(value: number, name: string): Refusals {
  yield* numberRefusals(value);
  if (!(value < 0 || Object.is(value, -0))) return;
  yield {
    found: `${name}(${numberText(value)})`,
    allowed: `${name}() of a number without a sign`,
    remedy: `write 0 - ${name}(${numberText(-value)})`,
  };
}

const SETS = new Set(['and', 'or', 'unless']);

function* binaryRefusals({ operator, left, right, matching }: LogBinaryNode): Refusals {
  yield* labelRefusals([...(matching?.labels ?? []), ...(matching?.group?.include ?? [])]);
  const number = [left, right].find(({ kind }) => kind === 'number');
  if (!SETS.has(operator) || number === undefined) return;
  yield {
    found: `a number beside ${operator}`,
    allowed: `${operator} between two vectors`,
    remedy: 'write vector(0) for a number',
  };
}
