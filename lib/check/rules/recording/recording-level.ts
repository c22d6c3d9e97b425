/** The level in a recorded series' name says which labels it has. */

import { namesIn } from '../../../promql/result/labels.ts';
import { listed } from '../../messages.ts';
import type { Finding } from '../../rule.ts';
import { rule } from '../../rule.ts';
import { placeOf } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';

export const recordingLevel = rule({
  id: 'recording-level',
  reason: 'Readers join and aggregate by what the name promises: a level that is not there makes them match nothing.',
  source: 'Prometheus, practices: recording rules, "level represents the labels of the rule output"',
  example: {
    where: 'recording rule job:a:sum',
    found: 'the level job in the name, and no labels in the result',
    allowed: 'a word for the whole, such as app, where there is no label',
    remedy: "rename it to app:a:sum, or let the signal keep the label job: labels: ['job']",
  },
  *check(survey) {
    const known = labelNames(survey);
    for (const recording of survey.recordings) {
      const { name, labels } = recording.rule;
      const [level = '', ...rest] = name.split(':');
      if (labels.length === 0 ? !known.has(level) : sameWords(level, labels)) continue;
      yield { ...placeOf(recording), ...fault(level, labels, rest) };
    }
  },
});

function fault(level: string, labels: readonly string[], rest: readonly string[]): Omit<Finding, 'about'> {
  const renaming = `rename it to ${[labels.length === 0 ? 'app' : labels.join('_'), ...rest].join(':')}`;
  if (labels.length === 0) {
    return {
      found: `the level ${level} in the name, and no labels in the result`,
      allowed: 'a word for the whole, such as app, where there is no label',
      remedy: `${renaming}, or let the signal keep the label ${level}: labels: ['${level}']`,
    };
  }
  return {
    found: `the level ${level}, and the ${labels.length === 1 ? 'label' : 'labels'} ${listed(labels)}`,
    allowed: 'the labels in any order, joined by _',
    remedy: renaming,
  };
}

/** Labels contain _ themselves: the words on both sides are the same. */
function sameWords(level: string, labels: readonly string[]): boolean {
  return words([level]) === words(labels);
}

function words(names: readonly string[]): string {
  return names
    .flatMap((name) => name.split('_'))
    .sort()
    .join(' ');
}

/** Every label that something recorded could have kept. */
function labelNames({ inRules: { selectors }, labelsOf }: Survey): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { node, expressions } of selectors) {
    const labels = expressions.some(({ use }) => use === 'recording rule') ? labelsOf(node) : undefined;
    if (labels !== undefined) for (const name of namesIn(labels)) found.add(name);
  }
  return found;
}
