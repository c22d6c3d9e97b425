import { expect, it } from 'vitest';
import { jobs } from '../../../test/support/small-model.ts';
import { target } from '../../catalogue/metric.ts';
import { scrapeJob } from '../../model/scrape-job.ts';
import { scrapeConfig } from './scrape-config.ts';

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
  [{ relabel: [{ action: 'drop', regex: 'a' }] }, { relabel_configs: [{ regex: 'a', action: 'drop' }] }],
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
