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
      - record: job:queue_length:max
        expr: max by (job) (queue_length{job="store",queue="orders"})
      - alert: QueueLong
        expr: job:queue_length:max >= 100
        for: 5m
        keep_firing_for: 2m
        labels:
          service: store
          severity: warning
        annotations:
          summary: Too many orders wait.
          description: "{{ $value | humanize }} orders wait in {{ $labels.job }}."
          runbook_url: http://localhost:3000/runbooks/QueueLong.md
          dashboard_url: http://localhost:3000/d/shop?viewPanel=panel-864609283
          __dashboardUid__: shop
          __panelId__: "864609283"
    "
  `);
});

it('leaves out what an alert does not have', () => {
  const { for: _for, keepFiringFor: _keep, panel: _panel, ...least } = alert;
  const yml = rulesYml(group('queue', [{ ...least, ruleLabels: { severity: 'none' } }]), site);
  expect(yml).not.toMatch(/for:|dashboard|panel|interval|undefined|null/i);
});
