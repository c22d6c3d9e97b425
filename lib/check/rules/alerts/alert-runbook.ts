/** Every alert has a runbook. */

import { nearest } from '../../messages.ts';
import { rule } from '../../rule.ts';

export const alertRunbook = rule({
  id: 'alert-runbook',
  reason: 'An alert that asks for action says which: its notification links to the runbook of its name.',
  source: 'monitoring mixins: runbook_url; pint: alerts/annotation and rule/link',
  example: {
    where: 'alert Few',
    found: 'no runbook',
    allowed: 'a file alerts/runbooks/Few.md that is not empty',
    remedy: 'write it: what it means, what to look at, what to do',
  },
  *check({ alerts, model: { runbooks } }) {
    for (const { rule: alert } of alerts) {
      const text = runbooks[alert.name];
      if (text !== undefined && text.trim() !== '') continue;
      const near = text === undefined ? nearest(alert.name, Object.keys(runbooks)) : undefined;
      yield {
        about: alert,
        found: text === undefined ? 'no runbook' : 'an empty runbook',
        allowed: `a file alerts/runbooks/${alert.name}.md that is not empty`,
        remedy:
          near === undefined
            ? 'write it: what it means, what to look at, what to do'
            : `rename the file ${near}.md, if that is the one`,
      };
    }
  },
});
