/** Reads signals for one profile: which are available, and what their queries answer to a given reader. */
import { orZeroNode } from '../../promql/comparison.ts';
import { labelSet } from '../../promql/expr.ts';
import type { AggregateNode, Node, ReferenceNode } from '../../promql/node.ts';
import { mapNode, visit } from '../../promql/walk.ts';
import { windowOf } from '../../promql/window.ts';
import type { Problem, Where } from '../problem.ts';
import { recordedSeries } from '../read.ts';
import { type AnySignal, labelsOf } from '../signal.ts';
import type { Choice, Fault, QuerySource, Source, Unavailable } from '../signal-query.ts';

export interface Reader {
  /** Why a signal cannot be read in this profile; nothing where it can. */
  missing(signal: AnySignal): readonly string[];
  /** Why an expression cannot be evaluated in this profile. */
  missingIn(node: Node): readonly string[];
  /** A signal's query, for a reader that keeps some labels and chooses a window; `where` is that reader. */
  read(signal: AnySignal, choice: Choice, where: Where): Node;
  /** The query of a signal's recording rule. */
  rule(signal: AnySignal, where: Where): Node;
  /** An alert's expression with the signals that it names filled in. */
  expand(node: Node, where: Where): Node;
  /** The signals that an expression reads, in the order in which it names them. */
  signalsIn(node: Node): readonly AnySignal[];
}

/** Operators of which an aggregate of aggregates is the aggregate of all. */
const ASSOCIATIVE: ReadonlySet<string> = new Set(['sum', 'min', 'max']);

/**
 * A reader of a profile's signals. An answer that is not what was asked for becomes a problem of whoever asked.
 *
 * `exact` is what narrows a selector to the model: see `selectors.ts`.
 *
 * @throws TypeError for a reference to a signal that is not registered: a programmer's error.
 */
export function reader(
  signals: readonly AnySignal[],
  profile: string,
  { problems, exact }: { readonly problems: Problem[]; readonly exact: (node: Node) => Node },
): Reader {
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
  // Asked by each of many panels, and the same for all of them.
  const reasons = new Map<AnySignal, readonly string[]>();
  const missing = (signal: AnySignal): readonly string[] => {
    const known = reasons.get(signal) ?? missingAnew(signal);
    reasons.set(signal, known);
    return known;
  };
  const missingAnew = (signal: AnySignal): readonly string[] => {
    const source = sourceOf(signal);
    return isUnavailable(source) ? [source.unavailable] : missingIn(source.finest);
  };
  const missingIn = (node: Node): readonly string[] => [...new Set(signalsIn(node).flatMap(missing))];

  const query = (signal: AnySignal): QuerySource => {
    const source = sourceOf(signal);
    if (isUnavailable(source)) throw new TypeError(`signal '${signal.id}' is unavailable in profile ${profile}.`);
    return source;
  };

  // Panels that choose alike share one tree: of a thousand dashboards, most do.
  const known = new Map<string, Answer>();
  const answer = (signal: AnySignal, choice: Choice): Answer => {
    const key = JSON.stringify([signal.id, choice.by, choice.window.node]);
    const found = known.get(key) ?? answerAnew(signal, choice);
    known.set(key, found);
    return found;
  };
  const answerAnew = (signal: AnySignal, choice: Choice): Answer => {
    const series = signal.recording === undefined ? undefined : recordedSeries(signal).node;
    if (series === undefined) return inline(signal, choice);
    if (choice.by.length === signal.split.names.length) return { node: series, faults: [] };
    const outer = reaggregated(query(signal).finest);
    if (outer === undefined) return inline(signal, choice);
    return { node: aggregated(outer.operator, series, signal, choice), faults: [] };
  };
  const inline = (signal: AnySignal, choice: Choice): Answer => {
    const { ask, finest } = query(signal);
    const given = ask(choice);
    // What stands in for a wrong answer has the labels and metrics that were promised: the rules say nothing more of it.
    const node = 'node' in given ? given.node : aggregated('max', finest, signal, choice);
    const expanded = expandedIn(node);
    const faults = 'fault' in given ? [given.fault, ...expanded.faults] : expanded.faults;
    const orZero = signal.whenEmpty === 'zero' && choice.by.length === 0;
    return { node: orZero ? orZeroNode(expanded.node) : expanded.node, faults };
  };
  const expandedIn = (tree: Node): Answer => {
    const faults: Fault[] = [];
    const node = mapNode(tree, (seen) => {
      if (seen.kind !== 'reference') return exact(seen);
      const read = answer(registered(seen.to), choiceOf(seen));
      faults.push(...read.faults);
      return read.node;
    });
    return { node, faults };
  };

  const reported = ({ node, faults }: Answer, where: Where): Node => {
    for (const fault of faults) problems.push(problemOf(fault, where));
    return node;
  };
  return Object.freeze({
    missing,
    missingIn,
    signalsIn,
    read: (signal: AnySignal, choice: Choice, where: Where) => reported(answer(signal, choice), where),
    expand: (node: Node, where: Where) => reported(expandedIn(node), where),
    rule: (signal: AnySignal, where: Where) => {
      const window = windowOf({ kind: 'duration', duration: signal.recording?.over ?? { ms: 300_000 } });
      return reported(inline(signal, { by: signal.split.names, window }), where);
    },
  });
}

/** A whole tree, and what is wrong with the answers that it is made of. */
interface Answer {
  readonly node: Node;
  readonly faults: readonly Fault[];
}

function problemOf(fault: Fault, where: Where): Problem {
  return {
    where,
    rule: 'signal-answer',
    ...fault,
  };
}

function isUnavailable(source: Source): source is Unavailable {
  return 'unavailable' in source;
}

function choiceOf({ by, window }: ReferenceNode): Choice {
  return { by, window: windowOf(window) };
}

/** The outermost aggregation, where fewer labels of its recorded result can be had by aggregating once more. */
function reaggregated(node: Node): AggregateNode | undefined {
  return node.kind === 'aggregate' && ASSOCIATIVE.has(node.operator) ? node : undefined;
}

/** What is left of a signal's finest split when a reader keeps some of its labels. */
function aggregated(operator: string, of: Node, signal: AnySignal, { by }: Choice): AggregateNode {
  const grouping = { kind: 'by', labels: labelsOf({ ...signal, split: labelSet(by) }) } as const;
  return Object.freeze({ kind: 'aggregate', operator, of, grouping });
}
