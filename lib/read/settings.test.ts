import { describe, expect, it } from 'vitest';
import { readFiles } from './read.ts';
import { recordsOf } from './records.ts';

/** Whose configuration a file is taken for, and what it names. */
function told(path: string, text: string): readonly string[] {
  const contents = readFiles(new Map([[path, text]]));
  const settings = recordsOf(contents, 'settings').flatMap(({ of, parts }) =>
    parts.filter(({ what }) => what !== '').map(({ what, name }) => `${of}: ${what} ${name}`),
  );
  return settings.length > 0
    ? settings
    : contents.records.map((each) => (each.kind === 'settings' ? each.of : each.kind));
}

describe('a file is told by its content', () => {
  it.each([
    ['Loki by its schema', 'a.yml', 'schema_config: { configs: [] }', ['Loki']],
    ['Loki by its limits', 'a.yml', 'limits_config: { retention_period: 7d }', ['Loki']],
    ['Loki in the smallest form', 'a.yml', 'auth_enabled: false\ncommon: { path_prefix: /loki }', ['Loki']],
    ['modules of a prober', 'a.yml', 'modules: { a: { prober: http } }', ['blackbox_exporter: module a']],
    ['modules of another exporter', 'a.yml', 'modules: { a: { walk: [] } }', ['file']],
    ['data sources', 'a.yml', 'apiVersion: 1\ndatasources: [{ name: A, type: loki }]', ['Grafana: data source A']],
    ['providers', 'a.yml', 'apiVersion: 1\nproviders: [{ name: A }]', ['Grafana: dashboard provider A']],
    [
      'Grafana’s own alerts',
      'a.yml',
      'apiVersion: 1\ngroups: [{ name: g, rules: [{ title: T, data: [] }] }]',
      ['Grafana: alert rule T'],
    ],
    ['rules of Prometheus', 'a.yml', 'groups: [{ name: g, rules: [{ alert: A, expr: a > 1 }] }]', ['rule']],
    ['tests of rules', 'a.yml', 'rule_files: [a]\ntests: [{ alert_rule_test: [] }]', ['tests']],
    [
      'Prometheus, which names rule files as well',
      'a.yml',
      'global: { scrape_interval: 1m }\nrule_files: [a]',
      ['scraping'],
    ],
    [
      'Alloy',
      'a.alloy',
      'loki.write "a" { }\nlogging { }',
      ['Alloy: component loki.write.a', 'Alloy: component logging'],
    ],
    ['nothing in particular', 'a.yml', 'a: 1', ['file']],
  ])('%s', (_, path, text, expected) => {
    expect(told(path, text)).toEqual(expected);
  });
});

describe('what is secret is not kept:', () => {
  it.each([
    ['a password of a module', 'a.yml', 'modules: { a: { prober: http, http: { basic_auth: { password: s3cret } } } }'],
    ['a token of Loki', 'a.yml', 'schema_config: {}\nruler: { alertmanager_client: { basic_auth_password: s3cret } }'],
    ['a header of a data source', 'a.yml', 'apiVersion: 1\ndatasources: [{ name: A, secureJsonData: { x: s3cret } }]'],
    [
      'an address of a contact point',
      'a.yml',
      'apiVersion: 1\ncontactPoints: [{ name: A, receivers: [{ settings: { url: s3cret } }] }]',
    ],
    ['a password of Alloy', 'a.alloy', 'loki.write "a" { endpoint { basic_auth { password = "s3cret" } } }'],
    ['a header of Alloy', 'a.alloy', 'loki.write "a" { endpoint { headers = { "Authorization" = "s3cret" } } }'],
    ['a password in an address of Alloy', 'a.alloy', 'loki.write "a" { endpoint { url = "http://me:s3cret@loki" } }'],
  ])('%s', (_, path, text) => {
    const settings = recordsOf(readFiles(new Map([[path, text]])), 'settings');
    const kept = settings.flatMap(({ parts }) =>
      parts.flatMap(({ values, steps }) => [
        ...values.values(),
        ...steps.flatMap((step) => [step.text, ...step.values.values()]),
      ]),
    );
    expect(kept.join()).toContain('hidden (');
    expect(kept.join()).not.toContain('s3cret');
  });
});
