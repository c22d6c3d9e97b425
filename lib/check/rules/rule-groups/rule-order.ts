/** A rule reads recorded series of its own group, and of rules that come before it. */
import { type Fault, rule } from '../../rule.ts';
import type { PlacedRecording, PlacedRule } from '../../survey/expressions.ts';
import { placeOf } from '../../survey/expressions.ts';

export const ruleOrder = rule({
  id: 'rule-order',
  reason:
    'Groups run independently, the rules of one group in order: read in another group, a value is one evaluation old.',
  source: 'pint: rule/dependency; Prometheus, recording rules: evaluated in order within a group',
  example: {
    where: 'recording rule app:a:sum',
    found: 'group first reads job:queue_length:max, which group queue records',
    allowed: 'recorded series of its own group',
    remedy: 'put both into one group',
  },
  *check({ inRules: { selectors }, recorded }) {
    for (const { node, expressions } of selectors) {
      const read = recorded.get(node.metric);
      if (read === undefined) continue;
      for (const expression of expressions) {
        const fault = faultOf(expression, read);
        if (fault !== undefined) yield { ...placeOf(expression), ...fault };
      }
    }
  },
});

function faultOf(reader: PlacedRule, read: PlacedRecording): Fault | undefined {
  const { name } = read.rule;
  if (reader.group !== read.group) {
    return {
      found: `group ${reader.group.name} reads ${name}, which group ${read.group.name} records`,
      allowed: 'recorded series of its own group',
      remedy: 'put both into one group',
    };
  }
  const allowed = 'recorded series of rules before it';
  if (reader === read) return { found: 'it reads itself', allowed, remedy: 'read the metric that it is made of' };
  if (reader.position > read.position) return undefined;
  return {
    found: `it reads ${name}, which is evaluated after it`,
    allowed,
    remedy: `define the signal of ${name} first`,
  };
}
