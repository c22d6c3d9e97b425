import { join } from 'node:path';
import { expect, it } from 'vitest';
import ours from '../../plainsight.config.ts';
import type { Config } from './config.ts';
import { configProblems } from './config-problems.ts';

const root = join(import.meta.dirname, '../..');

/** Values that the compiler would refuse: a configuration may have been written without it. */
const withValue = (setting: string, value: unknown): Config => Object.assign({ ...ours }, { [setting]: value });

function siteWith(change: object): object {
  return { ...ours.model, site: { ...ours.model.site, ...change } };
}

it('nothing is wrong with a right one', () => {
  expect(configProblems(ours, root)).toEqual([]);
});

it.each([
  ['name', '', '""', 'a name that is not empty'],
  ['name', undefined, 'nothing', "a setting 'name'"],
  ['model', 1, '1', 'the definitions'],
  ['outputs', {}, '{}', 'an output for each variant'],
  ['outputs', { '../x': { profile: 'stock' } }, '"../x"', "'.' or the name of a folder"],
  ['outputs', { '.': { profile: 'stok' } }, '"stok"', 'one of the profiles instrumented, stock'],
  ['outputs', { '.': { profile: 'stock', steps: [1] } }, '1', 'steps that are functions'],
  ['dist', '../dist', '"../dist"', 'a folder inside the project'],
  ['dist', '.', '"."', 'a folder inside the project'],
  ['runbooks', 'alerts/runboks', 'alerts/runboks, which is not there', 'a path in the project'],
  ['pictures', 'none', '"none"', "'committed' or 'apart'"],
  ['registries', { dashboards: 'dashboards/list.ts' }, 'dashboards/list.ts, which is not there', 'a path'],
  ['model', siteWith({ alertmanager: 'alertmanager' }), '"alertmanager"', "Alertmanager's address with its port"],
  ['model', siteWith({ grafana: 'grafana:3000' }), '"grafana:3000"', "site: Grafana's"],
  ['model', { ...ours.model, site: undefined }, 'nothing', 'site: { grafana, runbooks, alertmanager }'],
  ['grafana', { ...ours.grafana, prometheus: 'prometheus:9090' }, '"prometheus:9090"', "Prometheus' address"],
  ['grafana', { ...ours.grafana, name: ' ' }, '" "', 'name, folder and path'],
  ['colour', 1, "a setting 'colour', which there is not", 'name, model, outputs, dist'],
])('%s: %j is told', (setting, value, found, allowed) => {
  const [problem, ...others] = configProblems(withValue(setting, value), root);
  expect(others).toEqual([]);
  expect(problem?.where).toEqual({ what: setting, file: 'plainsight.config.ts' });
  expect(problem?.found).toContain(found);
  expect(problem?.allowed).toContain(allowed);
});
