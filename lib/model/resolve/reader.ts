/** Reads signals for one profile: which are available, and what their queries are for a given reader. */

import { orZeroNode } from '../../promql/comparison.ts';
import { labelSet } from '../../promql/expr.ts';
import type { AggregateNode, Node, WindowNode } from '../../promql/node.ts';
import { plainLabel } from '../../promql/split.ts';
import { mapNode, visit } from '../../promql/walk.ts';
import { type Choice, fill } from '../fill.ts';
import { recordedSeries } from '../read.ts';
import { type AnySignal, labelsOf, type Source } from '../signal.ts';

export interface Reader {
  /** Why a signal cannot be read in this profile; nothing where it can. */
  missing(signal: AnySignal): readonly string[];
  /** Why an expression cannot be evaluated in this profile. */
  missingIn(node: Node): readonly string[];
  /** A signal's query, for a reader that keeps some labels and chooses a window. */
  read(signal: AnySignal, choice: Choice): Node;
  /** The query of a signal's recording rule. */
  rule(signal: AnySignal): Node;
  /** An alert's expression with the signals that it names filled in. */
  expand(node: Node): Node;
  /** The signals that an expression reads, in the order in which it names them. */
  signalsIn(node: Node): readonly AnySignal[];
}

/** Operators of which an aggregate of aggregates is the aggregate of all. */
const ASSOCIATIVE: ReadonlySet<string> = new Set(['sum', 'min', 'max']);

/**
 * A reader of a profile's signals.
 *
 * @throws TypeError for a reference to a signal that is not registered: a programmer's error.
 */
export function reader(signals: readonly AnySignal[], profile: string): Reader {
  const byId = new Map(signals.map((signal) => [signal.id, signal]));
  const byRecord = new Map(signals.flatMap((signal) => (signal.recording ? [[signal.recording.as, signal]] : [])));

  const registered = (id: string): AnySignal => {
    const signal = byId.get(id);
    if (signal === undefined) throw new TypeError(`signal '${id}' is read but not registered in the model.`);
    return signal;
  };
  const sourceOf = (signal: AnySignal): Source =>
    signal.sources[profile] ?? signal.sources[''] ?? { unavailable: `profile ${profile} has no source for it` };

  const signalsIn = (node: Node): readonly AnySignal[] => {
    const found = new Set<AnySignal>();
    visit(node, (seen) => {
      const recordedBy = seen.kind === 'selector' ? byRecord.get(seen.metric) : undefined;
      if (seen.kind === 'reference') found.add(registered(seen.to));
      else if (recordedBy !== undefined) found.add(recordedBy);
    });
    return [...found];
  };
  const missing = (signal: AnySignal): readonly string[] => {
    const source = sourceOf(signal);
    return 'unavailable' in source ? [source.unavailable] : missingIn(source.node);
  };
  const missingIn = (node: Node): readonly string[] => [...new Set(signalsIn(node).flatMap(missing))];

  const expand = (node: Node): Node =>
    mapNode(node, (seen) => (seen.kind === 'reference' ? read(registered(seen.to), choiceOf(seen)) : seen));

  const inline = (signal: AnySignal, choice: Choice): Node => {
    const source = sourceOf(signal);
    if ('unavailable' in source) throw new TypeError(`signal '${signal.id}' is unavailable in profile ${profile}.`);
    const filled = expand(fill(source.node, choice));
    return signal.whenEmpty === 'zero' && choice.by.length === 0 ? orZeroNode(filled) : filled;
  };
  // Panels that choose alike share one tree: of a thousand dashboards, most do.
  const known = new Map<string, Node>();
  const read = (signal: AnySignal, choice: Choice): Node => {
    const key = JSON.stringify([signal.id, choice.by, choice.window]);
    const node = known.get(key) ?? readAnew(signal, choice);
    known.set(key, node);
    return node;
  };
  const readAnew = (signal: AnySignal, choice: Choice): Node => {
    if (signal.recording === undefined) return inline(signal, choice);
    const series = recordedSeries(signal).node;
    if (choice.by.length === signal.split.names.length) return series;
    const source = sourceOf(signal);
    const outer = 'node' in source ? reaggregated(source.node) : undefined;
    if (outer === undefined) return inline(signal, choice);
    const grouping = { kind: 'by', labels: labelsOf({ ...signal, split: labelSet(choice.by) }) } as const;
    return Object.freeze({ kind: 'aggregate', operator: outer.operator, of: series, grouping });
  };
  const rule = (signal: AnySignal): Node => {
    const window: WindowNode = { kind: 'duration', duration: signal.recording?.over ?? { ms: 300_000 } };
    return inline(signal, { by: signal.split.names, window });
  };
  return Object.freeze({ missing, missingIn, read, rule, expand, signalsIn });
}

function choiceOf({ by, window }: Extract<Node, { kind: 'reference' }>): Choice {
  return { by: by.map(plainLabel), window };
}

/** The outermost aggregation, where fewer labels of its recorded result can be had by aggregating once more. */
function reaggregated(node: Node): AggregateNode | undefined {
  return node.kind === 'aggregate' && ASSOCIATIVE.has(node.operator) ? node : undefined;
}
