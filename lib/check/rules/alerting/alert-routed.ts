/** Every alert has a route of its own. */
import { alertLabels, routesOf } from '../../../model/alerting/routing.ts';
import { rule } from '../../rule.ts';

export const alertRouted = rule({
  id: 'alert-routed',
  reason: 'The route at the root is for what nobody thought of: an alert that ends there was forgotten.',
  source: 'our own',
  example: {
    where: 'alert Odd',
    found: 'no route for severity info and service shop',
    allowed: 'an alert that a route below the root takes',
    remedy: "add one, such as { when: { severity: 'info' }, to: … }, or give the alert another severity",
  },
  *check({ alerts, model: { alerting } }) {
    if (alerting === undefined) return;
    for (const { rule: alert } of alerts) {
      const labels = alertLabels(alert);
      // One of which the values decide may end at the root as well, for values that there are not.
      if (routesOf(labels, alerting.route).some(({ route }) => route !== alerting.route)) continue;
      yield {
        about: alert,
        found: `no route for severity ${alert.severity} and service ${labels.get('service') ?? 'of its expression'}`,
        allowed: 'an alert that a route below the root takes',
        remedy: `add one, such as { when: { severity: '${alert.severity}' }, to: … }, or give the alert another severity`,
      };
    }
  },
});
