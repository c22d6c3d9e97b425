import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { duration } from '../../units/duration.ts';
import { toYaml } from '../yaml.ts';
import { dashboardProvisioning, datasourceProvisioning, provisioningFiles } from './provisioning.ts';

describe('datasourceProvisioning()', () => {
  it("tells Grafana how often Prometheus scrapes, on which every panel's rate interval stands", () => {
    const input = { prometheus: 'http://prometheus:9090', scrapeInterval: duration('15s') };
    expect(toYaml(datasourceProvisioning(input))).toBe(`apiVersion: 1
prune: true
datasources:
- name: Prometheus
  uid: prometheus
  type: prometheus
  access: proxy
  url: http://prometheus:9090
  isDefault: true
  editable: false
  jsonData:
    httpMethod: POST
    manageAlerts: true
    prometheusType: Prometheus
    timeInterval: 15s
`);
  });

  it('adds Loki where there is one, and keeps one default', () => {
    const { datasources } = datasourceProvisioning({
      prometheus: 'http://prometheus:9090',
      loki: 'http://loki:3100',
      scrapeInterval: duration('30s'),
    });
    expect(datasources.map(({ uid, type, isDefault }) => ({ uid, type, isDefault }))).toEqual([
      { uid: 'prometheus', type: 'prometheus', isDefault: true },
      { uid: 'loki', type: 'loki', isDefault: false },
    ]);
  });
});

describe('dashboardProvisioning()', () => {
  it('lets the files be the truth', () => {
    const input = { name: 'monitoring', folder: 'Voting app', path: '/etc/grafana/dashboards' };
    expect(toYaml(dashboardProvisioning(input))).toBe(`apiVersion: 1
providers:
- name: monitoring
  type: file
  folder: Voting app
  allowUiUpdates: false
  disableDeletion: false
  updateIntervalSeconds: 30
  options:
    path: /etc/grafana/dashboards
    foldersFromFilesStructure: false
`);
  });
});

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
