import { describe, expect, it } from 'vitest';
import { parse as fromYaml } from 'yaml';
import { shopWithLogs, withLogAlerts } from '../../../test/support/shop-logs.ts';
import { parse } from '../../logql/parse/parse.ts';
import { refusals } from '../../logql/refuse/refusals.ts';
import { duration } from '../../units/duration.ts';
import { lokiRuleFiles } from './rules.ts';

const model = shopWithLogs();

it('writes a file for each group, into the folder of the only tenant', () => {
  expect([...lokiRuleFiles(model)]).toMatchInlineSnapshot(`
    [
      [
        "rules/fake/logs.yml",
        "# Alerts over log lines of the group logs.
    # Made by \`npm run build\`; what is changed here by hand is lost.

    groups:
    - name: logs
      rules:
      - alert: PaymentsRefused
        expr: |-
          sum by (service) (count_over_time({project="shop", service="shop"} |= "refused" [5m])) >= 3
        for: 5m
        labels:
          severity: warning
        annotations:
          summary: The bank refuses payments.
          description: "{{ $value | humanize }} payments of {{ $labels.service }} were refused."
          runbook_url: http://localhost/runbooks/PaymentsRefused.md
          dashboard_url: http://localhost:3000/d/shop?viewPanel=panel-327075235
          __dashboardUid__: shop
          __panelId__: "327075235"
    ",
      ],
    ]
  `);
});

it('leaves out what Loki would forget', () => {
  const files = lokiRuleFiles(withLogAlerts(model, { keepFiringFor: duration('10m') }));
  expect([...files.values()].join('')).not.toContain('keep_firing_for');
});

it('writes nothing without alerts over lines', () => {
  expect(lokiRuleFiles({ ...model, logGroups: [] }).size).toBe(0);
});

it('refuses two groups in one file', () => {
  const [group] = model.logGroups;
  const twice = group === undefined ? [] : [group, { ...group, name: 'Logs' }];
  expect(() => lokiRuleFiles({ ...model, logGroups: twice })).toThrow("the second is 'Logs': rename it.");
});

describe('an expression', () => {
  const texts = [...lokiRuleFiles(model).values()].flatMap((file) => {
    const { groups }: { readonly groups: readonly { readonly rules: readonly { readonly expr: string }[] }[] } =
      fromYaml(file);
    return groups.flatMap(({ rules }) => rules.map(({ expr }) => expr));
  });

  it.each(texts)('is one that Loki takes: %s', (text) => {
    const parsed = parse(text);
    expect(parsed.ok && refusals(parsed.node)).toEqual([]);
  });

  it('is there', () => expect(texts).toHaveLength(1));
});
