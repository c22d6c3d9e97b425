/** What an alert is about can be seen on a panel. */

import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';

export const alertShown = rule({
  id: 'alert-shown',
  reason: 'Whoever is woken opens the panel first: without one the notification links to nothing.',
  source: 'our own; Grafana, __dashboardUid__ and __panelId__',
  example: {
    where: 'alert Few',
    found: 'no panel: it reads no signal',
    allowed: 'a panel that shows one of its signals, or one that it names',
    remedy: "name a signal that a panel shows: panel: signal, or excuse it: [{ rule: 'alert-shown', reason: '…' }]",
  },
  *check({ alerts }) {
    for (const { rule: alert } of alerts) {
      if (alert.panel !== undefined) continue;
      const names = alert.signals.map(({ name }) => name);
      yield {
        about: alert,
        found: names.length === 0 ? 'no panel: it reads no signal' : `no panel, and none shows ${listed(names, 'or')}`,
        allowed: 'a panel that shows one of its signals, or one that it names',
        remedy: "name a signal that a panel shows: panel: signal, or excuse it: [{ rule: 'alert-shown', reason: '…' }]",
      };
    }
  },
});
