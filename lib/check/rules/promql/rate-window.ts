/**
 * A window is long enough for the samples that its function needs.
 *
 * Two samples are the least that a rate can be made of; four intervals leave it standing when one scrape fails and
 * another comes late.
 */

import type { CallNode, RangeNode, SubqueryNode } from '../../../promql/node.ts';
import { fixedSpan } from '../../../promql/span.ts';
import { type Duration, durationText } from '../../../units/duration.ts';
import { rule } from '../../rule.ts';
import { everywhere } from '../../survey/expressions.ts';
import { sampledEvery } from '../../survey/series.ts';
import type { Survey } from '../../survey/survey.ts';

/** Functions of a difference between samples. */
const DIFFERENCES: ReadonlySet<string> = new Set([
  'rate',
  'irate',
  'increase',
  'delta',
  'idelta',
  'deriv',
  'predict_linear',
  'double_exponential_smoothing',
  'changes',
  'resets',
]);

const SAFE_SAMPLES = 4;
const MIN_SAMPLES = 2;

export const rateWindow = rule({
  id: 'rate-window',
  reason:
    'A rate needs two samples in its window: with fewer it is empty, and with barely more one failed scrape empties it.',
  source: 'pint: promql/rate; Prometheus, rate(): "at least two samples"',
  example: {
    where: 'alert Few',
    found: 'rate() over 20s of orders_total, which has a sample every 15s: not always two',
    allowed: 'at least 1m, four intervals',
    remedy: 'use a longer window, or scrape more often',
  },
  *check(survey) {
    for (const { node, expressions } of survey.calls) {
      const range = rangeOf(node);
      if (range === undefined || !DIFFERENCES.has(node.function)) continue;
      const window = fixedSpan(range.window);
      const every = stepOf(range, survey);
      if (window === undefined || every === undefined || window.ms >= SAFE_SAMPLES * every.ms) continue;
      const what = range.kind === 'range' ? range.selector.metric : 'a subquery';
      const fails = window.ms < MIN_SAMPLES * every.ms ? 'not always two' : 'empty after one failed scrape';
      yield* everywhere(expressions, {
        found: `${node.function}() over ${durationText(window)} of ${what}, which has a sample every ${durationText(every)}: ${fails}`,
        allowed: `at least ${durationText({ ms: SAFE_SAMPLES * every.ms })}, four intervals`,
        remedy: 'use a longer window, or scrape more often',
      });
    }
  },
});

function rangeOf({ arguments: given }: CallNode): RangeNode | SubqueryNode | undefined {
  return given.find((argument) => argument.kind === 'range' || argument.kind === 'subquery');
}

/** A subquery without a step has that of the server's evaluation. */
function stepOf(range: RangeNode | SubqueryNode, survey: Survey): Duration | undefined {
  if (range.kind === 'range') return sampledEvery(range.selector, survey);
  return range.step === undefined ? survey.model.evaluationInterval : fixedSpan(range.step);
}
