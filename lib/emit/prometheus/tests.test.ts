import { expect, it } from 'vitest';
import { alert, group, recordingRule, smallModel } from '../../../test/support/small-model.ts';
import { type DurationText, duration, durationText } from '../../units/duration.ts';
import { testStep, testsYml } from './tests.ts';

const model = { ...smallModel(), ruleFile: '../rules/queue.yml' };

it('states every label and annotation of the alert that fires, and none for silence', () => {
  expect(testsYml(group('queue', [recordingRule, alert]), model)).toMatchInlineSnapshot(`
    "# Tests of the alerts of the group queue.
    # Made by \`npm run build\`; what is changed here by hand is lost.

    rule_files:
    - ../rules/queue.yml
    evaluation_interval: 1m
    tests:
    - name: "QueueLong fires: 200 orders wait in store."
      interval: 1m
      input_series:
      - series: queue_length{instance="store:1",job="store",queue="orders",service="store"}
        values: 200x20
      alert_rule_test:
      - eval_time: 15m
        alertname: QueueLong
        exp_alerts:
        - exp_labels:
            job: store
            severity: warning
            service: store
          exp_annotations:
            summary: Too many orders wait.
            description: 200 orders wait in store.
            runbook_url: http://localhost:3000/runbooks/QueueLong.md
            dashboard_url: http://localhost:3000/d/shop?viewPanel=panel-864609283
            __dashboardUid__: shop
            __panelId__: "864609283"
    - name: "QueueLong stays silent: an empty queue"
      interval: 1m
      input_series:
      - series: queue_length{instance="store:1",job="store",queue="orders",service="store"}
        values: "0x20"
      alert_rule_test:
      - eval_time: 15m
        alertname: QueueLong
        exp_alerts: []
    "
  `);
});

it('tells promtool of the other severities that fire as well', () => {
  const labels = { job: 'store' };
  const also = { critical: { labels, says: '200 orders wait.' } };
  const [fires] = alert.test.fires;
  const page = { ...alert, severity: 'critical', ruleLabels: { severity: 'critical' } } as const;
  const ticket = { ...alert, test: { fires: fires ? [{ ...fires, also }] : [], silent: [] } };
  const text = testsYml(group('queue', [ticket, page]), model) ?? '';
  const expected = text.slice(text.indexOf('exp_alerts'), text.indexOf('stays silent'));
  expect(expected.match(/severity: .*|description: .*/g)).toEqual([
    'severity: warning',
    'description: 200 orders wait in store.',
    'severity: critical',
    'description: 200 orders wait.',
    'severity: critical',
    'description: 200 orders wait in store.',
  ]);
});

it('evaluates no more often than the group does', () => {
  expect(testsYml({ ...group('queue', [alert]), every: duration('2m') }, model)).toContain('evaluation_interval: 2m\n');
});

it('has nothing to say of a group without alerts', () => {
  expect(testsYml(group('queue', [recordingRule]), model)).toBeUndefined();
});

interface Times {
  readonly wait?: DurationText;
  readonly keep?: DurationText;
  readonly tests: readonly (readonly [every: DurationText, at: DurationText])[];
}

function alertWith({ wait = '0s', keep = '0s', tests }: Times) {
  const silent = tests.map(([every, at]) => ({ reason: '', given: [], every: duration(every), at: duration(at) }));
  return { ...alert, for: duration(wait), keepFiringFor: duration(keep), test: { fires: [], silent } };
}

it.each<readonly [Times, DurationText, DurationText]>([
  [{ tests: [['1m', '15m']] }, '15s', '1m'],
  [
    {
      wait: '10m',
      keep: '2m',
      tests: [
        ['1m', '15m'],
        ['5m', '1h'],
      ],
    },
    '15s',
    '1m',
  ],
  [{ wait: '90s', tests: [['1m', '15m']] }, '15s', '30s'],
  [{ keep: '45s', tests: [['1m', '15m']] }, '5s', '15s'],
  [{ tests: [['10m', '30h']] }, '15s', '5m'],
  [{ tests: [['2m', '30h']] }, '15s', '1m'],
  [{ tests: [['1m', '61s']] }, '15s', '15s'],
  [{ tests: [['1m', '2m']] }, '3m', '3m'],
  [{ tests: [] }, '15s', '5m'],
])('%j at %s is evaluated every %s', (times, interval, step) => {
  expect(durationText(testStep([alertWith(times)], duration(interval)))).toBe(step);
});

it('takes all alerts of a file together', () => {
  const alerts = [alertWith({ tests: [['5m', '1h']] }), alertWith({ tests: [['2m', '1h']] })];
  expect(durationText(testStep(alerts, duration('15s')))).toBe('1m');
});
