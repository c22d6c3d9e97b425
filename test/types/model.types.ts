/** Signals, panels and alerts: each mistake that must not compile, beside the line that must. Checked by `tsc`. */
import {
  alert,
  breaches,
  dashboard,
  distribution,
  profiles,
  query,
  queryVariable,
  recorded,
  row,
  series,
  signal,
  text,
  unavailable,
  value,
} from 'plainsight';
import { stream } from 'plainsight/logql';
import * as panel from 'plainsight/panels';
import { and, buckets, countedAs, deriv, div, gt, max, rate, sum } from 'plainsight/promql';
import * as unit from 'plainsight/units';
import type { AnySettings } from '../../lib/model/panel.ts';
import type { OptionsByKind, PanelKind } from '../../lib/panels/kinds.ts';
import * as m from './catalogue.ts';
import { is } from './is.ts';

const words = { id: 'x', name: 'X', description: 'Y.', whenEmpty: 'no data' } as const;
const votes = unit.perSecond('votes');

// A signal's query has the unit that the signal promises.
export const accepted = signal({
  ...words,
  unit: votes,
  query: ({ window }) => countedAs('votes', sum(rate(m.commands_total, window))),
});
// @ts-expect-error commands are no votes until countedAs() says so
signal({ ...words, unit: votes, query: ({ window }) => sum(rate(m.commands_total, window)) });
signal({ ...words, unit: unit.bytes, query: () => max(m.memory_bytes) });
// @ts-expect-error bytes are no ratio
signal({ ...words, unit: unit.ratio, query: () => max(m.memory_bytes) });

// … and the labels.
signal({ ...words, unit: unit.bytes, labels: ['job'], query: ({ by }) => max(m.memory_bytes, { by }) });
// @ts-expect-error the label is summed away
signal({ ...words, unit: unit.bytes, labels: ['job'], query: () => max(m.memory_bytes) });
// @ts-expect-error the metric has no label 'cmd'
signal({ ...words, unit: unit.bytes, labels: ['cmd'], query: ({ by }) => max(m.memory_bytes, { by }) });
// @ts-expect-error the labels of the target are not dropped
signal({ ...words, unit: unit.bytes, query: () => m.memory_bytes });

// A query is given what its reader chose, as one object.
signal({ ...words, unit: unit.perSecond('commands'), query: ({ window }) => sum(rate(m.commands_total, window)) });
// @ts-expect-error a reader chooses a window, not a range
signal({ ...words, unit: unit.perSecond('commands'), query: ({ range }) => sum(rate(m.commands_total, range)) });
// @ts-expect-error the labels come with the window, not after it
signal({ ...words, unit: unit.bytes, labels: ['job'], query: (_choice, by) => max(m.memory_bytes, { by }) });

// A raw counter is no value.
signal({ ...words, unit: unit.count('commands'), query: () => countedAs('commands', max(m.key_size)) });
// @ts-expect-error take its rate() or increase()
signal({ ...words, unit: unit.count('commands'), query: () => m.commands_total });

// Every profile has a source, or says why not.
const two = profiles('instrumented', 'stock');
two.signal({
  ...words,
  unit: unit.bytes,
  query: { instrumented: () => max(m.memory_bytes), stock: unavailable('no') },
});
// @ts-expect-error stock is missing
two.signal({ ...words, unit: unit.bytes, query: { instrumented: () => max(m.memory_bytes) } });
two.signal({
  ...words,
  unit: unit.bytes,
  // @ts-expect-error there is no such profile
  query: { instrumented: () => max(m.memory_bytes), stock: unavailable('no'), x: unavailable('') },
});
two.signal({
  ...words,
  unit: unit.bytes,
  labels: ['job'],
  query: { instrumented: ({ by }) => max(m.memory_bytes, { by }), stock: unavailable('no') },
});
two.signal({
  ...words,
  unit: unit.bytes,
  labels: ['job'],
  query: {
    // @ts-expect-error one profile's query sums the label away
    instrumented: () => max(m.memory_bytes),
    stock: unavailable('no'),
  },
});

const waiting = signal({
  ...words,
  unit: unit.count('votes'),
  labels: ['job', 'service'],
  query: ({ by }) => countedAs('votes', max(m.key_size, { by })),
  thresholds: { from: { warning: 100 } },
  recorded: { as: 'job_service:votes_waiting:max', group: 'queue', every: '30s' },
});
const requests = signal({
  ...words,
  unit: unit.perSecond('commands'),
  labels: ['cmd', 'service'],
  query: ({ window, by }) => sum(rate(m.commands_total, window), { by }),
});

// A recorded name follows the convention, and its interval is a duration.
signal({
  ...words,
  unit: unit.bytes,
  query: () => max(m.memory_bytes),
  // @ts-expect-error level:metric:operations
  recorded: { as: 'memory', group: 'g', every: '1m' },
});
signal({
  ...words,
  unit: unit.bytes,
  query: () => max(m.memory_bytes),
  // @ts-expect-error '1 minute' is no duration
  recorded: { as: 'a:b:c', group: 'g', every: '1 minute' },
});
// Thresholds lie from a value on or below it, at one of the levels or both.
const memory = { ...words, unit: unit.bytes, query: () => max(m.memory_bytes) } as const;
signal({ ...memory, thresholds: { from: { warning: 1, critical: 2 }, reason: 'the limit is 3' } });
signal({ ...memory, thresholds: { below: { critical: 1 } } });
// @ts-expect-error above which value is not said: is that value itself a concern?
signal({ ...memory, thresholds: { above: { warning: 1 } } });
// @ts-expect-error both from a value on and below one
signal({ ...memory, thresholds: { from: { warning: 2 }, below: { warning: 1 } } });
// @ts-expect-error no direction
signal({ ...memory, thresholds: { warning: 1 } });
// @ts-expect-error a limit is a number in the signal's unit
signal({ ...memory, thresholds: { from: { warning: '1 GiB' } } });
// @ts-expect-error there is no level 'page'
signal({ ...memory, thresholds: { from: { page: 1 } } });
// @ts-expect-error what an empty answer means must be said
signal({ id: 'x', name: 'X', description: 'Y.', unit: unit.bytes, query: () => max(m.memory_bytes) });

// A panel splits by the labels of the signal, and its legend names what it splits by.
panel.timeseries(requests, { by: ['service'], legend: (l) => text`${l.service}` });
// @ts-expect-error the signal cannot be split by route
panel.timeseries(requests, { by: ['route'] });
// @ts-expect-error the label is summed away
panel.timeseries(requests, { by: ['service'], legend: (l) => text`${l.cmd}` });
// @ts-expect-error a hole takes a label, not a string
panel.timeseries(requests, { by: ['service'], legend: () => text`${'service'}` });
panel.table(requests, { by: ['service'], columns: [{ field: 'service', title: 'Service' }, { field: 'Value' }] });
// @ts-expect-error a column of a label that was summed away
panel.table(requests, { by: ['service'], columns: [{ field: 'status' }] });
// @ts-expect-error the order of a column that there is not
panel.table(requests, { by: ['service'], sortBy: { field: 'servise', order: 'ascending' } });
// @ts-expect-error a colour that is none of Grafana's
panel.table(requests, { by: ['service'], columns: [{ field: 'service', colours: { vote: 'crimson' } }] });
panel.stat(signal({ ...words, unit: unit.ratio, query: () => div(max(m.memory_bytes), max(m.memory_bytes)) }), {
  // @ts-expect-error 'percent' would show 0.5 as 0.5 %
  display: 'percent',
});
panel.stat(signal({ ...words, unit: unit.ratio, query: () => div(max(m.memory_bytes), max(m.memory_bytes)) }), {
  display: 'percentunit',
});
// @ts-expect-error misspelled option
panel.timeseries(requests, { lineWidht: 2 });

// Queries of one panel share its unit, which need not be said.
const several = { key: 'k', title: 'T', description: 'D.' } as const;
panel.timeseries({ ...several, queries: [accepted, query(accepted, { key: 'again' })] });
panel.stat({ ...several, queries: [requests, query(requests, { by: ['cmd'], legend: (l) => text`${l.cmd}` })] });
// @ts-expect-error commands/s beside votes/s
panel.timeseries({ ...several, queries: [accepted, requests] });
// @ts-expect-error commands/s beside votes/s, each of them a query
panel.timeseries({ ...several, queries: [query(accepted), query(requests, { by: ['service'] })] });
// @ts-expect-error a panel of several signals needs a description of its own
panel.timeseries({ key: 'k', title: 'T', queries: [accepted] });
// @ts-expect-error and a key
panel.timeseries({ title: 'T', description: 'D.', queries: [accepted] });
// A panel's own thresholds are written as a signal's.
panel.timeseries({ ...several, queries: [accepted], thresholds: { below: { warning: 2, critical: 1 } } });
// @ts-expect-error no direction
panel.timeseries({ ...several, queries: [accepted], thresholds: { warning: 2, critical: 1 } });
// @ts-expect-error the unit is that of the queries
panel.timeseries({ ...several, unit: votes, queries: [accepted] });
// @ts-expect-error an option of another kind
panel.timeseries({ ...several, queries: [accepted], sparkline: 'area' });
// @ts-expect-error the signal cannot be split by route
query(requests, { by: ['route'] });
// @ts-expect-error the label is summed away
query(requests, { by: ['service'], legend: (l) => text`${l.cmd}` });
panel.stat({ ...several, queries: [accepted], display: 'short' });
// @ts-expect-error votes/s are no bytes
panel.stat({ ...several, queries: [accepted], display: 'bytes' });

// Columns of a table have a unit each.
panel.table({ ...several, queries: [accepted, requests] });
// @ts-expect-error and so no display unit in common
panel.table({ ...several, queries: [accepted, requests], display: 'short' });

// How values are distributed is shown as a heatmap, and nothing else is.
const latency = distribution({
  id: 'x',
  name: 'X',
  description: 'Y.',
  unit: unit.seconds,
  labels: ['service'],
  query: ({ window, by }) => sum(buckets(m.latency_seconds, window), { by: [...by, 'le'] }),
});
panel.heatmap(latency, { by: ['service'] });
// @ts-expect-error numbers are not distributed
panel.heatmap(requests);
// @ts-expect-error buckets are no numbers
panel.timeseries(latency);
// @ts-expect-error buckets are no numbers beside others either
panel.timeseries({ ...several, queries: [latency] });
// @ts-expect-error the distribution cannot be split by cmd
panel.heatmap(latency, { by: ['cmd'] });

// An override is about one query, found by its signal or key, or about series found by their name.
panel.timeseries(requests, { overrides: [{ query: requests, fill: 10 }] });
panel.timeseries(requests, { overrides: [{ series: /^5/, colour: 'red', mirrored: true }] });
// @ts-expect-error about what?
panel.timeseries(requests, { overrides: [{ fill: 10 }] });
// @ts-expect-error one or the other
panel.timeseries(requests, { overrides: [{ query: requests, series: /^5/, fill: 10 }] });
// @ts-expect-error an option that is switched on is true
panel.timeseries(requests, { overrides: [{ series: /^5/, mirrored: 'yes' }] });

// Kinds without a query say what they are themselves.
panel.text({ ...several, markdown: 'Hello' });
// @ts-expect-error a text without its text
panel.text(several);
panel.logs({ ...several, lines: stream({ labels: ['service'] }).where({ service: 'vote' }), wrap: true });
// @ts-expect-error no stream is chosen yet
panel.logs({ ...several, lines: stream({ labels: ['service'] }) });
// @ts-expect-error which log lines?
panel.logs(several);
panel.dashboardList({ ...several, tags: ['voting-app'] });
// @ts-expect-error a list of dashboards by which tag?
panel.dashboardList(several);

// Colours of a label's values are a dashboard's, unless a panel has its own.
const board = { uid: 'u', title: 'T', description: 'D.', tags: [] } as const;
dashboard({ ...board, colours: { service: { vote: 'blue' } }, rows: [row('R', [[panel.stat(accepted)]])] });
// @ts-expect-error a colour that is none of Grafana's
dashboard({ ...board, colours: { service: { vote: 'crimson' } }, rows: [] });
panel.timeseries(requests, { by: ['service'], colours: {} });

// Reading in alerts: levels, history, labels.
breaches(waiting, 'warning');
// @ts-expect-error the signal has no critical level
breaches(waiting, 'critical');
// @ts-expect-error the signal has no thresholds
breaches(requests, 'warning');
deriv(recorded(waiting), '10m');
// @ts-expect-error the signal keeps no history
deriv(recorded(requests), '10m');
// @ts-expect-error an expression has gaps: record it
deriv(value(waiting), '10m');
and(breaches(waiting, 'warning', { by: ['job', 'service'] }), gt(deriv(recorded(waiting), '10m'), 0));
// @ts-expect-error the left side lost its labels
and(breaches(waiting, 'warning'), gt(deriv(recorded(waiting), '10m'), 0));
// @ts-expect-error the signal has no label 'cmd'
value(waiting, { by: ['cmd'] });

// An alert: service exactly where the expression does not say it, severity, summary, tests.
const silent = [{ reason: 'b', given: [], at: '5m' }] as const;
const none = { fires: { given: [], at: '5m', labels: {}, says: '' }, silent } as const;
const common = { severity: 'warning', summary: 'S.', for: '5m' } as const;
export const ByService = alert({
  ...common,
  when: breaches(waiting, 'warning', { by: ['service'] }),
  description: (l, v) => text`${l.service} has ${v}`,
  test: { fires: { given: [], at: '5m', labels: { service: 'a' }, says: '' }, silent },
});
alert({
  ...common,
  when: breaches(waiting, 'warning', { by: ['service'] }),
  // @ts-expect-error the expression says the service already
  service: 'worker',
  description: (l) => text`${l.service}`,
  test: { fires: { given: [], at: '5m', labels: { service: 'a' }, says: '' }, silent },
});
// @ts-expect-error service is missing
alert({
  ...common,
  when: breaches(waiting, 'warning'),
  description: (_l, v) => text`${v}`,
  test: { fires: { given: [], at: '5m', labels: {}, says: '' }, silent },
});
alert({
  ...common,
  service: 'worker',
  when: breaches(waiting, 'warning'),
  // @ts-expect-error the expression has no label 'job'
  description: (l) => text`${l.job}`,
  test: { fires: { given: [], at: '5m', labels: {}, says: '' }, silent },
});
// The severity is the level that it breaches.
alert({
  summary: 'S.',
  service: 'worker',
  when: breaches(waiting, 'warning'),
  description: (_l, v) => text`${v}`,
  test: { fires: { given: [], at: '5m', labels: {}, says: '' }, silent },
});
// The panel of an alert is named by a signal, or by all that it shows.
alert({
  ...common,
  when: gt(value(waiting), 1),
  panel: requests,
  service: 'w',
  description: () => text`D`,
  test: none,
});
alert({
  ...common,
  when: gt(value(waiting), 1),
  panel: [requests, accepted],
  service: 'w',
  description: () => text`D`,
  test: none,
});
alert({
  ...common,
  when: gt(value(waiting), 1),
  // @ts-expect-error alerts do not know what dashboards are called
  panel: { dashboard: 'd', key: 'k' },
  service: 'w',
  description: () => text`D`,
  test: none,
});
// @ts-expect-error summary is missing
alert({
  severity: 'warning',
  service: 'worker',
  when: breaches(waiting, 'warning'),
  description: (_l, v) => text`${v}`,
  test: { fires: { given: [], at: '5m', labels: {}, says: '' }, silent },
});
alert({
  ...common,
  service: 'worker',
  when: breaches(waiting, 'warning'),
  description: (_l, v) => text`${v}`,
  // @ts-expect-error an alert without a silent test
  test: { fires: { given: [], at: '5m', labels: {}, says: '' } },
});
alert({
  ...common,
  when: breaches(waiting, 'warning', { by: ['service'] }),
  description: (l) => text`${l.service}`,
  // @ts-expect-error the firing test states every label of the expression
  test: { fires: { given: [], at: '5m', labels: {}, says: '' }, silent },
});

// A test's series has every label of the metric; job and instance may be left out.
series(m.key_size, { db: 'db0', key: 'votes', service: 'redis' }, '1x10');
// @ts-expect-error key is missing
series(m.key_size, { db: 'db0', service: 'redis' }, '1x10');
// @ts-expect-error the metric has no label 'cmd'
series(m.key_size, { db: 'db0', key: 'votes', service: 'redis', cmd: 'x' }, '1x10');

// A variable's values come from a label that the metric has.
queryVariable({ name: 'key', label: 'Key', of: m.key_size, values: 'key' });
// @ts-expect-error the metric has no label 'cmd'
queryVariable({ name: 'key', label: 'Key', of: m.key_size, values: 'cmd' });

// An option of a kind has a name of its own: under the name of a setting of all panels nobody could write it.
type Taken = { readonly [K in PanelKind]: Extract<keyof OptionsByKind[K], keyof AnySettings> }[PanelKind];
is<[Taken] extends [never] ? 'none' : Taken>('none');
