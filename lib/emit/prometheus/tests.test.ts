import { expect, it } from 'vitest';
import { alert, group, recordingRule, smallModel } from '../../../test/support/small-model.ts';
import { duration } from '../../units/duration.ts';
import { testsYml } from './tests.ts';

const model = smallModel();

it('states every label and annotation of the alert that fires, and none for silence', () => {
  expect(testsYml(group('queue', [recordingRule, alert]), model)).toMatchInlineSnapshot(`
    "# Tests of the alerts of the group queue.
    # Made by \`npm run build\`; what is changed here by hand is lost.

    rule_files:
    - ../rules/queue.yml
    evaluation_interval: 1m
    tests:
    - name: "VoteQueueGrowing fires: 500 votes wait in Redis and the number grows."
      interval: 1m
      input_series:
      - series: redis_key_size{db="db0",instance="redis-exporter:9121",job="redis",key="votes",service="redis"}
        values: 200+20x40
      alert_rule_test:
      - eval_time: 15m
        alertname: VoteQueueGrowing
        exp_alerts:
        - exp_labels:
            job: redis
            severity: warning
            service: worker
          exp_annotations:
            summary: Votes are piling up in Redis.
            description: 500 votes wait in Redis and the number grows.
            runbook_url: http://localhost:3000/runbooks/VoteQueueGrowing.md
            dashboard_url: http://localhost:3000/d/small-queue?viewPanel=panel-417
            __dashboardUid__: small-queue
            __panelId__: "417"
    - name: "VoteQueueGrowing stays silent: a full queue that shrinks"
      interval: 1m
      input_series:
      - series: redis_key_size{db="db0",instance="redis-exporter:9121",job="redis",key="votes",service="redis"}
        values: 900-20x40
      alert_rule_test:
      - eval_time: 15m
        alertname: VoteQueueGrowing
        exp_alerts: []
    "
  `);
});

it('tells promtool of the other severities that fire as well', () => {
  const labels = { job: 'redis' };
  const also = { critical: { labels, says: '500 votes wait.' } };
  const [fires] = alert.test.fires;
  const page = { ...alert, severity: 'critical', ruleLabels: { severity: 'critical' } } as const;
  const ticket = { ...alert, test: { fires: fires ? [{ ...fires, also }] : [], silent: [] } };
  const text = testsYml(group('queue', [ticket, page]), model) ?? '';
  const expected = text.slice(text.indexOf('exp_alerts'), text.indexOf('stays silent'));
  expect(expected.match(/severity: .*|description: .*/g)).toEqual([
    'severity: warning',
    'description: 500 votes wait in Redis and the number grows.',
    'severity: critical',
    'description: 500 votes wait.',
    'severity: critical',
    'description: 500 votes wait in Redis and the number grows.',
  ]);
});

it('evaluates no more often than the group does', () => {
  expect(testsYml({ ...group('queue', [alert]), every: duration('2m') }, model)).toContain('evaluation_interval: 2m\n');
});

it('has nothing to say of a group without alerts', () => {
  expect(testsYml(group('queue', [recordingRule]), model)).toBeUndefined();
});
