/**
 * Which alerts Loki's ruler would have firing: the expression is asked at every evaluation from the beginning on, and
 * what it finds fires once it has been found for as long as the alert waits.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/, whose rules the ruler runs.
 */
import type { Duration } from '../../units/duration.ts';
import type { LogNode } from '../node.ts';
import type { Answer } from './answer.ts';
import { evaluateRange, type FoundSample, type FoundSeries } from './evaluate.ts';
import type { LogStream } from './line.ts';
import { MS_AS_NS } from './series.ts';

export interface Evaluation {
  /** How often the rule is evaluated, the first time at the beginning of 1970. */
  readonly every: Duration;
  /** When the alert is looked at: the last evaluation is that before it, or at it. */
  readonly at: Duration;
  /** How long the expression must have found something at every evaluation; it fires at once where nothing is said. */
  readonly for?: Duration;
}

/**
 * What fires, with the value of the last evaluation. Labels are those of the expression.
 *
 * @example
 * const everHeld = { kind: 'vector', value: 1 } as const;
 * const found = firing(everHeld, [], { every: { ms: 60_000 }, at: { ms: 300_000 }, for: { ms: 300_000 } });
 * found.ok && found.alerts // [{ labels: {}, value: 1 }]
 */
export function firing(
  node: LogNode,
  streams: readonly LogStream[],
  { every, at, for: wait = { ms: 0 } }: Evaluation,
): Answer<{ readonly alerts: readonly FoundSample[] }> {
  const last = Math.floor(at.ms / every.ms) * every.ms;
  const answer = evaluateRange(node, streams, { start: 0n, end: nanoseconds(last), step: every });
  if (!answer.ok) return answer;
  const alerts = answer.series.flatMap((series) => {
    const since = heldSince(series, every, last);
    const value = series.points.at(-1)?.value;
    return since === undefined || value === undefined || last - since < wait.ms
      ? []
      : [{ labels: series.labels, value }];
  });
  return Object.freeze({ ok: true, alerts: Object.freeze(alerts) });
}

/** The evaluation since which every one has found the series, in milliseconds; undefined where the last has not. */
function heldSince({ points }: FoundSeries, every: Duration, last: number): number | undefined {
  const found = new Set(points.map(({ at }) => at));
  let since: number | undefined;
  for (let at = last; at >= 0 && found.has(nanoseconds(at)); at -= every.ms) since = at;
  return since;
}

function nanoseconds(ms: number): bigint {
  return BigInt(ms) * BigInt(MS_AS_NS);
}
