/** Which series an expression yields: the label sets of its selectors, carried through aggregations and joins. */
import type { BinaryNode, CallNode, Node } from '../../promql/node.ts';
import { plainLabel } from '../../promql/split.ts';
import { children } from '../../promql/walk.ts';
import { distinct, only, selectedSets } from './selected.ts';
import { type KnownJobs, type Labels, replaced } from './target-labels.ts';

/** The labels that matter, and what is known of the targets. */
interface Asked {
  readonly wanted: ReadonlySet<string>;
  readonly jobs: KnownJobs;
}

/**
 * The label sets of an expression, with the labels `wanted` alone. A label whose values nobody knows is left out.
 *
 * @example labelSets(sum by (service) (rate(http_requests_total[5m])), …) // [{ service: 'result' }, { service: 'vote' }]
 */
export function labelSets(node: Node, asked: Asked): readonly Labels[] {
  switch (node.kind) {
    case 'selector':
      return selectedSets(node, asked.wanted, asked.jobs);
    case 'aggregate':
      return distinct(labelSets(node.of, asked).map((set) => only(set, kept(node.grouping, asked.wanted))));
    case 'binary':
      return binarySets(node, asked);
    case 'call':
      return callSets(node, asked);
    default:
      return firstSets(children(node), asked);
  }
}

function kept(grouping: Extract<Node, { kind: 'aggregate' }>['grouping'], wanted: ReadonlySet<string>) {
  const named = new Set((grouping?.labels ?? []).map(plainLabel));
  if (grouping?.kind === 'without') return new Set([...wanted].filter((label) => !named.has(label)));
  return new Set([...wanted].filter((label) => named.has(label)));
}

function binarySets({ operator, left, right, matching }: BinaryNode, asked: Asked): readonly Labels[] {
  const [a, b] = [labelSets(left, asked), labelSets(right, asked)];
  if (operator === 'or') return distinct([...a, ...b]);
  return matching?.group?.side === 'right' || a.length === 0 ? b : a;
}

const WITHOUT_LABELS: ReadonlySet<string> = new Set(['scalar', 'time', 'vector']);
const ABSENT: ReadonlySet<string> = new Set(['absent', 'absent_over_time']);

function callSets(node: CallNode, asked: Asked): readonly Labels[] {
  const name = node.function;
  // While all is well, nothing is absent.
  if (ABSENT.has(name)) return [];
  if (WITHOUT_LABELS.has(name)) return [{}];
  const [of, ...rest] = node.arguments;
  if (of !== undefined && name === 'label_replace') return replacedSets(of, rest.map(textOf), asked);
  return firstSets(node.arguments, asked);
}

function replacedSets(of: Node, texts: readonly string[], { wanted, jobs }: Asked): readonly Labels[] {
  const [target = '', replacement = '', source = '', regex = ''] = texts;
  const sets = labelSets(of, { wanted: new Set([...wanted, source]), jobs });
  return distinct(
    sets.map((set) => {
      const value = replaced(set[source] ?? '', regex, replacement);
      return only(value === undefined ? set : { ...set, [target]: value }, wanted);
    }),
  );
}

function textOf(node: Node): string {
  return node.kind === 'string' ? node.value : '';
}

/** Of several operands the first that has series decides: a quantile's parameter has none. */
function firstSets(nodes: readonly Node[], asked: Asked): readonly Labels[] {
  return nodes.map((node) => labelSets(node, asked)).find((sets) => sets.length > 0) ?? [];
}
