import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { duration } from '../../units/duration.ts';
import { provisioningFiles } from './provisioning-files.ts';

const files = provisioningFiles(duration('15s'), {
  name: 'shop',
  folder: 'Shop',
  path: '/etc/grafana/dashboards',
  prometheus: 'http://prometheus:9090',
});

it('tells Grafana where the dashboards lie', () => {
  expect(parse(files.get('dashboards/dashboards.yml') ?? '')).toMatchObject({
    apiVersion: 1,
    providers: [{ name: 'shop', folder: 'Shop', type: 'file', options: { path: '/etc/grafana/dashboards' } }],
  });
});

it('tells Grafana which Prometheus to ask, and how often that scrapes', () => {
  expect(parse(files.get('datasources/datasources.yml') ?? '')).toMatchObject({
    apiVersion: 1,
    datasources: [{ type: 'prometheus', url: 'http://prometheus:9090', jsonData: { timeInterval: '15s' } }],
  });
});
