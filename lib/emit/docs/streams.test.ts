/** Which streams are read, by whom, as the index and model.json say it. */

import * as panel from 'plainsight/panels';
import { variable } from 'plainsight/promql';
import { expect, it } from 'vitest';
import { logql, shopLines, shopWithLogs } from '../../../test/support/shop-logs.ts';
import { logReadings } from '../../model/log-readings.ts';
import { readerText } from '../../model/readings.ts';
import { docsFiles } from './files.ts';
import { streamNeeds, streamsIn } from './streams.ts';

const shown = panel.logs({
  key: 'lines',
  title: 'Lines',
  description: 'Lines.',
  lines: shopLines.where({ service: variable('service') }).contains('refused'),
});
const model = shopWithLogs({ panels: [shown] });

it('are those that panels and alerts choose, without what a viewer chooses', () => {
  const needs = streamNeeds(logReadings(model));
  expect(needs.map(({ streams, readers }) => [streams, readers.map(readerText)])).toEqual([
    ['{project="shop", service="shop"}', ['panel shop/payments-refused', 'alert PaymentsRefused']],
    ['{project="shop"}', ['panel shop/lines']],
  ]);
});

it('are found in what was written by hand', () => {
  expect(streamsIn(logql('rate({service="a"}[5m]) / rate({service="b"} |= "x" [5m])').node)).toEqual([
    '{service="a"}',
    '{service="b"}',
  ]);
  expect(streamsIn(logql('no LogQL').node)).toEqual([]);
});

it('stand in the index and in model.json', () => {
  const files = new Map(docsFiles(model));
  expect(files.get('README.md')).toContain(
    '`{project="shop", service="shop"}` | alert PaymentsRefused<br>Shop: Payments refused',
  );
  expect(files.has('runbooks/PaymentsRefused.md')).toBe(true);
  const { alerts, signals } = JSON.parse(files.get('model.json') ?? '');
  expect(alerts.PaymentsRefused).toMatchObject({
    group: 'logs',
    expr: 'sum by (service) (count_over_time({project="shop", service="shop"} |= "refused" [5m])) >= 3',
    streams: ['{project="shop", service="shop"}'],
  });
  expect(signals['payments-refused'].readers).toEqual(['alert PaymentsRefused', 'panel shop/payments-refused']);
});
