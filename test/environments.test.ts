/** Environments of one definition: the shop in production and in staging, each judged by promtool. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOutputs } from '../lib/cli/outputs.ts';
import { problemText } from '../lib/model/problem.ts';
import { checkRules, type Files, promtool, testRules } from './support/promtool-files.ts';
import { describeWithServer } from './support/servers.ts';
import { shopProject } from './support/shop-outputs.ts';

let files: Files;
beforeAll(async () => {
  const built = await buildOutputs(shopProject);
  expect(built.problems.map(problemText)).toEqual([]);
  expect(built.untested).toEqual([]);
  files = new Map(built.files);
});

const text = (path: string) => files.get(path) ?? '';
const both = (path: string) => [text(`production/${path}`), text(`staging/${path}`)] as const;

it('the two have the same files', () => {
  const of = (output: string) =>
    [...files.keys()].filter((path) => path.startsWith(`${output}/`)).map((path) => path.slice(output.length));
  expect(of('staging')).toEqual(of('production'));
  expect(of('staging').length).toBe(files.size / 2);
});

describe('they differ in', () => {
  it.each([
    ['thresholds of rules', 'prometheus/rules/queue.yml', / >=? 100$/m, / >=? 10$/m],
    ['thresholds of panels', 'grafana/dashboards/shop.json', /"value": 1000\b/, /"value": 50\b/],
    [
      'descriptions',
      'grafana/dashboards/shop.json',
      /critical \S+ 1000 orders\./,
      /critical \S+ 50 orders: staging has/,
    ],
    ['what the alert says in its tests', 'prometheus/tests/queue.yml', /200 orders wait/, /10 orders wait/],
    [
      'the address of Grafana',
      'prometheus/rules/queue.yml',
      /http:\/\/localhost:3000\//,
      /https:\/\/grafana\.staging\.example\//,
    ],
    ['the address of Alertmanager', 'prometheus/prometheus.yml', /- alertmanager:9093/, /- alertmanager\.staging:9093/],
    ['addresses of targets', 'prometheus/prometheus.yml', /- shop:80/, /replacement: shop\.staging:80/],
    [
      'discovery',
      'prometheus/prometheus.yml',
      /- store:80/,
      /file_sd_configs:\n {2}- files:\n {4}- targets\/store\.yml/,
    ],
    [
      'credentials',
      'prometheus/prometheus.yml',
      /^global:\n {2}scrape_interval/m,
      /scheme: https\n {2}authorization:\n {4}credentials_file: secrets\/token/,
    ],
    [
      'external labels',
      'prometheus/prometheus.yml',
      /evaluation_interval: 15s\nrule_files/,
      /external_labels:\n {4}environment: staging/,
    ],
  ])('%s', (_, path, production, staging) => {
    const [one, other] = both(path);
    expect(one).toMatch(production);
    expect(other).toMatch(staging);
    expect(one).not.toMatch(staging);
  });

  it('pictures', () => {
    const [one, other] = both('pictures/shop.svg');
    expect(one).not.toBe(other);
  });
});

describeWithServer(['promtool'], 'promtool accepts', () => {
  it.each(['production', 'staging'])('%s', async (output) => {
    const below = [...files].flatMap(([path, content]) =>
      path.startsWith(`${output}/prometheus/`) ? [[path.slice(`${output}/prometheus/`.length), content] as const] : [],
    );
    const all: Files = new Map([...below, ['secrets/token', ''], ['targets/store.yml', '[]\n']]);
    expect(await promtool(all, ['check', 'config', 'prometheus.yml'])).toBe('accepted');
    expect(await checkRules(all)).toBe('accepted');
    expect(await testRules(all)).toBe('accepted');
  });
});
