/** An inhibition has something to mute, and something that mutes. */
import { matchText, type ResolvedMatch } from '../../../model/alerting/resolved-alerting.ts';
import { alertLabels, matches } from '../../../model/alerting/routing.ts';
import { rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

export const inhibitionApplies = rule({
  id: 'inhibition-applies',
  reason: 'An inhibition that never applies was meant to prevent a second page, and does not.',
  source: 'our own',
  example: {
    where: 'inhibition till-gone',
    found: 'no alert that mutes: severity="critical", service="till"',
    allowed: 'alerts on both sides',
    remedy: 'correct what it names, or remove it',
  },
  *check({ alerts, model: { alerting } }) {
    const isNobody = (match: ResolvedMatch): boolean =>
      !alerts.some(({ rule: alert }) => matches(match, alertLabels(alert)) !== 'no');
    for (const { where, when, mutes } of alerting?.inhibitions ?? []) {
      for (const [side, match] of [
        ['mutes', when],
        ['is muted', mutes],
      ] as const) {
        if (!isNobody(match)) continue;
        yield {
          about: unexcusable(where),
          found: `no alert that ${side}: ${matchText(match)}`,
          allowed: 'alerts on both sides',
          remedy: 'correct what it names, or remove it',
        };
      }
    }
  },
});
