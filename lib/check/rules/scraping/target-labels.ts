/** A scrape job adds the labels that its target promises to every metric. */
import { BRINGS_LABELS } from '../../../model/discovery.ts';
import { writtenBy } from '../../../model/relabel.ts';
import { isRemoved } from '../../../model/relabelled.ts';
import type { ScrapeJob } from '../../../model/scrape-job.ts';
import { listed } from '../../messages.ts';
import { rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

/** Prometheus adds these itself. */
const OWN: ReadonlySet<string> = new Set(['job', 'instance']);

export const targetLabels = rule({
  id: 'target-labels',
  reason: 'Typed metrics carry the labels of their target: one that the job does not add is missing from every series.',
  source: 'our own; Prometheus, configuration: static_config and relabel_config',
  example: {
    where: 'scrape job shop',
    found: 'the target shop:80 without the label service, which target() names',
    allowed: 'targets with the labels service',
    remedy: "state it: static: [{ targets: ['shop:80'], labels: { service: '…' } }], or relabel it",
  },
  *check({ model }) {
    for (const job of model.jobs) {
      const promised = job.target.labels.filter((label) => !OWN.has(label));
      for (const label of promised.filter((each) => job.metricRelabel.some((step) => isRemoved(step, each)))) {
        yield {
          about: unexcusable({ what: `scrape job ${job.job}` }),
          found: `metricRelabel that removes the label ${label}, which target() names`,
          allowed: `targets with the labels ${listed(promised)}`,
          remedy: `take ${label} out of the regex of the step, or out of target()`,
        };
      }
      for (const label of promised.filter((each) => !isRelabelled(job, each))) {
        for (const { kind } of job.discovery.filter((each) => !BRINGS_LABELS[each.kind])) {
          yield {
            about: unexcusable({ what: `scrape job ${job.job}` }),
            found: `targets discovered by ${kind} without the label ${label}, which target() names`,
            allowed: `targets with the labels ${listed(promised)}`,
            remedy: `relabel it: relabel: [{ source_labels: ['__meta_…'], target_label: '${label}' }]`,
          };
        }
        const bare = job.static
          .filter(({ labels }) => (labels?.[label] ?? '') === '')
          .flatMap(({ targets }) => targets);
        if (bare.length === 0) continue;
        yield {
          about: unexcusable({ what: `scrape job ${job.job}` }),
          found: `the ${bare.length === 1 ? 'target' : 'targets'} ${listed(bare)} without the label ${label}, which target() names`,
          allowed: `targets with the labels ${listed(promised)}`,
          remedy: `state it: static: [{ targets: ['${bare[0]}'], labels: { ${label}: '…' } }], or relabel it`,
        };
      }
    }
  },
});

function isRelabelled({ relabel, metricRelabel }: ScrapeJob, label: string): boolean {
  return [...relabel, ...metricRelabel].some((step) => writtenBy(step) === label || step.action === 'labelmap');
}
