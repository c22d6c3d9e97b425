/** What the monitoring was asked for is on a dashboard. */
import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

export const requirementShown = rule({
  id: 'requirement-shown',
  reason:
    'What was asked for and is on no dashboard is missing when somebody needs it; the index would link to nothing.',
  source: 'our own',
  example: {
    where: 'requirement "How many requests fail"',
    found: 'no panel shows "Failed requests"',
    allowed: 'a panel that shows one of its signals',
    remedy: 'put the signal on a dashboard, or make it unavailable() in this profile, with the reason',
  },
  *check({ queries, model }) {
    if (model.requirements.length === 0) return;
    const shown = new Set(queries.map(({ query }) => query.signal.id));
    for (const { shownBy, where } of model.requirements) {
      const there = shownBy.filter(({ unavailable }) => unavailable === undefined);
      if (there.length === 0 || there.some(({ signal }) => shown.has(signal))) continue;
      const names = there.map(({ name }) => `"${name}"`);
      yield {
        about: unexcusable(where),
        found: `no panel shows ${listed(names, 'or')}`,
        allowed: 'a panel that shows one of its signals',
        remedy: 'put the signal on a dashboard, or make it unavailable() in this profile, with the reason',
      };
    }
  },
});
