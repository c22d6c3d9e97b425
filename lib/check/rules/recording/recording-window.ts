/** The window in a recorded series' name is the one it is made with. */
import { fixedSpan } from '../../../promql/span.ts';
import { durationText, parseDuration } from '../../../units/duration.ts';
import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import type { PlacedRecording } from '../../survey/expressions.ts';
import { placeOf } from '../../survey/expressions.ts';
import type { Survey } from '../../survey/survey.ts';

const NAMED = /(?:rate|increase|delta|ratio|avg|max|min)_?(\d+(?:ms|[smhdwy]))$/;

export const recordingWindow = rule({
  id: 'recording-window',
  reason: 'Whoever reads ...:rate5m counts on five minutes: thresholds and burn rates are chosen for it.',
  source: 'Prometheus, practices: recording rules',
  example: {
    where: 'recording rule app:orders:rate5m',
    found: '5m in the name, and in the expression a window of 10m',
    allowed: 'the window that the rule uses',
    remedy: "rename it, or record it over 5m: recorded: { …, over: '5m' }",
  },
  *check(survey) {
    const windows = windowsByRule(survey);
    for (const recording of survey.recordings) {
      const [, named] = NAMED.exec(recording.rule.name) ?? [];
      const used = windows.get(recording);
      const span = named === undefined ? undefined : parseDuration(named);
      if (span === undefined || used === undefined || used.has(durationText(span))) continue;
      yield {
        ...placeOf(recording),
        found: `${named} in the name, and in the expression a window of ${listed([...used])}`,
        allowed: 'the window that the rule uses',
        remedy: `rename it, or record it over ${named}: recorded: { …, over: '${named}' }`,
      };
    }
  },
});

/** The windows of the rules that have any. */
function windowsByRule({ inRules: { ranges } }: Survey): ReadonlyMap<PlacedRecording, ReadonlySet<string>> {
  const found = new Map<PlacedRecording, Set<string>>();
  for (const { node, expressions } of ranges) {
    const window = fixedSpan(node.window);
    if (window === undefined) continue;
    for (const recording of expressions.filter((each) => each.use === 'recording rule')) {
      found.set(recording, (found.get(recording) ?? new Set()).add(durationText(window)));
    }
  }
  return found;
}
