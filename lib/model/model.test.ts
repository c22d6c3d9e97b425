import { expect, it } from 'vitest';
import { target } from '../catalogue/metric.ts';
import { up } from '../promql/synthetic.ts';
import { alert } from './alert.ts';
import { model } from './model.ts';
import { text } from './text.ts';

const down = (severity: 'warning' | 'critical') =>
  alert({
    when: up.of(target('redis', { labels: ['service'] })),
    severity,
    summary: 'Down.',
    description: () => text`Down.`,
    test: { fires: [], silent: [] },
  });

const alertsOf = (module: Readonly<Record<string, unknown>>) =>
  model({
    profiles: [],
    signals: [],
    dashboards: [],
    alerts: [module],
    jobs: [],
    scrapeInterval: '15s',
    evaluationInterval: '15s',
    site: { grafana: '', runbooks: '', alertmanager: 'alertmanager:9093' },
    runbooks: {},
    catalogue: [],
  }).alerts.map(({ name, alert: { severity } }) => `${name} ${severity}`);

it.each([
  ['an alert', { Down: down('critical') }, ['Down critical']],
  ['one in two severities', { Down: [down('warning'), down('critical')] }, ['Down warning', 'Down critical']],
  ['what is no alert', { down, labels: ['a'], none: [], some: [down('warning'), 1] }, []],
  ['what only looks like one', { Like: { ...down('critical'), kind: 'like' } }, []],
])('takes from a module %s', (_, module, names) => {
  expect(alertsOf(module)).toEqual(names);
});
