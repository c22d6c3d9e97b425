/** The table of firing alerts, alike on every dashboard: what is wrong stands first, with the way to its runbook. */
import * as panel from 'plainsight/panels';
import { firingSince } from '../stack/signals/overview.ts';
import { site } from '../stack/site.ts';

const columns = [
  { field: 'severity', title: 'Severity', width: 82, colours: { critical: 'red', warning: 'orange' } },
  {
    field: 'alertname',
    title: 'Alert',
    link: { title: 'Open the runbook', before: `${site.runbooks}/`, after: '.md' },
  },
  { field: 'service', title: 'Service', width: 72 },
  { field: 'Value', title: 'Since', width: 138 },
] as const;

/** Firing alerts, the critical ones first: the first panel of every dashboard. */
export const firing = panel.table(firingSince, {
  key: 'firing',
  title: 'Firing alerts',
  by: ['severity', 'alertname', 'service'],
  columns,
  sortBy: { field: 'severity', order: 'ascending' },
  width: 10,
  height: 7,
});
