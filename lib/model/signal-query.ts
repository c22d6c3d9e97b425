/**
 * Queries as a signal is given them. A query is a function: each reader of the signal asks it again, with the window and
 * the labels that this reader chose, and the answer is held to what was asked.
 */
import type { LogNode } from '../logql/node.ts';
import { print as logText } from '../logql/print.ts';
import type { LogVector } from '../logql/vector.ts';
import { linesIn, mapWindows as mapLogWindows } from '../logql/walk.ts';
import { type Buckets, type Expr, labelSet } from '../promql/expr.ts';
import type { Node, PlainWindow } from '../promql/node.ts';
import { withRawParsed } from '../promql/raw.ts';
import { visit } from '../promql/walk.ts';
import { type Window, windowOf } from '../promql/window.ts';
import { sameUnit, type Unit, unitText } from '../units/unit.ts';

/** What a reader of a signal chooses. */
export interface Choice<S extends string = string> {
  /** The range of its rates. */
  readonly window: Window;
  /** The labels to keep, in the order of the signal's own list; the query hands them to each of its aggregations. */
  readonly by: readonly S[];
}

/** A query of metrics. */
export type MetricQuery<S extends string, U extends Unit> = (choice: Choice<S>) => Expr<NoInfer<S>, NoInfer<U>>;

/** A signal's query: of metrics, or of log lines. */
export type Query<S extends string, U extends Unit> = (
  choice: Choice<S>,
) => Expr<NoInfer<S>, NoInfer<U>> | LogVector<NoInfer<S>, NoInfer<U>>;

/** A distribution's query: the buckets keep `le`. */
export type BucketQuery<S extends string, U extends Unit> = (
  choice: Choice<S>,
) => Buckets<NoInfer<S> | 'le', NoInfer<U>>;

/** Why a profile has no source for a signal. */
export interface Unavailable {
  readonly unavailable: string;
}

/** One query for every profile, or one for each: a profile that is missing does not compile. */
export type Sources<S extends string, U extends Unit, P extends string> =
  | Query<S, U>
  | { readonly [K in P]: Query<S, U> | Unavailable };

/** As `Sources`, for a distribution. */
export type BucketSources<S extends string, U extends Unit, P extends string> =
  | BucketQuery<S, U>
  | { readonly [K in P]: BucketQuery<S, U> | Unavailable };

/**
 * The profile has no source for this signal. Panels and alerts that read it are left out and the index says why.
 *
 * @example unavailable('result writes no access log')
 */
export function unavailable(reason: string): Unavailable {
  if (reason.trim() === '') throw new TypeError('unavailable(): give the reason; readers of the index see it.');
  return Object.freeze({ unavailable: reason });
}

/** What a query of any shape answers with. */
interface Answer {
  readonly type: string;
  readonly node: Node | LogNode;
  readonly labels: { readonly names: readonly string[] };
  readonly unit: Unit;
}

/** A query for one server: for Prometheus in PromQL, or for Loki in LogQL. */
export type ServerQuery =
  | { readonly language: 'promql'; readonly node: Node }
  | { readonly language: 'logql'; readonly node: LogNode };

/** What a profile has for a signal. */
export type Source = QuerySource | Unavailable;

/** A query, and its answer for all labels of its signal. */
export interface QuerySource {
  readonly finest: ServerQuery;
  /** The query's answer for a reader, or what is wrong with that answer. */
  readonly ask: (choice: Choice) => ServerQuery | { readonly fault: Fault };
}

/** What is wrong with an answer, in the words of a problem. */
export interface Fault {
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
}

/** What a signal promises of its query. */
interface Promised<S extends string> {
  readonly id: string;
  readonly unit: Unit;
  readonly labels: readonly S[];
  /** Labels that an answer has besides those asked for: the bound of each bucket. */
  readonly besides: readonly string[];
}

type AnyQuery<S extends string> = (choice: Choice<S>) => Answer;

/**
 * The sources of a signal by profile; the empty name stands for every profile.
 *
 * @throws TypeError when the answer for all labels has other labels or another unit than the signal promises.
 */
export function sourcesOf<S extends string>(
  query: AnyQuery<S> | Readonly<Record<string, AnyQuery<S> | Unavailable>>,
  promised: Promised<S>,
): Readonly<Record<string, Source>> {
  if (typeof query === 'function') return Object.freeze({ '': querySource(query, promised) });
  const entries = Object.entries(query).map(([profile, source]): [string, Source] => [
    profile,
    typeof source === 'function' ? querySource(source, { ...promised, id: `${promised.id} (${profile})` }) : source,
  ]);
  return Object.freeze(Object.fromEntries(entries));
}

/** At definition no reader has chosen one yet. */
const ANY_WINDOW = windowOf({ kind: 'duration', duration: { ms: 300_000 } });

function querySource<S extends string>(query: AnyQuery<S>, promised: Promised<S>): QuerySource {
  const { id, labels } = promised;
  const finest = query({ window: ANY_WINDOW, by: labels });
  const wrong = faultOf(finest, promised);
  if (wrong !== undefined) {
    throw new TypeError(`signal ${id}: ${wrong.found}; allowed: ${wrong.allowed}; remedy: ${wrong.remedy}.`);
  }
  const first = serverQueryOf(finest);
  const read = namesRead(first);
  const answer: QuerySource['ask'] = ({ window, by }) => {
    const refused = (fault: Fault) => ({
      fault: { ...fault, found: `signal ${id}, asked by ${listed(by)}: ${fault.found}` },
    });
    try {
      const answer = query({ window, by: labels.filter((label) => by.includes(label)) });
      const fault = faultOf(answer, { ...promised, labels: by }, read);
      return fault === undefined ? serverQueryOf(answer) : refused(fault);
    } catch (error) {
      return refused(thrown(error));
    }
  };
  // Profiles that share a source share the trees of its answers, and what is found out about a tree is found out once.
  const known = new Map<string, ReturnType<typeof answer>>();
  const ask: QuerySource['ask'] = (choice) => {
    const key = JSON.stringify([choice.window.node, choice.by]);
    const found = known.get(key) ?? answer(choice);
    known.set(key, found);
    return found;
  };
  return Object.freeze({ finest: first, ask });
}

const ONE_SHAPE = 'let answers differ by their window and labels alone, or define a signal of its own';

/** What an answer has that was not asked for; `read` is what the answer for all labels reads. */
function faultOf(answer: Answer, promised: Promised<string>, read?: ReadonlySet<string>): Fault | undefined {
  const got = listed(answer.labels.names);
  const wanted = listed(labelSet([...promised.labels, ...promised.besides]).names);
  if (got !== wanted) {
    const remedy = 'hand `by` to each aggregation of the query: sum(…, { by })';
    return { found: `its query keeps the labels ${got}`, allowed: `the labels ${wanted}`, remedy };
  }
  if (!sameUnit(answer.unit, promised.unit)) {
    const allowed = `its unit, ${unitText(promised.unit)}`;
    return { found: `its query yields ${unitText(answer.unit)}`, allowed, remedy: ONE_SHAPE };
  }
  const more = [...namesRead(serverQueryOf(answer))].filter((name) => read?.has(name) === false);
  if (read === undefined || more.length === 0) return undefined;
  const allowed = `what it reads for all its labels: ${[...read].join(', ')}`;
  return { found: `its query reads ${more.join(', ')}`, allowed, remedy: ONE_SHAPE };
}

function thrown(error: unknown): Fault {
  return {
    found: `its query throws: ${error instanceof Error ? error.message : String(error)}`,
    allowed: 'an answer for any of its labels and any window',
    remedy: 'correct the query for this one',
  };
}

function listed(labels: readonly string[]): string {
  return `[${labels.join(', ')}]`;
}

/** Which server an answer is for. Loki has no scrape interval: what panels ask of it goes by the panel's resolution. */
function serverQueryOf({ type, node }: Answer): ServerQuery {
  if (type !== 'log vector') {
    // An answer's type tells its language.
    return { language: 'promql', node: node as Node };
  }
  return { language: 'logql', node: mapLogWindows(node as LogNode, lokiWindow) };
}

const LOKI_WINDOWS: Readonly<Record<string, PlainWindow>> = {
  $__rate_interval: { kind: 'variable', name: '$__auto' },
  $__interval: { kind: 'variable', name: '$__auto' },
};

function lokiWindow(window: PlainWindow): PlainWindow {
  return window.kind === 'variable' ? (LOKI_WINDOWS[window.name] ?? window) : window;
}

/** The metrics and the other signals, or the log lines, that an expression reads. */
function namesRead(asked: ServerQuery): ReadonlySet<string> {
  if (asked.language === 'logql') return new Set(linesIn(asked.node).map((lines) => `the lines ${logText(lines)}`));
  const names = new Set<string>();
  visit(withRawParsed(asked.node), (node) => {
    if (node.kind === 'selector') names.add(node.metric);
    if (node.kind === 'reference') names.add(`signal ${node.to}`);
  });
  return names;
}
