/** Every panel has a title, and a description that says what it means and what to do. */

import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';

const words = {
  allowed: 'a title, and a description: what it means, and what to do when something is wrong',
  remedy: "write what is missing where the signal is defined, or as the panel's own `title` or `description`",
};

export const panelWords = rule({
  id: 'panel-words',
  reason: 'Whoever is woken at night learns from the panel itself what it shows, and what to do.',
  source: 'dashboard-linter: panel-title-description-rule',
  example: { where: 'dashboard shop / panel orders', found: 'no description', ...words },
  *check({ panels }) {
    for (const { panel } of panels) {
      // A text panel is words itself.
      if (panel.kind === 'text') continue;
      const missing = [
        ...(panel.title.trim() === '' ? ['no title'] : []),
        ...(panel.description.trim() === '' ? ['no description'] : []),
      ];
      if (missing.length > 0) yield { about: panel, found: listed(missing), ...words };
    }
  },
});
