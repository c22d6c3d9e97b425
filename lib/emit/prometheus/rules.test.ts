import { expect, it } from 'vitest';
import { alert, group, recordingRule, smallModel } from '../../../test/support/small-model.ts';
import { duration } from '../../units/duration.ts';
import { rulesYml } from './rules.ts';

const { site } = smallModel();

it('writes recording rules first, and all that an alert has', () => {
  expect(rulesYml({ ...group('queue', [alert, recordingRule]), every: duration('30s') }, site)).toMatchInlineSnapshot(`
    "# Recording and alerting rules of the group queue.
    # Made by \`npm run build\`; what is changed here by hand is lost.

    groups:
    - name: queue
      interval: 30s
      rules:
      - record: job:votes_waiting:max
        expr: max by (job) (redis_key_size{db="db0",key="votes"})
      - alert: VoteQueueGrowing
        expr: |-
          job:votes_waiting:max > 100 and deriv(job:votes_waiting:max[10m]) > 0
        for: 10m
        keep_firing_for: 2m
        labels:
          service: worker
          severity: warning
        annotations:
          summary: Votes are piling up in Redis.
          description: "{{ $value | humanize }} votes wait in Redis and the number grows."
          runbook_url: http://localhost:3000/runbooks/VoteQueueGrowing.md
          dashboard_url: http://localhost:3000/d/small-queue?viewPanel=panel-417
          __dashboardUid__: small-queue
          __panelId__: "417"
    "
  `);
});

it('leaves out what an alert does not have', () => {
  const { for: _for, keepFiringFor: _keep, panel: _panel, ...least } = alert;
  const yml = rulesYml(group('queue', [{ ...least, ruleLabels: { severity: 'none' } }]), site);
  expect(yml).not.toMatch(/for:|dashboard|panel|interval|undefined|null/i);
});
