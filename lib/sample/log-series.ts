/** Series that are counted in log lines: what a query answers over the lines that its streams declare as examples. */
import { evaluateRange } from '../logql/evaluate/evaluate.ts';
import type { LogStream } from '../logql/evaluate/line.ts';
import type { ExampleNode, LogNode } from '../logql/node.ts';
import { print } from '../logql/print.ts';
import { linesIn, mapLines, mapWindows } from '../logql/walk.ts';
import type { ResolvedLogQuery } from '../model/resolved.ts';
import type { PlainWindow } from '../promql/node.ts';
import { parseDuration } from '../units/duration.ts';
import { exampleStreams, unchosen } from './log-lines.ts';
import { MOMENTS } from './shape.ts';
import type { Labels } from './target-labels.ts';
import { NOW } from './time.ts';

const HOUR = 3_600_000;
const STEP = HOUR / (MOMENTS - 1);
const MS_AS_NS = 1_000_000n;

/** What Grafana would fill in for an hour that is shown. */
const WINDOWS: Readonly<Record<string, string>> = {
  __auto: `${STEP}ms`,
  __interval: `${STEP}ms`,
  __rate_interval: `${STEP}ms`,
  __range: '1h',
};

/**
 * The series of a query, with their values from the first moment shown to the last: NaN where nothing is counted, which
 * Grafana shows as a gap. Nothing for a query whose streams declare no examples, or that has no answer over them.
 */
export function countedSeries({ node }: Pick<ResolvedLogQuery, 'node'>): Counted | undefined {
  // Streams of two declarations in one query are both asked.
  const declared = new Set(linesIn(node).flatMap(({ examples }) => (examples === undefined ? [] : [examples])));
  const [only, ...others] = declared;
  if (only === undefined) return undefined;
  if (others.length > 0) return counted(node, [...declared].flatMap(exampleStreams));
  return remembered(only, node);
}

type Counted = readonly { readonly labels: Labels; readonly values: readonly number[] }[];

/** The same is asked for each profile and theme, and counting tens of thousands of lines takes most of a picture's time. */
const known = new WeakMap<readonly ExampleNode[], Map<string, Counted | undefined>>();

function remembered(examples: readonly ExampleNode[], node: LogNode): Counted | undefined {
  const answers = known.get(examples) ?? new Map<string, Counted | undefined>();
  known.set(examples, answers);
  const text = print(node);
  if (!answers.has(text)) answers.set(text, counted(node, exampleStreams(examples)));
  return answers.get(text);
}

function counted(node: LogNode, streams: readonly LogStream[]): Counted | undefined {
  const answer = evaluateRange(mapWindows(mapLines(node, unchosen), shown), streams, {
    start: BigInt(NOW - HOUR) * MS_AS_NS,
    end: BigInt(NOW) * MS_AS_NS,
    step: { ms: STEP },
    variables: (name) => WINDOWS[name],
  });
  if (!answer.ok) return undefined;
  return answer.series.map(({ labels, points }) => {
    const byMoment = new Map(points.map(({ at, value }) => [Number(at / MS_AS_NS) - (NOW - HOUR), value]));
    return {
      labels,
      values: Array.from({ length: MOMENTS }, (_, moment) => finite(byMoment.get(moment * STEP))),
    };
  });
}

/** A window as Grafana would fill it in. */
function shown(window: PlainWindow): PlainWindow {
  if (window.kind !== 'variable') return window;
  const duration = parseDuration(WINDOWS[window.name.slice(1)] ?? '');
  return duration === undefined ? window : { kind: 'duration', duration };
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : Number.NaN;
}
