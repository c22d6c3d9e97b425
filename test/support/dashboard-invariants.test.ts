/** Each invariant sees what it is there for: a right dashboard, spoiled in one thing, is refused. */
import { describe, expect, it } from 'vitest';
import { classicJson } from '../../lib/emit/grafana/classic.ts';
import { dashboardInvariants } from './dashboard-invariants.ts';
import { smallDashboard } from './grafana-dashboards.ts';

interface Json {
  [key: string]: Json;
}

function right(): Json {
  return JSON.parse(classicJson(smallDashboard));
}

/** Sets the value at a path such as `panels.1.gridPos.w`. */
function spoiled(path: string, value: unknown): Json {
  const json = right();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Json | undefined>((inner, key) => inner?.[key], json);
  Object.assign(holder ?? {}, { [last]: value });
  return json;
}

const TOP = { x: 0, y: 1, w: 12, h: 8 };

describe('dashboardInvariants()', () => {
  it('has nothing to say of a right dashboard', () => {
    expect(dashboardInvariants(right())).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['uid', 'voting app', /uid 'voting app'/],
    ['uid', 'a'.repeat(41), /uid 'a+'/],
    ['title', '', /no title/],
    ['schemaVersion', 41, /schemaVersion is 41/],
    ['id', 5, /id is set/],
    ['version', 5, /version is set/],
    ['__inputs', [], /__inputs is set/],
    ['panels.1.id', 2, /the id 2 of another panel/],
    ['panels.1.id', 1.5, /has the id 1.5/],
    ['panels.0.id', 0, /has the id 0/],
    ['panels.1.gridPos', { ...TOP, w: 25 }, /stands at/],
    ['panels.2.gridPos', { ...TOP, x: 13 }, /stands at/],
    ['panels.2.gridPos', { ...TOP, x: 11 }, /covers/],
    ['panels.0.gridPos', { x: 0, y: 0, w: 12, h: 1 }, /stands at/],
    ['panels.0.panels', [{ id: 7, title: 'in', type: 'text', gridPos: TOP }], /they vanish/],
    ['panels.2.targets.1.refId', 'A', /a refId twice/],
    ['panels.2.targets.0.refId', '', /without refId/],
    ['panels.1.datasource', 'Prometheus', /asks "Prometheus"/],
    ['panels.1.targets.0.datasource', { type: 'prometheus', uid: 'prometheus' }, /which is no variable/],
    ['panels.1.targets.0.datasource', { type: 'prometheus', uid: `\${DS_PROMETHEUS}` }, /which is no variable/],
    ['panels.1.fieldConfig.defaults.thresholds.steps.2.value', 50, /has thresholds/],
    ['panels.1.fieldConfig.defaults.thresholds.steps.0.value', 0, /has thresholds/],
    ['panels.2.fieldConfig.overrides.0.matcher.options', 'C', /which is not there/],
    ['annotations.list', [], /own annotation/],
    ['annotations.list.0.datasource', { uid: '-- Grafana --' }, /own annotation/],
    ['annotations.list.1', { name: 'x', datasource: 'Prometheus' }, /an annotation asks/],
    ['templating.list', [], /variable datasource is declared nowhere/],
    ['templating.list.2', { name: 'unused', type: 'custom' }, /variable unused is used nowhere/],
    ['templating.list.2', { name: 'service', type: 'custom' }, /variable service stands twice/],
    ['panels.1.targets.0.expr', 'rate(x[$window])', /variable window is declared nowhere/],
    ['panels.1.repeat', 'container', /variable container is declared nowhere/],
    ['panels.1.title', '[object Object]', /contains \[object Object\]/],
    ['links.0.placement', 'inControlsMenu', /inControlsMenu/],
  ])('%s: %j', (path, value, message) => {
    expect(dashboardInvariants(spoiled(path, value)).join('\n')).toMatch(message);
  });

  it.each([
    ['panels.1.targets.0.expr', 'rate(x[$__rate_interval])'],
    ['panels.1.targets.0.expr', 'label_replace(x, "a", "$1", "b", "(.*)")'],
    ['panels.1.title', 'Queue of $service'],
    ['templating.list.2', { name: 'filters', type: 'adhoc' }],
  ])('%s: %j is fine', (path, value) => {
    expect(dashboardInvariants(spoiled(path, value))).toEqual([]);
  });
});
