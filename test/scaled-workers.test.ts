/** The choice of stack/services.ts how the services with metrics of their own are found, in both of its forms. */
import { resolve, withTargets } from 'plainsight';
import { expect, it } from 'vitest';
import { prometheusFiles } from '../lib/emit/prometheus/files.ts';
import { model } from '../lib/model/model.ts';
import config from '../plainsight.config.ts';
import { plannedPlaces, votingApp } from '../stack/targets.ts';
import { promtool } from './support/promtool-files.ts';
import { describeWithServer } from './support/servers.ts';

const resolved = resolve(model({ ...config.model, runbooks: {} }), 'instrumented').model;

function prometheusYml(by: 'static' | 'dns'): string {
  const files = new Map(prometheusFiles(withTargets(votingApp, plannedPlaces(by))(resolved)));
  return files.get('prometheus.yml') ?? '';
}

const jobIn = (text: string): string => /- job_name: voting-app\n[\s\S]*?(?=\n- job_name)/.exec(text)?.[0] ?? '';

it('is the plan: three addresses in one group', () => {
  expect(jobIn(prometheusYml('static'))).toContain(
    [
      '  static_configs:',
      '  - targets:',
      '    - vote:80',
      '    - result:80',
      '    - worker:80',
      '    labels:',
      '      group: production',
    ].join('\n'),
  );
});

it('or the names, each of whose addresses is scraped by itself', () => {
  const job = jobIn(prometheusYml('dns'));
  for (const name of ['vote', 'result', 'worker']) expect(job).toContain(`    - ${name}\n`);
  expect(job).toContain('dns_sd_configs:');
  expect(job).toContain('__meta_dns_name');
  expect(job).not.toContain('static_configs');
});

describeWithServer(['promtool'], 'both forms', () => {
  it.each(['static', 'dns'] as const)('are taken by Prometheus: %s', async (by) => {
    const files = new Map([['prometheus.yml', prometheusYml(by).replace(/^rule_files:\n(?:- .*\n)+/m, '')]]);
    expect(await promtool(files, ['check', 'config', 'prometheus.yml'])).toBe('accepted');
  });
});
