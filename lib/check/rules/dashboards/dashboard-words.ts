/** Every dashboard has a title, a description and tags. */

import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';

export const dashboardWords = rule({
  id: 'dashboard-words',
  reason: 'People find a dashboard by its title and tags, and learn from the description what it is for.',
  source: 'mixtool: dashboard has no title; our own',
  example: {
    where: 'dashboard shop',
    found: 'no description and no tags',
    allowed: 'a title, a description and at least one tag',
    remedy: 'say in `description` which question it answers, and tag it as its neighbours are',
  },
  *check({ model }) {
    for (const dashboard of model.dashboards) {
      const { title, description, tags } = dashboard;
      const missing = [
        ...(title.trim() === '' ? ['no title'] : []),
        ...(description.trim() === '' ? ['no description'] : []),
        ...(tags.some((tag) => tag.trim() !== '') ? [] : ['no tags']),
      ];
      if (missing.length === 0) continue;
      yield {
        about: dashboard,
        found: listed(missing),
        allowed: 'a title, a description and at least one tag',
        remedy: 'say in `description` which question it answers, and tag it as its neighbours are',
      };
    }
  },
});
