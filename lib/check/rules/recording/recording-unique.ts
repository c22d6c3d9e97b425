/** No two recording rules write the same series. */
import { rule } from '../../rule.ts';
import { placeOf } from '../../survey/expressions.ts';

export const recordingUnique = rule({
  id: 'recording-unique',
  reason: 'Two rules of one name write over each other: Prometheus drops samples, and a graph jumps between the two.',
  source: 'pint: rule/duplicate; promtool: duplicate rules',
  example: {
    where: 'recording rule job:queue_length:max',
    found: 'a second rule with this name, in group queue; the first is in group queue',
    allowed: 'one rule for each name',
    remedy: 'give one of them another name, or read the other signal',
  },
  *check({ recordings, recorded }) {
    for (const recording of recordings) {
      const first = recorded.get(recording.rule.name);
      if (first === undefined || first === recording) continue;
      yield {
        ...placeOf(recording),
        found: `a second rule with this name, in group ${recording.group.name}; the first is in group ${first.group.name}`,
        allowed: 'one rule for each name',
        remedy: 'give one of them another name, or read the other signal',
      };
    }
  },
});
