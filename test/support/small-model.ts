/**
 * The shop, resolved, with a little of everything that jobs, alerts and dashboards may have besides: what the files other
 * than Grafana's are tried on. A test exchanges the part that it is about.
 */
import { annotation, queryVariable, scrapeJob } from 'plainsight';
import { gt, up } from 'plainsight/promql';
import type { MetricFacts } from '../../lib/catalogue/metric.ts';
import type { GivenSeries } from '../../lib/model/alert-test.ts';
import type {
  ResolvedAlert,
  ResolvedDashboard,
  ResolvedGroup,
  ResolvedModel,
  ResolvedRecordingRule,
} from '../../lib/model/resolved.ts';
import type { ScrapeJob } from '../../lib/model/scrape-job.ts';
import { duration } from '../../lib/units/duration.ts';
import { queue_length, shop, shopTarget, storeTarget } from './shop.ts';

/** A job of three targets, and an exporter with everything that a job can say. */
export const jobs: readonly ScrapeJob[] = [
  scrapeJob(shopTarget, {
    purpose: 'The services themselves.',
    static: [{ targets: ['shop:80', 'cart:80', 'till:80'], labels: { group: 'production' } }],
    relabel: [{ source_labels: ['__address__'], regex: '([^:]+):\\d+', target_label: 'service', replacement: '$1' }],
    sampleLimit: 5000,
    labelValueLengthLimit: 200,
  }),
  scrapeJob(storeTarget, {
    purpose: 'The store, seen by its exporter:\nthe queue of orders is a list there.',
    static: [{ targets: ['store-exporter:9121'], labels: { service: 'store' } }],
    metricRelabel: [{ source_labels: ['__name__'], regex: 'go_.*', action: 'drop' }],
    path: '/scrape',
    params: { target: ['redis://store:6379'], 'check-keys': ['orders', 'no'] },
    every: '30s',
    timeout: '5s',
    trackTimestampsStaleness: true,
  }),
];

const resolved = shop({
  jobs,
  dashboard: {
    title: 'Shop / Queue | orders',
    variables: [queryVariable({ name: 'service', label: 'Service', of: up.of(storeTarget), values: 'service' })],
    annotations: [annotation({ name: 'Rush', when: gt(queue_length, 500), title: 'Many orders', colour: 'orange' })],
  },
  site: {
    grafana: 'http://localhost:3000',
    runbooks: 'http://localhost:3000/runbooks/',
    alertmanager: 'alertmanager:9093',
  },
  runbooks: { QueueLong: '# QueueLong\n\nAdd a worker.\n\n' },
});
const rules = resolved.groups.flatMap((each) => each.rules);

function first<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('the shop has a dashboard, a recording rule and an alert');
  return one;
}

export const dashboard: ResolvedDashboard = first(resolved.dashboards);
export const recordingRule: ResolvedRecordingRule = first(rules.filter((rule) => rule.kind === 'recording'));
/** An alert that leaves nothing out. */
export const alert: ResolvedAlert = {
  ...first(rules.filter((rule) => rule.kind === 'alert')),
  keepFiringFor: duration('2m'),
};

/** An input series. @example given(queue_length, { queue: 'orders' }, '0x10') */
export function given(
  metric: { readonly facts: MetricFacts },
  labels: Readonly<Record<string, string>>,
  values: string,
): GivenSeries {
  return { metric: metric.facts, name: metric.facts.name, labels, values };
}

/** A group of rules. */
export function group(name: string, rules: ResolvedGroup['rules']): ResolvedGroup {
  return { name, rules };
}

/** The model, with some of its parts exchanged. */
export function smallModel(parts: Partial<ResolvedModel> = {}): ResolvedModel {
  return {
    ...resolved,
    groups: [{ ...group('queue', [alert, recordingRule]), every: duration('1m') }],
    leftOut: [
      { what: 'panel', name: 'Returns', dashboard: 'shop', reasons: ['till writes no access log'] },
      { what: 'alert', name: 'TillErrors', reasons: ['till writes no access log', 'nor has it | metrics'] },
    ],
    ...parts,
  };
}
