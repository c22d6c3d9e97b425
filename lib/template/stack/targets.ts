/** Who is scraped. A target's labels are part of the labels of each of its metrics. */
import { type ScrapeJob, scrapeJob, target } from 'plainsight';

export const node = target('node');

export const jobs: readonly ScrapeJob[] = [
  scrapeJob(node, {
    purpose: 'The hosts, through node_exporter.',
    static: [{ targets: ['localhost:9100'], labels: {} }],
  }),
];
