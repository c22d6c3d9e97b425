/** What became of one metric of an exporter, and which of its readers feel it. */
import type { AggregateNode, Node } from '../promql/node.ts';
import { children, visit } from '../promql/walk.ts';
import type { MetricRecord } from '../read/records.ts';
import type { Kind } from './kinds.ts';
import type { Pair } from './match.ts';
import type { Use } from './metric-readers.ts';
import { readsName } from './readers.ts';
import { listed, quoted, short } from './words.ts';

/** One thing that became of it. */
export interface MetricChange {
  readonly kind: Kind;
  /** Which part of the metric: a label, a bucket. */
  readonly part?: string;
  /** What stands after its name. */
  readonly says: string;
  /** The readers that feel it. */
  readonly uses: readonly Use[];
}

/** What changed of a metric. One with another name has lost all its readers: nothing else is told of it. */
export function metricChanges(pair: Pair<MetricRecord>, uses: readonly Use[]): readonly MetricChange[] {
  const { before, after } = pair;
  const lostSeries = before.series.filter((name) => !after.series.includes(name));
  const types = `${article(after.type)} instead of ${article(before.type)}`;
  if (before.name !== after.name) {
    const remarks = [
      ...(before.type === after.type ? [] : [`is ${types}`]),
      ...lostLabels(pair).map((label) => `has no label ${short(label)}`),
    ];
    const says = [`is called ${short(after.name)} now`, ...remarks].join(', ');
    return [{ kind: 'metric-renamed', says, uses }];
  }
  const ofSeries = uses.filter(({ texts }) => texts.some((text) => lostSeries.some((name) => readsName(text, name))));
  return [
    ...(ofSeries.length === 0
      ? []
      : [{ kind: 'metric-removed' as const, says: `no longer has ${listed(lostSeries)}`, uses: ofSeries }]),
    ...(before.type === after.type ? [] : [typeChange(pair, uses, types)]),
    ...lostLabels(pair).map((label) => labelLost(label, uses)),
    ...labelsAdded(pair, uses),
    ...boundsLost(pair, uses),
  ];
}

const article = (type: string): string => (type === 'untyped' ? type : `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`);

/** A scrape without any series of the metric says nothing of its labels. */
function lostLabels({ before, after }: Pair<MetricRecord>): readonly string[] {
  return after.count === 0 ? [] : [...before.labels].filter((label) => !after.labels.has(label));
}

/** Who sums a metric first, without a split by the new label, does not see it. */
function labelsAdded({ before, after }: Pair<MetricRecord>, uses: readonly Use[]): readonly MetricChange[] {
  const labels = before.count === 0 ? [] : [...after.labels].filter((label) => !before.labels.has(label));
  if (labels.length === 0) return [];
  const names = new Set(before.series);
  const felt = uses.filter(({ trees }) => trees.length === 0 || trees.some((tree) => !isSummed(tree, names, labels)));
  const says = `has the new ${labels.length === 1 ? 'label' : 'labels'} ${listed(labels.map((each) => short(each)))}`;
  return [{ kind: 'metric-label-added', says, uses: felt }];
}

/** Aggregations that keep the labels of the series that they choose. */
const CHOOSING = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

/** Whether each selector of the metric is aggregated, without these labels, before it is paired with anything. */
function isSummed(node: Node, names: ReadonlySet<string>, labels: readonly string[], safely = false): boolean {
  if (node.kind === 'selector') return safely || !names.has(node.metric);
  const below = node.kind === 'binary' ? false : safely || (node.kind === 'aggregate' && drops(node, labels));
  return children(node).every((child) => isSummed(child, names, labels, below));
}

function drops({ operator, grouping }: AggregateNode, labels: readonly string[]): boolean {
  if (CHOOSING.has(operator)) return false;
  const named = labels.filter((label) => grouping?.labels.includes(label));
  return grouping?.kind === 'without' ? named.length === labels.length : named.length === 0;
}

/** Functions that take what only grows, and start anew at a reset. */
const OF_COUNTERS = new Set(['rate', 'irate', 'increase', 'resets']);

/** Who reads it as what it no longer is; where nobody does, all that read it. */
function typeChange({ before, after }: Pair<MetricRecord>, uses: readonly Use[], types: string): MetricChange {
  const names = new Set(before.series);
  const misread = uses.filter(({ trees }) => {
    const isCounted = trees.some((tree) => countsIt(tree, names));
    if (after.type === 'gauge') return isCounted;
    return after.type === 'counter' && before.type === 'gauge' && !isCounted;
  });
  if (misread.length === 0) return { kind: 'metric-type', says: `is ${types}`, uses };
  const how = after.type === 'gauge' ? 'counted by rate() or the like' : 'shown as it is, not by its rate';
  return { kind: 'metric-misread', says: `is ${types}, and is ${how}`, uses: misread };
}

function countsIt(tree: Node, names: ReadonlySet<string>): boolean {
  let found = false;
  visit(tree, (node) => {
    if (node.kind !== 'call' || !OF_COUNTERS.has(node.function)) return;
    for (const each of node.arguments) if (each.kind === 'range' && names.has(each.selector.metric)) found = true;
  });
  return found;
}

function labelLost(label: string, uses: readonly Use[]): MetricChange {
  const named = uses.filter(({ texts }) => texts.some((text) => readsName(text, label)));
  const filtered = named.some(({ selectors }) =>
    selectors.some(({ matchers }) => matchers.some((each) => each.label === label)),
  );
  const end = filtered ? ', and a filter by it finds nothing' : '';
  return {
    kind: 'metric-label-removed',
    part: label,
    says: `no longer has the label ${short(label)}${end}`,
    uses: named,
  };
}

/** A bucket or a quantile that a query names by its limit. */
function boundsLost({ before, after }: Pair<MetricRecord>, uses: readonly Use[]): readonly MetricChange[] {
  if (after.count === 0) return [];
  const lost = [...before.bounds].filter((bound) => !after.bounds.has(bound));
  return lost.flatMap((bound) => {
    const named = uses.filter(({ selectors }) =>
      selectors.some(({ matchers }) =>
        matchers.some(({ label, operator, value }) => isBound(label) && operator === '=' && value === bound),
      ),
    );
    return named.length === 0
      ? []
      : [
          {
            kind: 'metric-removed' as const,
            part: bound,
            says: `no longer has the limit ${quoted(bound)}`,
            uses: named,
          },
        ];
  });
}

const isBound = (label: string): boolean => label === 'le' || label === 'quantile';
