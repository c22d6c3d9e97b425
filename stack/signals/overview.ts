/** What only the overview asks: which alerts fire, and since when. */
import { ALERTS, ALERTS_FOR_STATE, and, min, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import { signal } from '../profiles.ts';
import { everyTarget } from '../targets.ts';

/** Those that somebody is told of; Watchdog always fires. */
const told = { severity: ['critical', 'warning'] } as const;

export const firingSince = signal({
  id: 'firing-since',
  name: 'Since',
  description:
    'The alerts that fire now, and since when what they warn of has lasted. The name leads to the runbook. An empty table is good news only while the monitoring itself works: look at the dashboard Monitoring.',
  unit: unit.timestamp,
  labels: ['severity', 'alertname', 'service'],
  query: ({ by }) => {
    const firing = sum(ALERTS.of(everyTarget).where({ ...told, alertstate: 'firing' }), { by });
    return and(min(ALERTS_FOR_STATE.of(everyTarget).where(told), { by }), firing);
  },
  whenEmpty: 'not applicable',
  emptyText: 'No alert fires',
  sample: {
    // Twelve and six minutes before the moment that all pictures show.
    between: [Date.UTC(2026, 10, 23, 11, 48) / 1000, Date.UTC(2026, 10, 23, 11, 54) / 1000],
    labels: {
      severity: ['warning', 'warning'],
      alertname: ['PostgresDeadlocks', 'ContainerCpuThrottling'],
      service: ['db', 'result'],
    },
  },
});
