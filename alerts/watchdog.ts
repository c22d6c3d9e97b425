/** The alert that always fires: what tells a service outside that this monitoring is alive. */
import { alert, text } from 'plainsight';
import { vector } from 'plainsight/promql';
import { count } from 'plainsight/units';

export const Watchdog = alert({
  when: vector(1, count('')),
  severity: 'none',
  service: 'prometheus',
  group: 'monitoring',
  summary: 'The monitoring is alive.',
  description: () => text`Prometheus evaluates its rules, and Alertmanager can send. No notification is the alarm.`,
  excuses: [
    { rule: 'alert-comparison', reason: 'it has to fire at all times' },
    { rule: 'alert-shown', reason: 'nobody is told while it fires' },
    { rule: 'alert-tests', reason: 'it is never silent' },
  ],
  test: {
    fires: {
      given: [],
      at: '1m',
      labels: {},
      says: 'Prometheus evaluates its rules, and Alertmanager can send. No notification is the alarm.',
    },
    silent: [],
  },
});
