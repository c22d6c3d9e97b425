/** What an inhibition compares is a label of both its alerts. */

import type { ResolvedInhibition } from '../../../model/alerting/resolved-alerting.ts';
import { alertLabels, matches } from '../../../model/alerting/routing.ts';
import type { AnyAlert } from '../../../model/resolved.ts';
import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

export const inhibitionEqual = rule({
  id: 'inhibition-equal',
  reason: 'A label that both sides lack counts as equal, and one that a single side lacks never is.',
  source: 'Alertmanager, configuration: inhibit_rule',
  example: {
    where: 'inhibition store-gone',
    found: 'it compares instance, which StoreDown and ShopSlow do not have',
    allowed: 'labels that the alerts of both sides have',
    remedy: 'keep the label in their expressions, or leave it out of `equal`',
  },
  *check({ alerts, model: { alerting } }) {
    const all = alerts.map(({ rule: alert }) => alert);
    for (const inhibition of alerting?.inhibitions ?? []) {
      for (const label of inhibition.equal) {
        const without = sides(inhibition, all).filter((alert) => !alertLabels(alert).has(label));
        const names = [...new Set(without.map(({ name }) => name))];
        if (names.length === 0) continue;
        yield {
          about: unexcusable(inhibition.where),
          found: `it compares ${label}, which ${listed(names)} ${names.length === 1 ? 'does' : 'do'} not have`,
          allowed: 'labels that the alerts of both sides have',
          remedy: 'keep the label in their expressions, or leave it out of `equal`',
        };
      }
    }
  },
});

function sides({ when, mutes }: ResolvedInhibition, alerts: readonly AnyAlert[]): readonly AnyAlert[] {
  return [when, mutes].flatMap((match) => alerts.filter((alert) => matches(match, alertLabels(alert)) !== 'no'));
}
