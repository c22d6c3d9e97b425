/** What is said of labels is what a real Prometheus answers with: many expressions, evaluated by promtool. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { describeWithServer, requireServer } from '../../../test/support/servers.ts';
import { shop } from '../../../test/support/shop.ts';
import { surveyOf } from '../../check/survey/survey.ts';
import type { Node } from '../node.ts';
import { parse } from '../parse/parse.ts';
import { labelIn } from './labels.ts';
import { conflicts } from './operations.ts';

const store = 'service="store",job="store",instance="store:1"';
const own = 'service="shop",job="shop",instance="shop:1"';
const SERIES = [
  `queue_length{queue="orders",${store}}`,
  `queue_length{queue="returns",${store}}`,
  `orders_total{kind="card",${own}}`,
  `orders_total{kind="cash",${own}}`,
  ...['0.1', '0.5', '1', '+Inf'].map((le) => `request_duration_seconds_bucket{route="/",le="${le}",${own}}`),
  `request_duration_seconds_count{route="/",${own}}`,
  `up{${own}}`,
  `up{${store}}`,
];

const ATOMS = [
  'queue_length',
  'queue_length{queue="orders"}',
  'orders_total',
  'up{job="store"}',
  'up',
  'absent(nothing{kind="a",job=~"b"})',
  'vector(1)',
];
const WRAPPERS: readonly ((of: string) => string)[] = [
  (of) => of,
  (of) => `sum(${of})`,
  (of) => `max by (job) (${of})`,
  (of) => `min without (instance, queue) (${of})`,
  (of) => `topk(1, ${of})`,
  (of) => `count_values("value", ${of})`,
  (of) => `label_replace(${of}, "queue", "$1", "job", "s(.*)")`,
  (of) => `avg_over_time((${of})[5m:1m])`,
  (of) => `-(${of} > bool 0)`,
];
const MATCHINGS = [
  '',
  'on (job)',
  'on ()',
  'ignoring (queue, kind)',
  'on (job) group_left ()',
  'on (job) group_right (queue)',
];
const OPERATORS = ['+', '>=', 'and', 'unless', 'or'];

const vectors = ATOMS.flatMap((atom) => WRAPPERS.map((wrap) => wrap(atom)));
const more = [
  'histogram_quantile(0.9, rate(request_duration_seconds_bucket[5m]))',
  'rate(request_duration_seconds_bucket{le="0.5"}[5m])',
  'histogram_quantile(0.9, sum by (le) (rate(request_duration_seconds_bucket[5m])))',
  'label_join(up, "both", "-", "job", "instance")',
  'time()',
  'scalar(sum(up))',
  'hour()',
  'absent_over_time(nothing{a="1",a="2",b="3",c=~"d"}[5m])',
  'absent(nothing{__type__="counter",__unit__="seconds",b="c"})',
];

/** Every pair whose numbers a prime steps over: the same ones in every run, and all operators among them. */
function pairs(): readonly string[] {
  const set = ['and', 'unless', 'or'];
  const all = vectors.flatMap((left) =>
    vectors.flatMap((right) =>
      OPERATORS.flatMap((operator) => MATCHINGS.map((matching) => ({ left, right, operator, matching }))),
    ),
  );
  return all
    .filter((_, index) => index % 97 === 0)
    .filter(({ operator, matching }) => !(set.includes(operator) && matching.includes('group')))
    .map(({ left, right, operator, matching }) => `(${left}) ${operator} ${matching} (${right})`);
}

interface Answer {
  readonly series: readonly Readonly<Record<string, string>>[];
}

/** What promtool answers, by expression; nothing for one that it cannot evaluate. */
function evaluated(expressions: readonly string[]): ReadonlyMap<string, Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'labels-'));
  const file = join(folder, 'labels.test.json');
  const tests = expressions.map((expr) => ({
    expr,
    eval_time: '10m',
    exp_samples: [{ labels: '{never="there"}', value: 1 }],
  }));
  const input = SERIES.map((series) => ({ series, values: '1+1x20' }));
  writeFileSync(
    file,
    JSON.stringify({ rule_files: [], tests: [{ interval: '1m', input_series: input, promql_expr_test: tests }] }),
  );
  try {
    const { stdout, stderr } = spawnSync(requireServer('promtool'), ['test', 'rules', file], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    return answersIn(`${stdout}${stderr}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function answersIn(output: string): ReadonlyMap<string, Answer> {
  const found = output.matchAll(/expr: ("(?:[^"\\]|\\.)*"), time: 10m,\s*exp: .*\s*got: (.*)/g);
  return new Map([...found].map(([, expr = '""', got = '']) => [JSON.parse(expr), { series: seriesIn(got) }]));
}

function seriesIn(got: string): readonly Readonly<Record<string, string>>[] {
  return [...got.matchAll(/\{((?:[^"}]|"(?:[^"\\]|\\.)*")*)\}/g)].map(([, labels = '']) =>
    Object.fromEntries(
      [...labels.matchAll(/(\w+)=("(?:[^"\\]|\\.)*")/g)].map(([, name = '', value = '""']) => [
        name,
        JSON.parse(value),
      ]),
    ),
  );
}

function tree(expression: string): Node {
  const parsed = parse(expression);
  if (!parsed.ok) throw new Error(`${expression}: ${parsed.problem.found}`);
  return parsed.node;
}

describeWithServer(['promtool'], 'labels, against promtool', () => {
  const expressions = [...vectors, ...more, ...pairs()];
  let answers: ReadonlyMap<string, Answer>;
  const { labelsOf } = surveyOf(shop());

  beforeAll(() => {
    answers = evaluated(expressions);
  });

  test('promtool answered most of them', () => {
    expect(expressions.length).toBeGreaterThan(400);
    // What is left are matches of several series with several, which are errors.
    expect(answers.size / expressions.length).toBeGreaterThan(0.7);
  });

  test('each series has the labels that it always has, and none that it never has', () => {
    const wrong = [...answers].flatMap(([expression, { series }]) => {
      const labels = labelsOf(tree(expression));
      if (labels === undefined) return series.some((each) => Object.keys(each).length > 0) ? [expression] : [];
      const isWrong = series.some((each) => {
        const extra = Object.keys(each).filter(
          (name) => name !== '__name__' && labelIn(labels, name).presence === 'never',
        );
        const missing = [...labels.named].filter(
          ([name, { presence, value }]) =>
            presence === 'always' && (each[name] === undefined || (value !== undefined && each[name] !== value)),
        );
        return extra.length > 0 || missing.length > 0;
      });
      return isWrong ? [expression] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('what cannot match has no answer, and takes nothing away', () => {
    let none = 0;
    for (const [expression, { series }] of answers) {
      const node = tree(expression);
      if (node.kind !== 'binary' || node.operator === 'or') continue;
      const [left, right] = [labelsOf(node.left), labelsOf(node.right)];
      if (left === undefined || right === undefined || conflicts(left, right, node.matching).length === 0) continue;
      none += 1;
      if (node.operator !== 'unless') expect([expression, series]).toEqual([expression, []]);
    }
    expect(none).toBeGreaterThan(50);
  });
});
