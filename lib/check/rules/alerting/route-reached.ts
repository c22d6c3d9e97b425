/** Some alert takes every route. */
import { matchText } from '../../../model/alerting/resolved-alerting.ts';
import { alertLabels, allRoutes, routesOf } from '../../../model/alerting/routing.ts';
import { rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

export const routeReached = rule({
  id: 'route-reached',
  reason: 'A route that no alert takes was meant for one: that alert now goes somewhere else, and nobody notices.',
  source: 'our own; Alertmanager, routing tree editor',
  example: {
    where: 'route severity="critical", service="stor"',
    found: 'no alert takes it',
    allowed: 'a route that some alert takes',
    remedy: 'correct severity="critical", service="stor", move it before the route that takes its alerts, or remove it',
  },
  *check({ alerts, model: { alerting } }) {
    if (alerting === undefined) return;
    const taken = new Set(
      alerts.flatMap(({ rule: alert }) => routesOf(alertLabels(alert), alerting.route).map(({ route }) => route)),
    );
    // The root is for what nobody thought of.
    for (const route of allRoutes(alerting.route).slice(1)) {
      // One with branches of its own need take none itself.
      if (allRoutes(route).some((each) => taken.has(each))) continue;
      yield {
        about: unexcusable(route.where),
        found: 'no alert takes it',
        allowed: 'a route that some alert takes',
        remedy: `correct ${matchText(route.match)}, move it before the route that takes its alerts, or remove it`,
      };
    }
  },
});
