/** Somebody is told when an objective's budget burns, fast or slowly. */
import { levels } from '../../../model/field.ts';
import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

export const objectiveAlerts = rule({
  id: 'objective-alerts',
  reason: 'A promise that nobody is told of when it breaks is kept by luck: its budget is gone before anybody looks.',
  source: 'SRE workbook, alerting on SLOs: page for a fast burn, ticket for a slow one',
  example: {
    where: 'objective orders-paid',
    found: 'no critical and no warning alert reads its burn rates',
    allowed: 'a page and a ticket',
    remedy: 'export burnAlerts(…) of it from a module of alerts',
  },
  *check({ alerts, model }) {
    for (const { signals, where } of model.objectives) {
      const own = alerts.filter(({ rule: alert }) => alert.signals.some(({ id }) => signals.includes(id)));
      const missing = [...levels].reverse().filter((level) => own.every(({ rule: alert }) => alert.severity !== level));
      if (missing.length === 0) continue;
      yield {
        about: unexcusable(where),
        found: `${listed(missing.map((level) => `no ${level}`))} alert reads its burn rates`,
        allowed: 'a page and a ticket',
        remedy: 'export burnAlerts(…) of it from a module of alerts',
      };
    }
  },
});
