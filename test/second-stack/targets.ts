/** Two services that have nothing to do with voting: an API in Node.js, and Alertmanager. */
import { scrapeJob, target } from 'plainsight';

export const api = target('api', ['region']);
export const alertmanager = target('alertmanager');

export const jobs = [
  scrapeJob(api, {
    purpose: 'The API.',
    static: [{ targets: ['api-1:3000', 'api-2:3000'], labels: { region: 'north' } }],
  }),
  scrapeJob(alertmanager, { purpose: 'Alertmanager.', static: [{ targets: ['alertmanager:9093'] }] }),
];
