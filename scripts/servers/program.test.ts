import { describe, expect, it } from 'vitest';
import { isProgramName, program, programNames, unknownNames } from './program.ts';

describe('program', () => {
  it.each([
    [
      'promtool',
      'github.com/prometheus/prometheus/cmd/promtool@v0.316.0',
      '3.16.0',
      ['remove_all_sd', 'enable_dns_sd', 'enable_moby_sd'],
    ],
    [
      'prometheus',
      'github.com/prometheus/prometheus/cmd/prometheus@v0.316.0',
      '3.16.0',
      ['remove_all_sd', 'enable_dns_sd', 'enable_moby_sd'],
    ],
    ['amtool', 'github.com/prometheus/alertmanager/cmd/amtool@v0.34.2', '0.34.2', []],
    ['node_exporter', 'github.com/prometheus/node_exporter@v1.12.1', '1.12.1', []],
    ['actionlint', 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.7', '1.7.7', []],
  ] as const)('%s is pinned', (name, target, version, tags) => {
    expect(program(name)).toEqual({ name, target, version, tags });
  });

  it('alertmanager is built with the page that its archive lacks', () => {
    expect(program('alertmanager')).toEqual({
      name: 'alertmanager',
      target: 'github.com/prometheus/alertmanager/cmd/alertmanager@v0.34.2',
      version: '0.34.2',
      tags: [],
      completed: {
        module: 'github.com/prometheus/alertmanager@v0.34.2',
        path: 'cmd/alertmanager',
        adds: { 'ui/app/dist/index.html': '<!doctype html><title>Alertmanager</title>' },
      },
    });
  });

  it('what is this repository’s own is known by its source', () => {
    const { target, own } = program('compose-check');
    expect(target).toMatch(/^scripts\/servers\/checkers\/compose-check@[0-9a-f]{12}$/);
    expect(own?.folder).toMatch(/\/scripts\/servers\/checkers$/);
  });

  it('has every name', () => {
    expect(programNames.map((name) => program(name).name)).toEqual(programNames);
  });
});

describe('unknownNames', () => {
  it.each([
    [[], []],
    [['amtool'], []],
    [
      ['promtol', 'amtool', ''],
      ['promtol', ''],
    ],
  ])('%j: %j', (names, expected) => {
    expect(unknownNames(names)).toEqual(expected);
    expect(names.filter((name) => !isProgramName(name))).toEqual(expected);
  });
});
