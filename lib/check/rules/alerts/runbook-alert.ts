/** Every runbook belongs to an alert. */

import { alertsOf } from '../../../model/resolved.ts';
import { didYouMean } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

export const runbookAlert = rule({
  id: 'runbook-alert',
  reason: 'A runbook that no alert links to is read by nobody and corrected by nobody.',
  source: 'our own',
  example: {
    where: 'runbook Fewer',
    found: 'a runbook, and no alert with this name',
    allowed: 'the name of an alert',
    remedy: 'remove it, or rename it with its alert',
  },
  *check({ model }) {
    const { runbooks, leftOut } = model;
    const names = new Set([
      ...alertsOf(model).map(({ name }) => name),
      // An alert that only another profile has keeps its runbook.
      ...leftOut.filter(({ what }) => what === 'alert').map(({ name }) => name),
    ]);
    for (const name of Object.keys(runbooks).filter((each) => !names.has(each))) {
      yield {
        about: unexcusable({ what: `runbook ${name}` }),
        found: 'a runbook, and no alert with this name',
        allowed: 'the name of an alert',
        remedy: didYouMean(name, names, 'remove it, or rename it with its alert'),
      };
    }
  },
});
