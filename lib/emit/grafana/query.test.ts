import { describe, expect, it } from 'vitest';
import { panel, query, selector } from '../../../test/support/grafana-panels.ts';
import { stream } from '../../logql/stream.ts';
import { logsQuery } from '../../model/logs-query.ts';
import type { ResolvedQuery } from '../../model/resolved.ts';
import { type Text, text, valueHole } from '../../model/text.ts';
import type { PanelKind } from '../../panels/kinds.ts';
import { milliseconds, seconds, timestamp, type Unit } from '../../units/unit.ts';
import { legendFormat, panelQueries, refId } from './query.ts';

function first(of: Parameters<typeof panel>[2], kind: PanelKind = 'timeseries') {
  return panelQueries(panel(kind, {}, of))[0]?.query;
}

describe('panelQueries()', () => {
  it.each<[PanelKind, ResolvedQuery['format'], object]>([
    ['timeseries', 'range', { format: 'time_series', range: true, instant: false }],
    ['stat', 'instant', { format: 'time_series', range: false, instant: true }],
    ['table', 'instant', { format: 'table', range: false, instant: true }],
    ['table', 'range', { format: 'time_series', range: true, instant: false }],
    ['heatmap', 'heatmap', { format: 'heatmap', range: true, instant: false, legendFormat: '{{le}}' }],
  ])('a %s asks for %s', (kind, format, expected) => {
    expect(first({ queries: [query('a', { format })] }, kind)).toMatchObject(expected);
  });

  it('prints the tree, Grafana variables included, and numbers the queries', () => {
    const variable = { label: 'service', operator: '=~', value: { variable: `\${service:regex}` } } as const;
    const node = { kind: 'selector', metric: 'up', matchers: [variable] } as const;
    const queries = panelQueries(panel('timeseries', {}, { queries: [query('a', { node }), query('b')] }));
    expect(queries.map(({ refId, query: { expr } }) => [refId, expr])).toEqual([
      ['A', `up{service=~"\${service:regex}"}`],
      ['B', 'b'],
    ]);
  });

  describe('multiplies seconds since 1970 where a date is shown, and nothing else', () => {
    const started = selector('process_start_time_seconds');
    const sum = { kind: 'binary', operator: '+', left: started, right: { kind: 'number', value: 60 } } as const;
    it.each<[string, Unit, string | undefined, typeof started, string]>([
      ['the default', timestamp, undefined, started, 'process_start_time_seconds * 1000'],
      ['a sum', timestamp, 'dateTimeAsIso', sum, '(process_start_time_seconds + 60) * 1000'],
      ['a time of day', timestamp, 'time:HH:mm', started, 'process_start_time_seconds * 1000'],
      ['a plain number', timestamp, 'none', started, 'process_start_time_seconds'],
      ['milliseconds', milliseconds, 'dateTimeAsIso', started, 'process_start_time_seconds'],
      ['a time span', seconds, undefined, started, 'process_start_time_seconds'],
    ])('%s', (_, unit, display, node, expected) => {
      const shown = display === undefined ? {} : { display };
      expect(first({ queries: [query('a', { node, unit })], unit, ...shown })).toMatchObject({ expr: expected });
    });
  });

  it('asks Loki in its own words', () => {
    const lines = panel(
      'logs',
      { order: 'oldest first' },
      { logs: logsQuery('a', 'lines', stream({ labels: ['service'] }).where({ service: 'vote' })) },
    );
    expect(panelQueries(lines)[0]?.query).toEqual({
      direction: 'forward',
      editorMode: 'code',
      expr: '{service="vote"}',
      legendFormat: 'lines',
      queryType: 'range',
    });
  });
});

import fc from 'fast-check';

const service = { hole: 'label', label: 'service' } as const;
const status = { hole: 'label', label: 'status' } as const;

describe('refId()', () => {
  it.each([
    [0, 'A'],
    [1, 'B'],
    [25, 'Z'],
    [26, 'AA'],
    [27, 'AB'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('calls the query at %i %s', (position, expected) => {
    expect(refId(position)).toBe(expected);
  });

  it('never calls two queries the same', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), (a, b) => (refId(a) === refId(b)) === (a === b)),
      { seed: 42 },
    );
  });
});

describe('legendFormat()', () => {
  it.each<[Text, string]>([
    [text`${service} answers ${status}`, '{{service}} answers {{status}}'],
    [text`p99`, 'p99'],
    [{ pieces: [] }, '__auto'],
    [text`a { b } c`, 'a { b } c'],
    [text`{{service}}`, '{\u2060{service}}'],
    [text`{{{service`, '{\u2060{\u2060{service'],
    [text`{${service}}`, '{\u2060{{service}}}'],
    [text`{{ ${service}`, '{\u2060{ {{service}}'],
    [text`__auto`, '\u2060__auto'],
  ])('%#: writes the legend as the plugin reads it', (legend, expected) => {
    expect(legendFormat(legend)).toBe(expected);
  });

  it('shows each text as it stands, and each label as its value', () => {
    const labels: Readonly<Record<string, string>> = { service: 'shop', status: '200' };
    // As the plugin does it: pkg/promlib/querydata/response.go
    const shown = (legend: string): string =>
      legend.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, name) => labels[name] ?? '').replaceAll('\u2060', '');
    const piece = fc.constantFrom('{', '}', '{{', '}}', 'a', ' ', '{{status}}', service, status);
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const expected = pieces.map((each) => (typeof each === 'string' ? each : labels[each.label])).join('');
        expect(shown(legendFormat({ pieces }))).toBe(expected);
      }),
      { seed: 42 },
    );
  });

  it('refuses the hole of a value, which no legend has', () => {
    expect(() => legendFormat(text`${valueHole(seconds)}`)).toThrow(/name labels/);
  });
});
