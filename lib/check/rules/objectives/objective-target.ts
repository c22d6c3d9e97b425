/** An objective allows some errors, and so few that a total outage sets its alerts off. */
import { BURNS, burnFactor } from '../../../model/objective/burn.ts';
import type { ResolvedObjective } from '../../../model/resolved.ts';
import { type Fault, rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

export const objectiveTarget = rule({
  id: 'objective-target',
  reason:
    'A target of 1 allows no error, and is missed at the first one. Where a tenth may fail, even a whole outage burns the budget only ten times too fast: the alert that waits for 14.4 times never fires.',
  source: 'SRE workbook, alerting on SLOs; our own',
  example: {
    where: 'objective orders-paid',
    found: 'the target 99.5: more than all of the events',
    allowed: 'a share between 0 and 1, such as 0.995',
    remedy: 'write 99.5 % as target: 0.995',
  },
  *check({ model }) {
    for (const objective of model.objectives) {
      const fault = faultOf(objective);
      if (fault !== undefined) yield { about: unexcusable(objective.where), ...fault };
    }
  },
});

function faultOf({ target, window }: ResolvedObjective): Fault | undefined {
  const allowed = 'a share between 0 and 1, such as 0.995';
  if (!(target > 0)) return { found: `the target ${target}`, allowed, remedy: 'write the share that has to be good' };
  if (target > 1) {
    const remedy = `write ${target} % as target: ${Number((target / 100).toPrecision(6))}`;
    return { found: `the target ${target}: more than all of the events`, allowed, remedy };
  }
  if (target === 1) {
    return { found: 'the target 1, which leaves no budget', allowed, remedy: 'allow what you can live with: 0.999' };
  }
  const highest = Math.max(...BURNS.map((burn) => burnFactor(burn, window)));
  const outage = Number((1 / (1 - target)).toPrecision(3));
  if (outage > highest) return undefined;
  return {
    found: `the target ${target}: a total outage burns the budget ${outage} times too fast, and alerts wait for ${highest} times`,
    allowed: `a target above ${Number((1 - 1 / highest).toPrecision(3))}`,
    remedy: 'promise more, or write an alert of your own',
  };
}
