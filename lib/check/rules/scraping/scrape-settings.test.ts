import { scrapeJob } from 'plainsight';
import { expect, it } from 'vitest';
import { promtool } from '../../../../test/support/promtool-files.ts';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { describeWithServer } from '../../../../test/support/servers.ts';
import { shop, shopTarget, storeJob } from '../../../../test/support/shop.ts';
import { prometheusYml } from '../../../emit/prometheus/config.ts';
import type { Discovery } from '../../../model/discovery.ts';
import type { ScrapeJobOptions } from '../../../model/scrape-job.ts';
import { scrapeSettings } from './scrape-settings.ts';

const places = { purpose: 'Shop.', static: [{ targets: ['shop:80'], labels: { service: 'shop' } }] };
const job = (change: Partial<ScrapeJobOptions>) =>
  shop({ jobs: [scrapeJob(shopTarget, { ...places, ...change }), storeJob] });
const labelled = (labels: Readonly<Record<string, string>>) => job({ static: [{ targets: ['shop:80'], labels }] });
const discovered = (...discovery: readonly Discovery[]) => job({ discovery });

const allowed: readonly Partial<ScrapeJobOptions>[] = [
  { path: '/' },
  { path: '/a/b%20c' },
  { params: { module: ['http'], empty: [''] } },
  { sampleLimit: 1, labelValueLengthLimit: 200 },
  { every: '30s', timeout: '5s' },
  { discovery: [{ kind: 'dns', names: ['shop'], type: 'A', port: 80 }] },
  { discovery: [{ kind: 'dns', names: ['_shop._tcp'] }] },
  { discovery: [{ kind: 'file', files: ['a/b-*.yml', 'c.json'], refresh: '1m' }] },
  { discovery: [{ kind: 'http', url: 'https://targets.example.org/' }] },
  { discovery: [{ kind: 'docker', host: 'unix:///var/run/docker.sock', port: 80 }] },
  {
    discovery: [
      {
        kind: 'kubernetes',
        role: 'pod',
        apiServer: 'https://k8s.example.org',
        selectors: [{ role: 'pod', label: 'a=b' }],
      },
    ],
  },
];

const limit = { allowed: 'a whole number from 1', remedy: 'write how much a target may send at most' };
const time = {
  allowed: 'a time above zero',
  remedy: 'leave it out: to Prometheus 0s is what the whole configuration says',
};

describeRule(scrapeSettings, {
  example: job({ path: '/metrics?all=1' }),
  allows: allowed.map((change) => [JSON.stringify(change), job(change)] as const),
  finds: [
    ['a path that is none', job({ path: 'metrics' }), { found: 'the path "metrics"', remedy: "write '/metrics'" }],
    ['no path', job({ path: '' }), { found: 'the path ""', remedy: "write '/'" }],
    ['a blank in it', job({ path: '/a b' }), { found: 'the path "/a b"', remedy: "write '/a b'" }],
    [
      'a fragment',
      job({ path: '/metrics#a' }),
      { found: 'the path /metrics#a, with a query in it', remedy: "write the path alone, and params: { a: [''] }" },
    ],
    [
      'a job without a name',
      job({ job: '' }),
      {
        where: 'scrape job ',
        found: 'a job without a name',
        allowed: 'a name',
        remedy: "name the target: target('shop')",
      },
    ],
    [
      'a label without a name',
      labelled({ service: 'shop', '': 'x' }),
      {
        found: 'a label without a name, for the value "x"',
        allowed: 'names of labels',
        remedy: 'name it, or remove it',
      },
    ],
    [
      'an external label without a name',
      { ...shop(), externalLabels: { '': 'staging' } },
      {
        where: 'external labels',
        found: 'a label without a name, for the value "staging"',
        allowed: 'names of labels',
        remedy: 'name it, or remove it',
      },
    ],
    [
      'a label without a value',
      labelled({ service: 'shop', zone: ' ' }),
      {
        found: 'the label zone without a value',
        allowed: 'labels with a value',
        remedy: 'give it one, or remove it: to Prometheus an empty label is none',
      },
    ],
    [
      'parameters with nothing in them',
      job({ params: { '': ['x'], module: [] } }),
      {
        found: 'a parameter without a name',
        allowed: 'parameters with a name and at least one value',
        remedy: 'complete it, or remove it',
      },
      {
        found: 'the parameter module without a value',
        allowed: 'parameters with a name and at least one value',
        remedy: 'complete it, or remove it',
      },
    ],
    ['a limit below zero', job({ sampleLimit: -1 }), { found: 'sampleLimit -1', ...limit }],
    ['half a sample', job({ sampleLimit: 1.5 }), { found: 'sampleLimit 1.5', ...limit }],
    ['no number', job({ labelValueLengthLimit: Number.NaN }), { found: 'labelValueLengthLimit NaN', ...limit }],
    ['too large a number', job({ sampleLimit: 1e21 }), { found: 'sampleLimit 1e+21', ...limit }],
    [
      'a limit that is none',
      job({ labelValueLengthLimit: 0 }),
      { found: 'labelValueLengthLimit 0', ...limit, remedy: 'leave it out: to Prometheus 0 is no limit' },
    ],
    [
      'no password',
      job({ credentials: { username: ' ', passwordFile: '' }, tls: { caFile: '/ca.pem', serverName: '' } }),
      ...['username', 'passwordFile', 'serverName'].map((field) => ({
        found: `${field} ""`,
        allowed: 'a text',
        remedy: 'complete it, or leave it out',
      })),
    ],
    [
      'a token that would be a password',
      discovered({
        kind: 'http',
        url: 'https://a.example.org',
        credentials: { type: 'Basic', credentialsFile: '/token' },
      }),
      {
        found: 'credentials of the type Basic',
        allowed: 'a type of token, such as Bearer',
        remedy: "name the user: credentials: { username: '…', passwordFile: '…' }",
      },
    ],
    ['no time', job({ every: '0s', timeout: '0s' }), { found: 'every 0s', ...time }, { found: 'timeout 0s', ...time }],
    [
      'names that are none',
      discovered({ kind: 'dns', names: [] }, { kind: 'dns', names: ['a'], type: 'A', port: 70_000 }),
      {
        found: 'discovery by dns without names to look up',
        allowed: 'names to look up',
        remedy: "write names: ['tasks.shop']",
      },
      {
        found: 'discovery by dns with the port 70000',
        allowed: '1 to 65535',
        remedy: 'write the port of the targets',
      },
    ],
    [
      'files in many folders',
      discovered({ kind: 'file', files: ['a/*/b.yml'] }),
      {
        found: 'discovery by file with a/*/b.yml',
        allowed: 'a .json, .yml or .yaml, with at most one * in its last part',
        remedy: 'name the files of one folder',
      },
    ],
    [
      'an address that is no web page',
      discovered({ kind: 'http', url: 'file:///targets' }),
      {
        found: 'discovery by http with "file:///targets" for an address',
        allowed: 'an address',
        remedy: "write url: 'https://targets.example.org/'",
      },
    ],
    [
      'no daemon',
      discovered({ kind: 'docker', host: '', refresh: '0s' }),
      {
        found: 'discovery by docker with "" for an address',
        allowed: 'an address',
        remedy: "write host: 'unix:///var/run/docker.sock'",
      },
      { found: 'refresh 0s', allowed: 'a time above zero', remedy: 'leave it out, or write one' },
    ],
    [
      'two selectors of one role',
      discovered({ kind: 'kubernetes', role: 'pod', selectors: [{ role: 'pod' }, { role: 'pod' }] }),
      { found: 'two selectors of one role', allowed: 'one for each role', remedy: "join them: label: 'a=1,b=2'" },
    ],
  ],
});

describeWithServer(['promtool'], 'promtool check config', () => {
  it.each(allowed.map((change) => [JSON.stringify(change), change] as const))('takes %s', async (_, change) => {
    const files = new Map([['prometheus.yml', prometheusYml(job(change))]]);
    expect(await promtool(files, ['check', 'config', '--syntax-only', 'prometheus.yml'])).toBe('accepted');
  });
});
