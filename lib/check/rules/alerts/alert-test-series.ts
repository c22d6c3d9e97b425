/** The tests of an alert feed it series that could exist, and that it reads. */

import type { GivenSeries } from '../../../model/alert-test.ts';
import type { AnyAlert } from '../../../model/resolved.ts';
import type { SelectorNode } from '../../../promql/node.ts';
import { labelIn, namesIn } from '../../../promql/result/labels.ts';
import { isSynthetic } from '../../../promql/synthetic.ts';
import { didYouMean, listed } from '../../messages.ts';
import { type Fault, rule } from '../../rule.ts';
import type { Survey } from '../../survey/survey.ts';

export const alertTestSeries = rule({
  id: 'alert-test-series',
  reason: 'A test with series that no exporter exposes proves nothing about the real ones.',
  source: 'our own; catalogue of the exporters',
  example: {
    where: 'alert QueueLong / test',
    found: 'the series queue_length with the label qeue, which it lacks',
    allowed: 'instance, job, queue and service',
    remedy: 'did you mean queue? Otherwise remove it',
  },
  *check(survey) {
    for (const { rule: alert } of survey.alerts) {
      for (const given of new Set(givenIn(alert))) {
        for (const fault of faultsOf(given, survey)) yield { about: alert, part: 'test', ...fault };
      }
    }
  },
});

function givenIn({ test }: AnyAlert): readonly GivenSeries[] {
  return [...test.fires, ...test.silent].flatMap(({ given }) => given);
}

function* faultsOf(given: GivenSeries, { model: { catalogue }, recorded, labelsOf }: Survey): Iterable<Fault> {
  const { name, metric } = given;
  if (!catalogue.has(metric.name) && !recorded.has(name) && !isSynthetic(name)) {
    yield {
      found: `the series ${name}, which no exporter exposes`,
      allowed: 'a metric of the catalogue',
      remedy: didYouMean(name, catalogue.keys(), 'use one that the alert reads'),
    };
    return;
  }
  const selector: SelectorNode = { kind: 'selector', metric: name, matchers: [], facts: metric };
  const labels = labelsOf(selector);
  if (labels === undefined) return;
  const known = namesIn(labels);
  for (const label of Object.keys(given.labels).filter((each) => labelIn(labels, each).presence === 'never')) {
    yield {
      found: `the series ${name} with the label ${label}, which it lacks`,
      allowed: listed(known),
      remedy: didYouMean(label, known, 'remove it'),
    };
  }
  const missing = known.filter((label) => !(label in given.labels) && labelIn(labels, label).presence === 'always');
  if (missing.length > 0) {
    yield {
      found: `the series ${name} without ${listed(missing)}, which each of its series has`,
      allowed: listed(known),
      remedy: `give it ${listed(missing)}, as the exporter does`,
    };
  }
}
