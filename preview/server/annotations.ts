/** The events of annotations: which there are, and a few of each, invented where no server is asked. */
import type { ResolvedDashboard } from '../../lib/model/resolved.ts';
import type { Annotation } from '../../lib/model/variable.ts';
import type { Node } from '../../lib/promql/node.ts';
import { children } from '../../lib/promql/walk.ts';
import { labelSets } from '../../lib/sample/label-sets.ts';
import { random, seedOf } from '../../lib/sample/random.ts';
import type { KnownJobs, Labels } from '../../lib/sample/target-labels.ts';
import type { AnnotationInfo, Answer, MatrixSeries } from '../protocol.ts';
import type { SampleEvent } from './loaded.ts';
import type { Moments } from './sample-answers.ts';

/** An annotation in Grafana's classic format, as far as the preview looks into it. */
export interface AnnotationJson {
  readonly name: string;
  readonly iconColor: string;
  readonly titleFormat?: string;
  readonly target?: { readonly expr?: string };
}

/** The annotations that ask a server; Grafana's own come from its database. */
export function annotationInfos(list: readonly AnnotationJson[]): readonly AnnotationInfo[] {
  return list.flatMap(({ name, iconColor, titleFormat = '', target }) =>
    target?.expr === undefined ? [] : [{ name, colour: iconColor, title: titleFormat, expr: target.expr }],
  );
}

/** By the annotation's name. */
export function sampleEvents(
  { annotations }: ResolvedDashboard,
  jobs: KnownJobs,
): Readonly<Record<string, readonly SampleEvent[]>> {
  return Object.fromEntries(annotations.map((annotation) => [annotation.name, eventsOf(annotation, jobs)]));
}

/** More would hide the graph. */
const MOST_EVENTS = 2;

/** Events of the series that the expression would have, told apart by the labels that the title names. */
function eventsOf({ name, node, title }: Annotation, jobs: KnownJobs): readonly SampleEvent[] {
  const wanted = new Set([...title.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, label = '']) => label));
  return setsWith(node, { wanted, jobs })
    .map((labels) => ({ labels, seed: seedOf(name, JSON.stringify(labels)) }))
    .sort((a, b) => a.seed - b.seed)
    .slice(0, MOST_EVENTS)
    .map(({ labels, seed }) => ({ labels, at: Number((0.08 + 0.84 * random(seed, 1)).toFixed(4)) }));
}

/** The label sets of the expression, or of the part of it that has the labels: what stands beside `time()` has none. */
function setsWith(node: Node, asked: Parameters<typeof labelSets>[1]): readonly Labels[] {
  const found = labelSets(node, asked);
  const isWhole = found.some((set) => [...asked.wanted].every((label) => label in set));
  if (isWhole) return found;
  const below = children(node).map((child) => setsWith(child, asked));
  return below.find((sets) => sets.some((set) => Object.keys(set).length > 0)) ?? [{}];
}

/** What is marked lasts that long, or a step: less would be missed. */
const LASTS_MS = 120_000;

/** What a server would have answered, had the events happened. */
export function eventsAnswer(
  events: readonly SampleEvent[],
  { from, to, step, anchor = { from, to } }: Moments,
): Answer {
  const result = events.flatMap(({ labels, at }): readonly MatrixSeries[] => {
    const begin = anchor.from + at * (anchor.to - anchor.from);
    const first = Math.max(0, Math.ceil((begin - from) / step));
    const last = Math.floor((Math.min(to, begin + Math.max(LASTS_MS, step)) - from) / step);
    const times = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => from + (first + index) * step);
    return times.length === 0 ? [] : [{ metric: labels, values: times.map((time) => [time / 1_000, '1'] as const) }];
  });
  return { resultType: 'matrix', result };
}
