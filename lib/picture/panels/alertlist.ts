/** A list of alerts by their state. */
import type { AlertListOptions } from '../../panels/alertlist.ts';
import type { DrawFromData } from '../drawing.ts';
import { type Entry, list } from '../plot/list.ts';

type AlertState = NonNullable<AlertListOptions['show']>[number];

const ALERTS: Readonly<Record<AlertState, Entry>> = {
  firing: { title: 'An alert that fires', detail: 'Firing for 12m', colour: 'red' },
  pending: { title: 'An alert that is pending', detail: 'Pending for 3m', colour: 'yellow' },
  normal: { title: 'An alert that is silent', detail: 'Normal', colour: 'green' },
  'no data': { title: 'An alert without data', detail: 'No data', colour: 'blue' },
  error: { title: 'An alert that cannot be evaluated', detail: 'Error', colour: 'orange' },
};

export const alertlist: DrawFromData<'alertlist'> = ({ options }, _, box, context) => {
  const { show, matching, most } = options;
  const entries = show.map((state) => ({
    ...ALERTS[state],
    ...(matching === '' ? {} : { aside: matching.replace(/^\{|\}$/g, '') }),
  }));
  return list(entries.slice(0, most), box, context);
};
