import { expect, it } from 'vitest';
import { type Prometheus, startPrometheus } from '../../../test/support/prometheus.ts';
import { promtool } from '../../../test/support/promtool-files.ts';
import { describeWithServer } from '../../../test/support/servers.ts';
import { jobs, smallModel } from '../../../test/support/small-model.ts';
import { target } from '../../catalogue/metric.ts';
import { scrapeJob } from '../../model/scrape-job.ts';
import { duration } from '../../units/duration.ts';
import { prometheusYml, scrapeConfig } from './config.ts';

it('writes every job below what it is for', () => {
  expect(prometheusYml(smallModel())).toMatchInlineSnapshot(`
    "# What Prometheus scrapes, which rules it evaluates, and whom it tells.
    # Made by \`npm run build\`; what is changed here by hand is lost.

    global:
      scrape_interval: 15s
      evaluation_interval: 15s
    rule_files:
    - rules/*.yml
    alerting:
      alertmanagers:
      - static_configs:
        - targets:
          - alertmanager:9093
    scrape_configs:
    # The services themselves.
    - job_name: shop
      sample_limit: 5000
      label_value_length_limit: 200
      static_configs:
      - targets:
        - shop:80
        - cart:80
        - till:80
        labels:
          group: production
      relabel_configs:
      - source_labels:
        - __address__
        regex: ([^:]+):\\d+
        target_label: service
        replacement: $1
    # The store, seen by its exporter:
    # the queue of orders is a list there.
    - job_name: store
      scrape_interval: 30s
      scrape_timeout: 5s
      metrics_path: /scrape
      params:
        target:
        - redis://store:6379
        check-keys:
        - orders
        - "no"
      track_timestamps_staleness: true
      static_configs:
      - targets:
        - store-exporter:9121
        labels:
          service: store
      metric_relabel_configs:
      - source_labels:
        - __name__
        regex: go_.*
        action: drop
    "
  `);
});

it('names itself, and means every $ as it stands', () => {
  const yml = prometheusYml(smallModel({ externalLabels: { environment: 'staging', price: '$5' } }));
  expect(yml).toContain('  external_labels:\n    environment: staging\n    price: $$5\nrule_files:');
});

it('scrapes nothing where there is no job', () => {
  expect(prometheusYml(smallModel({ jobs: [] }))).toMatch(/^scrape_configs: \[\]$/m);
});

const check = (yml: string) => promtool(new Map([['prometheus.yml', yml]]), ['check', 'config', 'prometheus.yml']);

const named = (job: string, purpose: string) =>
  scrapeJob(target(job), {
    purpose,
    static: [{ targets: [`${job}:1`], labels: { on: 'no', n: '0x1F', at: '12:30' } }],
  });

describeWithServer(['promtool'], 'promtool check config', () => {
  it.each([
    ['the small model', smallModel()],
    ['no jobs', smallModel({ jobs: [] })],
    ['short intervals', smallModel({ scrapeInterval: duration('500ms'), evaluationInterval: duration('1s') })],
    [
      'a purpose with characters that YAML refuses',
      smallModel({
        jobs: [named('a', 'bell \u0007, \u001b[31mred, \u0000, \u007f, \u009b, \ufffe, \uffff, \ufeff, \ud800')],
      }),
    ],
    [
      'a purpose that would end its comment',
      smallModel({ jobs: [named('a', 'one\rtwo: "x\ntwo\u0085three\u2028four: [\u2029# - five\n\n'), named('b', '')] }),
    ],
  ])('accepts %s', async (_, model) => {
    expect(await check(prometheusYml(model))).toBe('accepted');
  });

  it('refuses a timeout that is longer than the interval', async () => {
    const slow = scrapeJob(target('slow'), { purpose: '', static: [], every: '5s', timeout: '10s' });
    expect(await check(prometheusYml(smallModel({ jobs: [slow] })))).toContain('scrape timeout greater than');
  });
});

describeWithServer(['prometheus'], 'a real Prometheus', () => {
  it('gives every target its labels', async () => {
    const prometheus = await startPrometheus({ config: prometheusYml(smallModel()) });
    try {
      // Prometheus passes new targets on every five seconds.
      await expect
        .poll(() => targetLabels(prometheus), { timeout: 15_000, interval: 250 })
        .toEqual([
          'group=production instance=cart:80 job=shop service=cart',
          'group=production instance=shop:80 job=shop service=shop',
          'group=production instance=till:80 job=shop service=till',
          'instance=store-exporter:9121 job=store service=store',
        ]);
    } finally {
      await prometheus.stop();
    }
  });
});

async function targetLabels(prometheus: Prometheus): Promise<readonly string[]> {
  // The form of Prometheus' answer is documented: https://prometheus.io/docs/prometheus/latest/querying/api/#targets
  const { activeTargets } = (await prometheus.api('/api/v1/targets?state=active')) as {
    readonly activeTargets: readonly { readonly labels: Readonly<Record<string, string>> }[];
  };
  return activeTargets
    .map(({ labels }) =>
      Object.entries(labels)
        .map((pair) => pair.join('='))
        .sort()
        .join(' '),
    )
    .sort();
}

const anyTarget = target('any');
const required = { purpose: 'Anything.', static: [{ targets: ['a:1'] }] };

it('says no more than the definition does', () => {
  expect(scrapeConfig(scrapeJob(anyTarget, required))).toEqual({
    job_name: 'any',
    static_configs: [{ targets: ['a:1'] }],
  });
});

it.each([
  [{ every: '1m30s' }, { scrape_interval: '1m30s' }],
  [{ timeout: '500ms' }, { scrape_timeout: '500ms' }],
  [{ path: '/probe' }, { metrics_path: '/probe' }],
  [{ params: { module: ['http'] } }, { params: { module: ['http'] } }],
  [{ trackTimestampsStaleness: true }, { track_timestamps_staleness: true }],
  [{ sampleLimit: 0 }, { sample_limit: 0 }],
  [{ labelValueLengthLimit: 200 }, { label_value_length_limit: 200 }],
  [{ relabel: [{ action: 'labeldrop', regex: 'a' }] }, { relabel_configs: [{ regex: 'a', action: 'labeldrop' }] }],
  [
    { relabel: [{ action: 'hashmod', source_labels: ['a'], modulus: 3, target_label: 'b' }] },
    { relabel_configs: [{ source_labels: ['a'], modulus: 3, target_label: 'b', action: 'hashmod' }] },
  ],
  [{ metricRelabel: [{ target_label: 'b' }] }, { metric_relabel_configs: [{ target_label: 'b' }] }],
] as const)('writes %j as %j', (option, written) => {
  expect(scrapeConfig(scrapeJob(anyTarget, { ...required, ...option }))).toMatchObject(written);
});

it('writes the keys in the order of the documentation', () => {
  expect(jobs.map((job) => Object.keys(scrapeConfig(job)))).toEqual([
    ['job_name', 'sample_limit', 'label_value_length_limit', 'static_configs', 'relabel_configs'],
    [
      'job_name',
      'scrape_interval',
      'scrape_timeout',
      'metrics_path',
      'params',
      'track_timestamps_staleness',
      'static_configs',
      'metric_relabel_configs',
    ],
  ]);
});
