/** An alert over log lines ends when its condition does. */
import { durationText } from '../../../units/duration.ts';
import { rule } from '../../rule.ts';

export const logKeepFiring = rule({
  id: 'log-keep-firing',
  reason: "Loki's ruler forgets keep_firing_for: the alert would end earlier than its definition says.",
  source: 'Loki 3.7, pkg/ruler/rulespb/compat.go; grafana/loki#7450',
  example: {
    where: 'alert PaymentsRefused',
    found: 'keepFiringFor 10m of an alert over log lines',
    allowed: 'none: Loki does not know it',
    remedy: 'leave it out, and lengthen the window in its place',
  },
  *check({ model: { logGroups } }) {
    for (const alert of logGroups.flatMap(({ rules }) => rules)) {
      if (alert.keepFiringFor === undefined) continue;
      yield {
        about: alert,
        found: `keepFiringFor ${durationText(alert.keepFiringFor)} of an alert over log lines`,
        allowed: 'none: Loki does not know it',
        remedy: 'leave it out, and lengthen the window in its place',
      };
    }
  },
});
