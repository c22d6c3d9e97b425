import { expect, it } from 'vitest';
import { promtool } from '../../../test/support/promtool-files.ts';
import { describeWithServer } from '../../../test/support/servers.ts';
import { smallModel } from '../../../test/support/small-model.ts';
import { target } from '../../catalogue/metric.ts';
import type { Discovery, HttpClient } from '../../model/discovery.ts';
import { type ScrapeJobOptions, scrapeJob } from '../../model/scrape-job.ts';
import { prometheusYml, scrapeConfig } from './config.ts';

const job = (options: Omit<ScrapeJobOptions, 'purpose'>) =>
  scrapeJob(target('any'), { purpose: 'Anything.', ...options });

const DISCOVERIES: readonly (readonly [Discovery, object])[] = [
  [
    { kind: 'dns', names: ['_metrics._tcp.shop.example'] },
    { dns_sd_configs: [{ names: ['_metrics._tcp.shop.example'] }] },
  ],
  [
    { kind: 'dns', names: ['tasks.shop'], type: 'A', port: 80, refresh: '1m' },
    { dns_sd_configs: [{ names: ['tasks.shop'], type: 'A', port: 80, refresh_interval: '1m' }] },
  ],
  [
    { kind: 'file', files: ['targets/*.yml', 'more.json'], refresh: '5m' },
    { file_sd_configs: [{ files: ['targets/*.yml', 'more.json'], refresh_interval: '5m' }] },
  ],
  [
    { kind: 'http', url: 'https://shop.example/targets', credentials: { credentialsFile: 'secrets/token' } },
    {
      http_sd_configs: [{ url: 'https://shop.example/targets', authorization: { credentials_file: 'secrets/token' } }],
    },
  ],
  [
    {
      kind: 'docker',
      host: 'unix:///var/run/docker.sock',
      port: 80,
      filters: [{ name: 'label', values: ['com.docker.compose.project=shop'] }],
    },
    {
      docker_sd_configs: [
        {
          host: 'unix:///var/run/docker.sock',
          port: 80,
          filters: [{ name: 'label', values: ['com.docker.compose.project=shop'] }],
        },
      ],
    },
  ],
  [
    {
      kind: 'kubernetes',
      role: 'pod',
      apiServer: 'https://kubernetes.example:6443',
      namespaces: ['shop'],
      selectors: [{ role: 'pod', label: 'app=shop' }],
      tls: { caFile: 'secrets/ca.pem' },
    },
    {
      kubernetes_sd_configs: [
        {
          role: 'pod',
          api_server: 'https://kubernetes.example:6443',
          namespaces: { names: ['shop'] },
          selectors: [{ role: 'pod', label: 'app=shop' }],
          tls_config: { ca_file: 'secrets/ca.pem' },
        },
      ],
    },
  ],
  [{ kind: 'kubernetes', role: 'node' }, { kubernetes_sd_configs: [{ role: 'node' }] }],
];

it.each(DISCOVERIES)('writes %j', (discovery, written) => {
  expect(scrapeConfig(job({ discovery: [discovery] }))).toEqual({ job_name: 'any', ...written });
});

it('gathers what is of one kind, beside static targets', () => {
  const file = (name: string) => ({ kind: 'file', files: [`${name}.yml`] }) as const;
  const all = [file('a'), { kind: 'kubernetes', role: 'node' }, file('b')] as const;
  expect(scrapeConfig(job({ discovery: all, static: [{ targets: ['a:1'] }] }))).toEqual({
    job_name: 'any',
    file_sd_configs: [{ files: ['a.yml'] }, { files: ['b.yml'] }],
    kubernetes_sd_configs: [{ role: 'node' }],
    static_configs: [{ targets: ['a:1'] }],
  });
});

const certificate = { certFile: 'secrets/cert.pem', keyFile: 'secrets/key.pem' };
const CLIENTS: readonly (readonly [HttpClient, object])[] = [
  [
    { credentials: { username: 'prometheus', passwordFile: 'secrets/password' } },
    { basic_auth: { username: 'prometheus', password_file: 'secrets/password' } },
  ],
  [
    { credentials: { type: 'Token', credentialsFile: 'secrets/token' } },
    { authorization: { type: 'Token', credentials_file: 'secrets/token' } },
  ],
  [
    { tls: { caFile: 'secrets/ca.pem', serverName: 'shop', insecureSkipVerify: true, ...certificate } },
    {
      tls_config: {
        ca_file: 'secrets/ca.pem',
        cert_file: 'secrets/cert.pem',
        key_file: 'secrets/key.pem',
        server_name: 'shop',
        insecure_skip_verify: true,
      },
    },
  ],
];

it.each(CLIENTS)('is known, and knows the server, by %j', (client, written) => {
  expect(scrapeConfig(job({ static: [{ targets: ['a:1'] }], ...client }))).toEqual({
    job_name: 'any',
    static_configs: [{ targets: ['a:1'] }],
    ...written,
  });
});

it('takes no secret, no half of a certificate, and no port that a record has', () => {
  // @ts-expect-error a password is not written down
  job({ credentials: { username: 'prometheus', password: 'x' } });
  // @ts-expect-error nor is a token
  job({ credentials: { credentials: 'x' } });
  // @ts-expect-error a certificate has a key
  job({ tls: { certFile: 'cert.pem' } });
  // @ts-expect-error an SRV record has the port
  job({ discovery: [{ kind: 'dns', names: ['a'], type: 'SRV', port: 80 }] });
  // @ts-expect-error an A record has none
  job({ discovery: [{ kind: 'dns', names: ['a'], type: 'A' }] });
  // @ts-expect-error Prometheus reads JSON and YAML
  job({ discovery: [{ kind: 'file', files: ['targets.txt'] }] });
});

/** promtool looks whether they are there, and not what they hold. */
const secrets = new Map(['token', 'password', 'ca.pem', 'cert.pem', 'key.pem'].map((name) => [`secrets/${name}`, '']));
const check = (options: Omit<ScrapeJobOptions, 'purpose'>) => {
  const files = new Map([['prometheus.yml', prometheusYml(smallModel({ jobs: [job(options)] }))], ...secrets]);
  return promtool(files, ['check', 'config', 'prometheus.yml']);
};

describeWithServer(['promtool'], 'promtool check config accepts', () => {
  it.each(DISCOVERIES)('%j', async (discovery) => {
    expect(await check({ discovery: [discovery] })).toBe('accepted');
  });
  it.each(CLIENTS)('%j', async (client) => {
    expect(await check({ static: [{ targets: ['a:1'] }], scheme: 'https', ...client })).toBe('accepted');
  });
  it('labels and times as the exposition tells them', async () => {
    const options = { static: [{ targets: ['a:1'] }], honorLabels: true, honorTimestamps: false } as const;
    expect(await check(options)).toBe('accepted');
    expect(scrapeConfig(job(options))).toMatchObject({ honor_labels: true, honor_timestamps: false });
  });
});
