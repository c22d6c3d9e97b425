/**
 * What functions do to labels.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/
 */
import type { CallNode, Node } from '../../promql/node.ts';
import { type Labels, NO_LABELS, withLabels, without } from './labels.ts';
import { matched } from './selector.ts';

/** Functions that answer with a number. */
const SCALARS: ReadonlySet<string> = new Set(['scalar', 'time', 'pi']);
const ABSENT: ReadonlySet<string> = new Set(['absent', 'absent_over_time']);

type Arguments = readonly (Labels | undefined)[];

const EFFECTS: Readonly<Record<string, (of: Labels, node: CallNode) => Labels>> = {
  histogram_quantile: (of) => without(of, ['le']),
  histogram_fraction: (of) => without(of, ['le']),
  label_replace: written,
  label_join: written,
  info: ({ named }) => ({ named, others: 'sometimes' }),
};

/** The labels of a call's result, given those of its arguments; undefined for a number. */
export function callLabels(node: CallNode, given: Arguments): Labels | undefined {
  const { function: name } = node;
  if (SCALARS.has(name)) return undefined;
  if (ABSENT.has(name)) return absentLabels(node.arguments[0]);
  const of = given.find((labels) => labels !== undefined) ?? NO_LABELS;
  return EFFECTS[name]?.(of, node) ?? of;
}

/**
 * `absent()` answers with the labels that equality matchers pin; one that is matched twice it leaves out.
 * Source: createLabelsForAbsentFunction() in Prometheus' promql/functions.go.
 */
function absentLabels(of: Node | undefined): Labels {
  const selector = of?.kind === 'range' ? of.selector : of;
  if (selector?.kind !== 'selector') return NO_LABELS;
  const { matchers } = selector;
  const once = matchers.filter(({ label }) => matchers.filter((other) => other.label === label).length === 1);
  return matched(
    NO_LABELS,
    once.filter(({ operator }) => operator === '='),
  );
}

/** The label that a function writes may come out empty. */
function written(of: Labels, { arguments: [, to] }: CallNode): Labels {
  return to?.kind === 'string' ? withLabels(of, [[to.value, { presence: 'sometimes' }]]) : of;
}
