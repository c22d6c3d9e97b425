import { annotation, queryVariable, row } from 'plainsight';
import * as panel from 'plainsight/panels';
import { expect, test } from 'vitest';
import { orders, panelOf, promql, queue_length, shop } from '../../../test/support/shop.ts';
import { surveyOf } from './survey.ts';

type Change = NonNullable<Parameters<typeof shop>[0]>;

const uses = (change: Change) =>
  surveyOf(shop(change)).variableUses.map(({ about, name, place }) => `${name}: ${place} of ${about.where.what}`);
const inQuery = (query: string) => uses({ panels: [panelOf(query)] });

test.each([
  ['the value of a matcher', 'max(queue_length{queue=~"a-$queue"})', ['queue']],
  ['two variables of one matcher', 'max(queue_length{queue=~"$a|${b:regex}"})', ['a', 'b']],
  ['the name of a metric', 'max($metric{job="shop"})', ['metric']],
  ['a window', 'max(rate(orders_total[$window]))', ['window']],
  ['the step of a subquery', 'max_over_time(queue_length[1h:$step])', ['step']],
  ['a number', 'topk($many, queue_length)', ['many']],
  ['a text', 'label_replace(queue_length, "to", "$1", "queue", "${pattern}")', ['pattern']],
  ['what is no PromQL', 'max($left', ['left']],
  ["none of Grafana's own", 'max(rate(orders_total[$__rate_interval]))', []],
])('in a query: %s', (_, query, names) => {
  expect(inQuery(query)).toEqual(names.map((name) => `${name}: the query of dashboard shop / panel raw`));
});

test.each([
  ['$shop', ['shop']],
  ['${shop}', ['shop']],
  ['${shop:csv}', ['shop']],
  ['${shop.text}', ['shop']],
  ['${shop.text:raw}', ['shop']],
  ['[[shop]] and [[store:csv]]', ['shop', 'store']],
  ['5 $ a piece', []],
  ['${__data.fields.service}', []],
])('in a text: %s', (description, names) => {
  expect(uses({ dashboard: { description } })).toEqual(
    names.map((name) => `${name}: the description of dashboard shop`),
  );
});

test('in a panel that is repeated', () => {
  const rows = [row('Health', [[panel.stat(orders, { repeat: { variable: 'service', direction: 'h' } as never })]])];
  expect(uses({ dashboard: { rows } })).toEqual(['service: the repetition of dashboard shop / panel orders']);
});

test('in annotations and variables, under their names', () => {
  const when = promql('max(queue_length{queue=~"$queue"}) > 1');
  const service = queryVariable({ name: 'service', label: 'Service', of: queue_length, values: 'service' });
  const depending = { ...service, node: promql('queue_length{queue=~"$queue"}').node };
  const dashboard = {
    annotations: [annotation({ name: 'full', title: 'Full', when, colour: 'red' as const })],
    variables: [depending],
  };
  expect(uses({ dashboard })).toEqual([
    'queue: annotation full of dashboard shop',
    'queue: variable service of dashboard shop',
  ]);
});

test('in one of several queries, under its key', () => {
  const model = shop({ panels: [panelOf('max(queue_length{queue=~"$queue"})')] });
  const several = model.dashboards.map((dashboard) => ({
    ...dashboard,
    rows: dashboard.rows.map((each) => ({
      ...each,
      panels: each.panels.map((one) => ({ ...one, queries: [...one.queries, ...one.queries] })),
    })),
  }));
  const found = surveyOf({ ...model, dashboards: several }).variableUses.map(({ place }) => place);
  expect(found).toEqual(['query raw', 'query raw']);
});
