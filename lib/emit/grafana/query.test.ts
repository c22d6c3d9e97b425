import { describe, expect, it } from 'vitest';
import { panel, query, selector } from '../../../test/support/grafana-panels.ts';
import { logsQuery } from '../../model/logs-query.ts';
import type { ResolvedQuery } from '../../model/resolved.ts';
import type { PanelKind } from '../../panels/kinds.ts';
import { milliseconds, seconds, timestamp, type Unit } from '../../units/unit.ts';
import { panelQueries } from './query.ts';

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
    const lines = panel('logs', { order: 'oldest first' }, { logs: logsQuery('a', 'lines', { service: 'vote' }) });
    expect(panelQueries(lines)[0]?.query).toEqual({
      direction: 'forward',
      editorMode: 'code',
      expr: '{service="vote"}',
      legendFormat: 'lines',
      queryType: 'range',
    });
  });
});
