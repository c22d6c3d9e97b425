/**
 * Streams of log lines. They are declared once, with the labels that their shipper sets, as a target is for metrics.
 * Source: https://grafana.com/docs/loki/latest/query/log_queries/#log-stream-selector
 */
import type { LabelSet, Refusal } from '../promql/expr.ts';
import { labelSet } from '../promql/expr.ts';
import { type LabelMatch, matchers, type Negated, type Where } from '../promql/matcher.ts';
import type { Equal } from '../promql/metric-types.ts';
import type { Matcher } from '../promql/node.ts';
import { type DurationText, duration } from '../units/duration.ts';
import { assertLabelNames, type Texts } from './field.ts';
import type { LinesQuery } from './lines.ts';
import type { ExampleNode } from './node.ts';
import { Pipeline } from './pipeline.ts';

type Labels = Readonly<Record<string, string>>;

/** What the shipper does. */
export interface StreamInput<L extends string, O extends string> {
  /** The labels that it sets on each stream. */
  readonly labels: readonly L[];
  /** What all the streams are held to: labels with the only value that is meant. */
  readonly only?: Readonly<Record<O, string>>;
  /** What the lines look like: pictures and previews show these, and what queries answer over them. */
  readonly examples?: readonly ExampleLine<NoInfer<L>>[];
}

/** A line as a service writes it, again and again. */
export interface ExampleLine<L extends string> {
  /** The labels of its stream, but for those that all streams are held to. */
  readonly labels: { readonly [K in L]: string };
  /** How often it is written, on average. */
  readonly every: DurationText;
  /** What it says: a text, or one with the moment in it. */
  readonly text: string | ((at: Date) => string);
}

/** Matchers of labels that the streams have, and of no others. */
type StreamWhere<W, L extends string> = W & {
  readonly [K in Exclude<
    keyof W,
    L
  >]: Refusal<`the streams have no label '${K & string}': filter() has what is read from their lines`>;
};

/** The labels that are held to a value, so that Loki need not read everything. */
type Choosing<W> = { [K in keyof W]: W[K] extends Negated | '' | undefined ? never : K }[keyof W];

type ChoosesStream<W> = [Choosing<W>] extends [never]
  ? Refusal<'Loki refuses to read everything: hold at least one label to a value that is not empty'>
  : unknown;

/** Streams that a label chooses: all their lines. */
export interface Stream<in out L extends string, in out P extends string> extends LinesQuery<L, Texts<L>, P> {
  /** Those of them whose labels match. */
  where<const W extends Where<L>>(where: StreamWhere<W, L>): Stream<L, P | Equal<W>>;
}

/** Streams of which none is chosen yet. */
export interface AllStreams<in out L extends string> {
  readonly type: 'streams: choose some with where()';
  readonly labels: LabelSet<L>;
  /** Those of them whose labels match. */
  where<const W extends Where<L>>(where: StreamWhere<W, L> & ChoosesStream<W>): Stream<L, Equal<W>>;
}

/** Streams are chosen already where they are all held to something. */
type Declared<L extends string, O extends string> = [O] extends [never] ? AllStreams<L> : Stream<L | O, O>;

/**
 * Declares streams. Without `only` a query has to choose some of them with `where()`.
 *
 * @throws TypeError without labels.
 * @example
 * stream({ labels: ['service', 'stream'], only: { project: 'shop' } }).where({ service: 'worker' })
 * // {project="shop", service="worker"}
 * @example
 * stream({ labels: ['service'] }).where({ service: /.+/ })
 * // {service=~".+"}
 * @example
 * stream({
 *   labels: ['service'],
 *   only: { project: 'shop' },
 *   examples: [
 *     { labels: { service: 'shop' }, every: '5s', text: (at) => `${at.toISOString()} level=info msg="order paid"` },
 *     { labels: { service: 'worker' }, every: '10m', text: 'level=error msg="queue is gone"' },
 *   ],
 * });
 */
export function stream<const L extends string = never, const O extends string = never>(
  input: StreamInput<L, O>,
): Declared<NoInfer<L>, NoInfer<O>> {
  const { labels, only, examples } = input;
  const held: Labels = only ?? {};
  const { names } = labelSet<string>([...labels, ...Object.keys(held)]);
  if (names.length === 0) throw new TypeError('stream({ labels: [] }): name the labels that the shipper sets.');
  assertLabelNames('stream()', names);
  const all = new Pipeline(
    {
      kind: 'lines',
      streams: Object.freeze(matchers(held)),
      streamLabels: names,
      ...(examples === undefined ? {} : { examples: Object.freeze(examples.map((each) => exampleNode(each, held))) }),
      stages: [],
    },
    Object.fromEntries(names.map((label) => [label, 'text'])),
    names,
  );
  // Declared<> says what is made here; the compiler cannot follow a choice by an optional property.
  return (Object.keys(held).length > 0 ? all : allStreams(all)) as unknown as Declared<NoInfer<L>, NoInfer<O>>;
}

function exampleNode({ labels, every, text }: ExampleLine<string>, held: Labels): ExampleNode {
  const written = typeof text === 'string' ? () => text : text;
  return Object.freeze({ labels: Object.freeze({ ...held, ...labels }), every: duration(every), text: written });
}

function allStreams(all: Pipeline): AllStreams<string> {
  return Object.freeze({
    type: 'streams: choose some with where()',
    labels: all.labels,
    where: (where: Readonly<Record<string, LabelMatch>>) => chosen(all.where(where)),
  }) as unknown as AllStreams<string>;
}

/** Loki needs a matcher that does not let an empty value pass. */
function chosen(lines: Pipeline): Pipeline {
  const { streams } = lines.node;
  if (streams.some((matcher) => isChoosing(matcher))) return lines;
  throw new TypeError(
    'where(): Loki refuses to read everything; hold at least one label to a value that is not empty, such as /.+/.',
  );
}

function isChoosing({ operator, value }: Matcher): boolean {
  if (typeof value !== 'string') return true;
  if (operator === '=') return value !== '';
  return operator === '=~' && !new RegExp(`^(?:${value.replace(/^\(\?[is]+\)/, '')})$`).test('');
}
