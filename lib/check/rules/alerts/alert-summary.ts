/** An alert's summary is a fixed sentence. */

import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';

const words = {
  allowed: 'one sentence without templates: a capital letter first, a full stop last',
  remedy: 'say what is wrong; labels and values belong in the description',
};

export const alertSummary = rule({
  id: 'alert-summary',
  reason: 'The summary is what alerts of a group have in common: with values in it each looks like a fault of its own.',
  source: 'mixtool: alert-summary-missing-rule, alert-summary-templating and alert-summary-style',
  example: { where: 'alert Few', found: '"few orders": no capital letter first and no full stop last', ...words },
  *check({ alerts }) {
    for (const { rule: alert } of alerts) {
      const faults = faultsOf(alert.summary);
      if (faults.length > 0) yield { about: alert, found: `"${alert.summary}": ${listed(faults)}`, ...words };
    }
  },
});

function faultsOf(summary: string): readonly string[] {
  if (summary.trim() === '') return ['no text'];
  return [
    ...(/^[A-Z0-9]/.test(summary) ? [] : ['no capital letter first']),
    ...(summary.endsWith('.') ? [] : ['no full stop last']),
    ...(/\{\{|\$labels|\$value/.test(summary) ? ['a template'] : []),
    ...(summary.includes('\n') ? ['several lines'] : []),
  ];
}
