/** How long an alert waits fits how urgent it is. */
import type { Severity } from '../../../model/alert-test.ts';
import { type Duration, durationText } from '../../../units/duration.ts';
import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';

/** The longest `for` by severity. The SRE workbook pages within the hour in which 2 to 5 % of a budget burns. */
const LONGEST_FOR = new Map<Severity, Duration | 'any'>([
  ['critical', { ms: 3_600_000 }],
  ['warning', { ms: 86_400_000 }],
  ['info', 'any'],
  ['none', 'any'],
]);

export const alertSeverity = rule({
  id: 'alert-severity',
  reason: 'What can wait for hours need not wake anybody, and what wakes somebody should not have waited for hours.',
  source: 'SRE workbook, Alerting on SLOs; mixtool: alert-severity-rule',
  example: {
    where: 'alert Few',
    found: 'critical after 2h',
    allowed: 'at most 1h for critical',
    remedy: 'let it fire earlier, or lower the severity',
  },
  *check({ alerts }) {
    for (const { rule: alert } of alerts) {
      const { severity, for: span = { ms: 0 } } = alert;
      const longest = LONGEST_FOR.get(severity);
      if (longest === undefined) {
        yield {
          about: alert,
          found: `the severity ${severity}`,
          allowed: listed([...LONGEST_FOR.keys()], 'or'),
          remedy: 'choose one: critical pages a person, warning makes a ticket',
        };
      } else if (longest !== 'any' && span.ms > longest.ms) {
        yield {
          about: alert,
          found: `${severity} after ${durationText(span)}`,
          allowed: `at most ${durationText(longest)} for ${severity}`,
          remedy: 'let it fire earlier, or lower the severity',
        };
      }
    }
  },
});
