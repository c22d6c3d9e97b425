/** Reads signals for one profile: which are available, and what their queries answer to a given reader. */
import type { LogNode } from '../../logql/node.ts';
import { print as logText } from '../../logql/print.ts';
import { orZeroNode } from '../../promql/comparison.ts';
import { labelSet } from '../../promql/expr.ts';
import type { AggregateNode, Node, ReferenceNode } from '../../promql/node.ts';
import { print } from '../../promql/print.ts';
import { mapNode, visit } from '../../promql/walk.ts';
import { windowOf } from '../../promql/window.ts';
import { isAlike } from '../alike.ts';
import type { Problem, Where } from '../problem.ts';
import { recordedNode } from '../read.ts';
import { type AnySignal, labelsOf } from '../signal.ts';
import type { Choice, Fault, QuerySource, ServerQuery, Source, Unavailable } from '../signal-query.ts';
import { asLogql, NotInLogql } from './as-logql.ts';

export interface Reader {
  /** Why a signal cannot be read in this profile; nothing where it can. */
  missing(signal: AnySignal): readonly string[];
  /** Why an expression cannot be evaluated in this profile. */
  missingIn(node: Node): readonly string[];
  /** A signal's query, for a reader that keeps some labels and chooses a window; `where` is that reader. */
  read(signal: AnySignal, choice: Choice, where: Where): ServerQuery;
  /** The query of a signal's recording rule. */
  rule(signal: AnySignal, where: Where): Node;
  /** An alert's expression with the signals that it names filled in. */
  expand(node: Node, where: Where): ServerQuery;
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
    if (isUnavailable(source)) return [source.unavailable];
    // What is read from log lines names no other signal.
    return source.finest.language === 'promql' ? missingIn(source.finest.node) : [];
  };
  const missingIn = (node: Node): readonly string[] => [...new Set(signalsIn(node).flatMap(missing))];

  const query = (signal: AnySignal): QuerySource => {
    const source = sourceOf(signal);
    if (isUnavailable(source)) throw new TypeError(`signal '${signal.id}' is unavailable in profile ${profile}.`);
    return source;
  };

  // Panels that choose alike share one tree: of a thousand dashboards, most do.
  const known = new Map<AnySignal, readonly Answered[]>();
  const answer = (signal: AnySignal, choice: Choice): Answer => {
    const answered = known.get(signal) ?? [];
    const found = answered.find((each) => isAlike(each.window, choice.window) && isAlike(each.by, choice.by));
    if (found !== undefined) return found.answer;
    const anew = answerAnew(signal, choice);
    known.set(signal, [...answered, { ...choice, answer: anew }]);
    return anew;
  };
  const answerAnew = (signal: AnySignal, choice: Choice): Answer => {
    const series = signal.recording === undefined ? undefined : recordedNode(signal);
    if (series === undefined) return inline(signal, choice);
    if (choice.by.length === signal.split.names.length) return promql(series);
    const outer = reaggregated(query(signal).finest);
    if (outer === undefined) return inline(signal, choice);
    return promql(aggregated(outer.operator, series, signal, choice));
  };
  const inline = (signal: AnySignal, choice: Choice): Answer => {
    const { ask, finest } = query(signal);
    const given = ask(choice);
    // What stands in for a wrong answer has the labels and metrics that were promised: the rules say nothing more of it.
    const asked = 'fault' in given ? standIn(finest, signal, choice) : given;
    const expanded = asked.language === 'logql' ? { asked, faults: [] } : expandedIn(asked.node);
    const faults = 'fault' in given ? [given.fault, ...expanded.faults] : expanded.faults;
    const isZero = signal.whenEmpty === 'zero' && choice.by.length === 0;
    return { asked: isZero ? orZero(expanded.asked) : expanded.asked, faults };
  };
  const expandedIn = (tree: Node): Answer => {
    const faults: Fault[] = [];
    const read = new Map<Node, ServerQuery>();
    visit(tree, (seen) => {
      if (seen.kind !== 'reference') return;
      const found = answer(registered(seen.to), choiceOf(seen));
      faults.push(...found.faults);
      read.set(seen, found.asked);
    });
    const all = [...read.values()];
    if (all.some(({ language }) => language === 'logql')) return inLogql(tree, read, faults);
    const node = mapNode(tree, (seen) => {
      const found = read.get(seen);
      return found?.language === 'promql' ? found.node : exact(seen);
    });
    return { asked: { language: 'promql', node }, faults };
  };

  const shared = sharedIn(signals);
  const reported = ({ asked, faults }: Answer, where: Where): ServerQuery => {
    for (const fault of faults) problems.push(problemOf(fault, where));
    return asked.language === 'promql' ? { ...asked, node: shared(asked.node) } : asked;
  };
  return Object.freeze({
    missing,
    missingIn,
    signalsIn,
    read: (signal: AnySignal, choice: Choice, where: Where) => reported(answer(signal, choice), where),
    expand: (node: Node, where: Where) => reported(expandedIn(node), where),
    rule: (signal: AnySignal, where: Where) => {
      const window = windowOf({ kind: 'duration', duration: signal.recording?.over ?? { ms: 300_000 } });
      const asked = reported(inline(signal, { by: signal.split.names, window }), where);
      if (asked.language === 'promql') return asked.node;
      problems.push(problemOf(recordedLines(signal, asked.node), where));
      return recordedNode(signal);
    },
  });
}

/** By the signals of a model, and by their text. */
const trees = new WeakMap<readonly AnySignal[], Map<string, Node>>();

/**
 * The tree that says the same and is known already: profiles ask mostly alike, and what checks, pictures and files find out
 * about a tree they find out once.
 */
function sharedIn(signals: readonly AnySignal[]): (node: Node) => Node {
  const known = trees.get(signals) ?? new Map<string, Node>();
  trees.set(signals, known);
  return (node) => {
    const text = print(node);
    const found = known.get(text);
    // The same text can come of other facts about a metric, or of a number that is a threshold.
    if (found !== undefined && isAlike(found, node)) return found;
    known.set(text, node);
    return node;
  };
}

/** A whole tree, and what is wrong with the answers that it is made of. */
interface Answer {
  readonly asked: ServerQuery;
  readonly faults: readonly Fault[];
}

/** What a signal answered to a choice. Few are made of each. */
interface Answered extends Choice {
  readonly answer: Answer;
}

function promql(node: Node): Answer {
  return { asked: { language: 'promql', node }, faults: [] };
}

function orZero({ language, node }: ServerQuery): ServerQuery {
  if (language === 'promql') return { language, node: orZeroNode(node) };
  const zero: LogNode = { kind: 'vector', value: 0 };
  return { language, node: Object.freeze({ kind: 'binary', operator: 'or', left: node, right: zero }) };
}

/** An expression over signals that are read from log lines: all of it has to be asked of Loki. */
function inLogql(tree: Node, read: ReadonlyMap<Node, ServerQuery>, faults: readonly Fault[]): Answer {
  try {
    const node = asLogql(tree, (reference) => {
      const found = read.get(reference);
      if (found?.language === 'logql') return found.node;
      throw new NotInLogql(`signal ${reference.to}, which is read from metrics`);
    });
    return { asked: { language: 'logql', node }, faults };
  } catch (error) {
    if (!(error instanceof NotInLogql)) throw error;
    const fault: Fault = {
      found: `${error.message} beside a signal that is read from log lines`,
      allowed:
        'one query asks Prometheus or Loki, not both: comparisons, arithmetic, set operators and aggregations of such signals',
      remedy: 'make two alerts of it, or give the signals sources of one kind in this profile',
    };
    const first = [...read.values()].find(({ language }) => language === 'logql');
    return { asked: first ?? { language: 'promql', node: tree }, faults: [...faults, fault] };
  }
}

function recordedLines(signal: AnySignal, node: LogNode): Fault {
  return {
    found: `signal ${signal.id} is recorded, and read from log lines: ${logText(node)}`,
    allowed: 'recorded signals that are read from metrics: what Loki records it has to send to another server',
    remedy: 'leave `recorded` out, or count the lines where they are shipped',
  };
}

/** The answer that was promised, for a reader that was given another one. */
function standIn(finest: ServerQuery, signal: AnySignal, choice: Choice): ServerQuery {
  if (finest.language === 'promql') return { language: 'promql', node: aggregated('max', finest.node, signal, choice) };
  const grouping = { kind: 'by', labels: choice.by } as const;
  return { language: 'logql', node: { kind: 'aggregate', operator: 'max', of: finest.node, grouping } };
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
function reaggregated({ language, node }: ServerQuery): AggregateNode | undefined {
  return language === 'promql' && node.kind === 'aggregate' && ASSOCIATIVE.has(node.operator) ? node : undefined;
}

/** What is left of a signal's finest split when a reader keeps some of its labels. */
function aggregated(operator: string, of: Node, signal: AnySignal, { by }: Choice): AggregateNode {
  const grouping = { kind: 'by', labels: labelsOf({ ...signal, split: labelSet(by) }) } as const;
  return Object.freeze({ kind: 'aggregate', operator, of, grouping });
}
