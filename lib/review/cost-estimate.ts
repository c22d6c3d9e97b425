/**
 * What one evaluation reads, estimated: as many series as the build recorded of each metric, a sample of each every 15
 * seconds. Filters are not taken into account.
 */

import type { Node } from '../promql/node.ts';
import { children } from '../promql/walk.ts';
import { parsedPromql } from '../read/parsed-query.ts';
import type { ModelRecord } from '../read/records.ts';
import { secondsOf } from './cost-query.ts';

/** One evaluation. */
export interface Cost {
  readonly series: number;
  readonly samples: number;
}

/**
 * The cost of all queries together, by what a build says of its metrics; one that cannot be parsed costs nothing.
 *
 * @param texts in PromQL
 */
export function estimated(texts: readonly string[], model: ModelRecord): Cost {
  return added(
    texts.flatMap((text) => {
      const parsed = parsedPromql(text);
      return parsed.ok ? [readBy(parsed.node, model, 1)] : [];
    }),
  );
}

/** What several read together. */
export function added(all: readonly Cost[]): Cost {
  return all.reduce((sum, { series, samples }) => ({ series: sum.series + series, samples: sum.samples + samples }), {
    series: 0,
    samples: 0,
  });
}

/** Seconds between two samples, and between two evaluations of a subquery that does not say it. */
const SCRAPED = 15;
const EVALUATED = 60;

/** @param times how often the node is evaluated */
function readBy(node: Node, model: ModelRecord, times: number): Cost {
  if (node.kind === 'selector') {
    const series = seriesOf(node.metric, model);
    return { series, samples: series * times };
  }
  if (node.kind === 'range') {
    const { series } = readBy(node.selector, model, times);
    return { series, samples: Math.ceil(series * times * (secondsOf(node.window) / SCRAPED)) };
  }
  if (node.kind === 'subquery') {
    const step = node.step === undefined ? EVALUATED : secondsOf(node.step);
    return readBy(node.of, model, times * Math.max(1, Math.ceil(secondsOf(node.window) / step)));
  }
  return added(children(node).map((child) => readBy(child, model, times)));
}

/** Of a histogram's buckets, sum and count the series are counted together. */
function seriesOf(name: string, { cardinality }: ModelRecord): number {
  return cardinality.get(name) ?? cardinality.get(name.replace(/_(?:bucket|sum|count)$/, '')) ?? 0;
}
