/** Every receiver has a route. */
import { renamed } from '../../../model/problem.ts';
import { rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

export const receiverRouted = rule({
  id: 'receiver-routed',
  reason: 'A receiver without a route is told of nothing, and whoever reads the list believes that it is.',
  source: 'our own',
  example: {
    where: 'receiver boss',
    found: 'no route to it',
    allowed: 'receivers that a route names',
    remedy: "add a route: { when: …, to: 'boss' }, or remove the receiver",
  },
  *check({ model: { alerting } }) {
    if (alerting === undefined) return;
    for (const name of Object.keys(alerting.receivers).filter((each) => !alerting.routed.includes(each))) {
      yield {
        about: unexcusable(renamed(alerting.where, `receiver ${name}`)),
        found: 'no route to it',
        allowed: 'receivers that a route names',
        remedy: `add a route: { when: …, to: '${name}' }, or remove the receiver`,
      };
    }
  },
});
