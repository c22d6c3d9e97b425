/** An alert says which service it is about, once. */
import { rule } from '../../rule.ts';

export const alertService = rule({
  id: 'alert-service',
  reason: 'Alerts are grouped, routed and muted by service: one without it goes to everybody, or to nobody.',
  source: 'monitoring mixins; pint: rule/label',
  example: {
    where: 'alert Few',
    found: 'no label service',
    allowed: 'service as a label of the expression or of the alert',
    remedy: "keep service in the expression, or state it: service: 'shop'",
  },
  *check({ alerts }) {
    for (const { rule: alert } of alerts) {
      const isStated = (alert.ruleLabels.service ?? '') !== '';
      const isKept = alert.labels.includes('service');
      if (isStated !== isKept) continue;
      yield {
        about: alert,
        found: isStated ? 'service twice: the label of the alert replaces that of the expression' : 'no label service',
        allowed: 'service as a label of the expression or of the alert',
        remedy: isStated
          ? 'leave `service` out, or aggregate it away'
          : "keep service in the expression, or state it: service: 'shop'",
      };
    }
  },
});
