/** The table of firing alerts, alike on every dashboard: what is wrong stands first, with the way to its runbook. */
import * as panel from 'plainsight/panels';
import { firingSince } from '../stack/signals/overview.ts';
import { site } from '../stack/site.ts';

const columns = [
  { field: 'severity', title: 'Severity', width: 80, colours: { critical: 'red', warning: 'orange' } },
  {
    field: 'alertname',
    title: 'Alert',
    link: { title: 'Open the runbook', before: `${site.runbooks}/`, after: '.md' },
  },
  { field: 'service', title: 'Service', width: 72 },
  { field: 'Value', title: 'Since', width: 122 },
] as const;

/** Firing alerts, the critical ones first. */
export const firing = tableOf({});
/** The same for a page that has to fit on one screen. */
export const firingLow = tableOf({ height: 7 });

function tableOf(settings: { readonly height?: number }) {
  return panel.table(firingSince, {
    key: 'firing',
    title: 'Firing alerts',
    by: ['severity', 'alertname', 'service'],
    columns,
    sortBy: { field: 'severity', order: 'ascending' },
    ...settings,
  });
}
