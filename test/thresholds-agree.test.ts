/**
 * A threshold means one set of values: those for which the rule fires, which Grafana colours, and which our pictures
 * colour, the limit itself included. Asked of every signal with thresholds.
 */
import { expect, it } from 'vitest';
import { levelColour, levelOf } from '../lib/model/look/levels.ts';
import { queryField } from '../lib/model/look/look.ts';
import { shown } from '../lib/picture/format/shown.ts';
import {
  type EmittedPanel,
  expectedColour,
  isBreached,
  type Limited,
  limitedSignals,
  valueLabel,
} from './support/at-limits.ts';
import { testRules } from './support/promtool-files.ts';
import { describeWithServer } from './support/servers.ts';

const signals = await limitedSignals();
const each = signals.map((limited) => [limited.id, limited] as const);

it('there are signals from a limit on and below one, with one level and with two', () => {
  const kinds = signals.map(({ thresholds: { direction, at } }) => `${direction} ${Object.keys(at).join(' and ')}`);
  for (const kind of ['from warning and critical', 'below warning and critical', 'from critical', 'below critical']) {
    expect(kinds).toContain(kind);
  }
  expect(signals.every(({ rules, thresholds }) => rules.size === Object.keys(thresholds.at).length)).toBe(true);
});

/**
 * A mapped value has the colour of its mapping, any other that of the last step that it has reached.
 * Source: Grafana, packages/grafana-data/src/field/thresholds.ts, getActiveThreshold(); test/preview asks that itself.
 */
function colourInGrafana({ fieldConfig: { defaults } }: EmittedPanel, value: number): string | undefined {
  const mapped = defaults.mappings?.find(({ type, options }) => type === 'value' && options[value] !== undefined);
  const step = defaults.thresholds.steps.findLast((at) => value >= (at.value ?? Number.NEGATIVE_INFINITY));
  return mapped?.options[value]?.color ?? step?.color;
}

it.each(each)("%s: Grafana's colour is that of the level", (_, { file, thresholds, values }) => {
  for (const value of values) {
    expect([value, colourInGrafana(file, value)]).toEqual([value, expectedColour(thresholds, value)]);
  }
});

it.each(each)("%s: the picture's colour is that of the level", (_, { panel, thresholds, values }) => {
  const [query] = panel.queries;
  if (query === undefined) throw new Error('the panel has a query');
  for (const value of values) {
    expect([value, shown(value, queryField(panel, query)).colour]).toEqual([value, expectedColour(thresholds, value)]);
  }
});

it.each(each)('%s: the level that states are coloured by is the one that is breached', (_, { thresholds, values }) => {
  for (const value of values) {
    expect([value, levelColour(levelOf(value, thresholds))]).toEqual([value, expectedColour(thresholds, value)]);
  }
});

/** A test for promtool: the gauge has each value, and the rule's expression is true for those that breach the level. */
function promtoolTest({ metric, thresholds, rules, values }: Limited) {
  const labels = (value: number): string => `{${valueLabel}="${value}"}`;
  return {
    name: metric,
    interval: '1m',
    input_series: values.map((value) => ({
      series: `${metric}{job="shop",${valueLabel}="${value}"}`,
      values: String(value),
    })),
    promql_expr_test: [...rules].map(([level, expr]) => ({
      expr,
      eval_time: '0m',
      exp_samples: values
        .filter((value) => isBreached(thresholds, level, value))
        .map((value) => ({ labels: labels(value), value })),
    })),
  };
}

/** One event between two scrapes of 15 s: `increase()` over five minutes at every second until both have left the window. */
function oneEvent() {
  const lastBefore = 36 * 15;
  const seenFor = Array.from({ length: 285 }, (_, second) => lastBefore + 15 + second);
  const asked = (second: number, value: number) => ({
    expr: 'increase(events_total[5m]) >= bool 1',
    eval_time: `${second}s`,
    exp_samples: [{ labels: '{}', value }],
  });
  return {
    name: 'one event',
    interval: '15s',
    input_series: [{ series: 'events_total', values: '7x36 8x40' }],
    promql_expr_test: [asked(lastBefore, 0), ...seenFor.map((second) => asked(second, 1)), asked(lastBefore + 300, 0)],
  };
}

function testFile(tests: readonly object[]): ReadonlyMap<string, string> {
  // JSON is YAML.
  return new Map([['tests/limits.yml', JSON.stringify({ rule_files: [], evaluation_interval: '1m', tests })]]);
}

describeWithServer(['promtool'], 'Prometheus', () => {
  it('fires for the values that breach a level, and for no others', async () => {
    expect(await testRules(testFile(signals.map(promtoolTest)))).toBe('accepted');
  });

  it('notices a limit that is a billionth away', async () => {
    const [first] = signals;
    if (first === undefined) throw new Error('there are signals');
    const wrong = { ...first, rules: new Map([...first.rules].map(([level, expr]) => [level, `${expr} + 1e-9`])) };
    expect(await testRules(testFile([promtoolTest(wrong)]))).toContain('FAILED');
  });

  it('increase() never yields less than one for one event', async () => {
    expect(await testRules(testFile([oneEvent()]))).toBe('accepted');
  });
});
