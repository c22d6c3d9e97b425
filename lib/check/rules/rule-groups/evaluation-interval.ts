/** A group is evaluated as often as there is something new, and often enough that nothing goes stale. */
import type { ResolvedGroup } from '../../../model/resolved.ts';
import { type Duration, durationText } from '../../../units/duration.ts';
import { rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';
import { evaluatedEvery, sampledEvery } from '../../survey/series.ts';
import type { Survey } from '../../survey/survey.ts';

/** How far Prometheus looks back for a sample. Source: its flag --query.lookback-delta. */
const LOOKBACK = { ms: 300_000 };

export const evaluationInterval = rule({
  id: 'evaluation-interval',
  reason: 'Between two scrapes nothing changes, and after five minutes without a sample a recorded series has a gap.',
  source: 'pint: group/interval; Prometheus, staleness',
  example: {
    where: 'group queue',
    found: 'evaluated every 1s, and what it reads has a sample every 15s',
    allowed: 'the interval of the samples or more, and at most 5m',
    remedy: "set `every` of the signals that the group records to '15s' or more",
  },
  *check(survey) {
    const fresh = samplesByGroup(survey);
    for (const group of survey.model.groups) {
      const every = evaluatedEvery(group, survey.model);
      const sampled = { ms: fresh.get(group) ?? 0 };
      const fault = every.ms > LOOKBACK.ms ? seldom : every.ms < sampled.ms ? often(sampled) : undefined;
      if (fault === undefined) continue;
      yield {
        about: unexcusable({ ...group.rules[0]?.where, what: `group ${group.name}` }),
        found: `evaluated every ${durationText(every)}, ${fault.found}`,
        allowed: 'the interval of the samples or more, and at most 5m',
        remedy: `set \`every\` of the signals that the group records to ${fault.instead}`,
      };
    }
  },
});

interface Fault {
  readonly found: string;
  readonly instead: string;
}

const seldom: Fault = { found: 'and a sample is stale after 5m', instead: "'5m' or less" };

function often(sampled: Duration): Fault {
  const span = durationText(sampled);
  return { found: `and what it reads has a sample every ${span}`, instead: `'${span}' or more` };
}

/** The shortest time between two samples of what the rules of each group read from exporters. */
function samplesByGroup(survey: Survey): ReadonlyMap<ResolvedGroup, number> {
  const shortest = new Map<ResolvedGroup, number>();
  for (const { node, expressions } of survey.inRules.selectors) {
    if (survey.recorded.has(node.metric)) continue;
    const { ms } = sampledEvery(node, survey);
    for (const { group } of expressions) shortest.set(group, Math.min(ms, shortest.get(group) ?? ms));
  }
  return shortest;
}
