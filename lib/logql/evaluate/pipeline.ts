/** Streams through a query's selector and stages. */
import type { LineFilterStage, LinesNode, Stage } from '../node.ts';
import { matches } from './conditions.ts';
import { type Labels, type Line, LineLabels, type LogLine, type LogStream, PassingLine } from './line.ts';
import { lineFilter, step } from './stages.ts';

/** Which of a stream's lines are wanted, and which labels of them. */
interface WantedLines {
  readonly within: (lines: LogStream['lines']) => Iterable<LogLine>;
  readonly needed?: ReadonlySet<string> | undefined;
}

/** A stream that a query selects, with the labels that Loki gives it. */
interface Selected {
  readonly labels: ReadonlyMap<string, string>;
  readonly lines: LogStream['lines'];
}

/** The streams that a query selects, before any of its stages. */
export function* selected(
  { streams: matchers }: Pick<LinesNode, 'streams'>,
  streams: readonly LogStream[],
): Iterable<Selected> {
  const selects = matchers.map((matcher) => ({ label: matcher.label, fits: matches(matcher) }));
  for (const stream of streams) {
    const labels = withServiceName(stream.labels);
    // A stream's lines may be made when they are asked for.
    if (selects.every(({ label, fits }) => fits(labels.get(label) ?? ''))) yield { labels, lines: stream.lines };
  }
}

/**
 * Hands every line that passes to `see`, stream by stream, with the time at which it was written.
 */
export function pass(
  node: LinesNode,
  streams: readonly LogStream[],
  { within, needed }: WantedLines,
  see: (line: Line, at: bigint) => void,
): void {
  // Filters of lines that come first need no more than the text, and most lines stop there.
  const filters = leadingFilters(node.stages);
  const isWanted = filters.map(lineFilter);
  const steps = node.stages.slice(filters.length).map(step);
  for (const { labels, lines } of selected(node, streams)) {
    for (const written of within(lines)) {
      if (!isWanted.every((holds) => holds(written))) continue;
      const line = new PassingLine(written, new LineLabels(labels, needed));
      if (steps.every((each) => each(line))) see(line, written.at);
    }
  }
}

function leadingFilters(stages: readonly Stage[]): readonly LineFilterStage[] {
  const filters: LineFilterStage[] = [];
  for (const stage of stages) {
    if (stage.kind !== 'line filter') break;
    filters.push(stage);
  }
  return filters;
}

/*
 * The labels of which the first gives a stream its `service_name`.
 * Source: https://grafana.com/docs/loki/latest/configure/#limits_config, discover_service_name
 */
const SERVICE_NAMES = `service app application app_name name app_kubernetes_io_name container container_name
  k8s_container_name component workload job k8s_job_name`.split(/\s+/);

/** What Loki adds to a stream when it arrives. */
function withServiceName(labels: Labels): ReadonlyMap<string, string> {
  const all = new Map(Object.entries(labels));
  if (all.has('service_name')) return all;
  const from = SERVICE_NAMES.find((name) => all.has(name));
  return all.set('service_name', (from === undefined ? undefined : all.get(from)) ?? 'unknown_service');
}
