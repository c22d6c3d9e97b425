/** What each option of each kind becomes. That Grafana knows all of it is tested in `classic.test.ts`. */
import { describe, expect, it } from 'vitest';
import { panel, query, words } from '../../../../test/support/grafana-panels.ts';
import type { ResolvedPanel } from '../../../model/resolved.ts';
import type { OptionsByKind, PanelKind } from '../../../panels/kinds.ts';
import { cores, ratio, seconds, state } from '../../../units/unit.ts';
import { panelContent } from './content.ts';

/** The value at a path such as `custom.lineWidth`, `field.min` or `options.legend.placement`. */
function at<K extends PanelKind>(panelOfKind: ResolvedPanel<K>, path: string): unknown {
  const { options, fieldConfig } = panelContent(panelOfKind);
  const { custom, ...field } = fieldConfig.defaults;
  const parts: Record<string, unknown> = { options, custom, field };
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], parts);
}

type Case<K extends PanelKind> = readonly [options: OptionsByKind[K], path: string, expected: unknown];

function cases<K extends PanelKind>(kind: K, table: readonly Case<K>[]): void {
  describe(kind, () => {
    it.each(table)('%j: %s is %j', (options, path, expected) => {
      expect(at(panel(kind, options), path)).toEqual(expected);
    });
  });
}

cases('timeseries', [
  [{}, 'custom.drawStyle', 'line'],
  [{ draw: 'bars' }, 'custom.drawStyle', 'bars'],
  [{ draw: 'points' }, 'custom.drawStyle', 'points'],
  [{}, 'custom.lineInterpolation', 'linear'],
  [{ curve: 'smooth' }, 'custom.lineInterpolation', 'smooth'],
  [{ curve: 'step' }, 'custom.lineInterpolation', 'stepAfter'],
  [{}, 'custom.stacking.mode', 'none'],
  [{ stack: 'percent' }, 'custom.stacking.mode', 'percent'],
  [{}, 'custom.fillOpacity', 10],
  [{ draw: 'bars' }, 'custom.fillOpacity', 80],
  [{ stack: 'normal' }, 'custom.fillOpacity', 50],
  [{ stack: 'normal', fill: 0 }, 'custom.fillOpacity', 0],
  [{}, 'custom.lineWidth', 1],
  [{ lineWidth: 3 }, 'custom.lineWidth', 3],
  [{}, 'custom.spanNulls', false],
  [{ gaps: 'show' }, 'custom.spanNulls', false],
  [{ gaps: 'connect' }, 'custom.spanNulls', true],
  [{ min: 0, max: 1 }, 'field.min', 0],
  [{ min: 0, max: 1 }, 'field.max', 1],
  [{}, 'field.min', undefined],
  [{ label: 'Votes' }, 'custom.axisLabel', 'Votes'],
  [{ scale: 'log10' }, 'custom.scaleDistribution', { type: 'log', log: 10 }],
  [{}, 'options.tooltip', { hideZeros: false, mode: 'multi', sort: 'desc' }],
  // One line is named by the panel's title.
  [{}, 'options.legend.showLegend', false],
  [{ legendStyle: { show: 'list' } }, 'options.legend.showLegend', true],
  [{ legendStyle: { show: 'none', calculations: ['max'] } }, 'options.legend.showLegend', false],
  [{ legendStyle: { calculations: ['max'] } }, 'options.legend.displayMode', 'table'],
  [{ legendStyle: { calculations: ['max'] } }, 'options.legend.calcs', ['max']],
  [{ legendStyle: { show: 'list', calculations: ['max'] } }, 'options.legend.displayMode', 'list'],
  [{ legendStyle: { place: 'right' } }, 'options.legend.placement', 'right'],
]);

describe('timeseries with several lines', () => {
  const two = panel('timeseries', {}, { queries: [query('a'), query('b')] });

  it.each([
    ['options.legend.showLegend', true],
    ['options.legend.displayMode', 'list'],
    ['options.legend.placement', 'bottom'],
    ['custom.fillOpacity', 0],
  ])('%s is %j', (path, expected) => {
    expect(at(two, path)).toEqual(expected);
  });
});

describe('timeseries with thresholds', () => {
  const thresholds = { direction: 'below', at: { warning: 20, critical: 10 } } as const;
  const colours = (limits?: 'line' | 'dashed' | 'area' | 'none') => {
    const limited = panel('timeseries', limits === undefined ? {} : { limits }, { thresholds });
    const steps = at(limited, 'field.thresholds.steps') as { color: string }[];
    return [at(limited, 'custom.thresholdsStyle.mode'), ...steps.map(({ color }) => color)];
  };

  it.each([
    [undefined, ['dashed', 'transparent', 'red', 'orange']],
    ['line', ['line', 'transparent', 'red', 'orange']],
    ['area', ['area', 'red', 'orange', 'transparent']],
    ['none', ['off', 'transparent', 'red', 'orange']],
  ] as const)('%s: draws %j', (limits, expected) => {
    expect(colours(limits)).toEqual(expected);
  });

  it('draws nothing where there are none', () => {
    expect(at(panel('timeseries', { limits: 'area' }), 'custom.thresholdsStyle.mode')).toBe('off');
  });
});

cases('stat', [
  [{}, 'options.colorMode', 'value'],
  [{ colour: 'background' }, 'options.colorMode', 'background'],
  [{}, 'options.graphMode', 'none'],
  [{ sparkline: 'area' }, 'options.graphMode', 'area'],
  [{ sparkline: 'area' }, 'options.text', { titleSize: 12 }],
  [{ sparkline: 'area', nameSize: 20 }, 'options.text', { titleSize: 20 }],
  [{}, 'options.text', undefined],
  [{ sparkline: 'area', max: 60 }, 'field.max', 60],
  [{}, 'options.reduceOptions', { calcs: ['lastNotNull'], fields: '', values: false }],
  [{ calculation: 'max' }, 'options.reduceOptions.calcs', ['max']],
  [{ show: 'value and name' }, 'options.textMode', 'value_and_name'],
  [{ direction: 'vertical' }, 'options.orientation', 'vertical'],
  [{}, 'field.thresholds.steps', [{ color: 'text', value: null }]],
]);

describe('stat', () => {
  it('has no sparkline for one value, nor for a state', () => {
    expect(at(panel('stat', {}, { queries: [query('a', { format: 'instant' })] }), 'options.graphMode')).toBe('none');
    expect(at(panel('stat', {}, { unit: state({ 0: 'Down', 1: 'Up' }) }), 'options.graphMode')).toBe('none');
  });
});

cases('gauge', [
  [{ min: 1, max: 8 }, 'field.min', 1],
  [{ min: 1, max: 8 }, 'field.max', 8],
  [{}, 'field.max', undefined],
  [{ calculation: 'mean' }, 'options.reduceOptions.calcs', ['mean']],
  [{}, 'options.shape', 'gauge'],
  [{}, 'options.showThresholdMarkers', false],
]);

describe('gauge of a share', () => {
  it.each([
    [{}, 0, 1],
    [{ max: 2 }, 0, 2],
  ])('%j ends at %d and %d', (options, min, max) => {
    const share = panel('gauge', options, { unit: ratio });
    expect([at(share, 'field.min'), at(share, 'field.max')]).toEqual([min, max]);
  });
});

cases('bargauge', [
  [{}, 'options.displayMode', 'basic'],
  [{ mode: 'lcd' }, 'options.displayMode', 'lcd'],
  [{}, 'options.orientation', 'horizontal'],
  [{ direction: 'vertical' }, 'options.orientation', 'vertical'],
  [{}, 'field.min', 0],
  [{ min: -1 }, 'field.min', -1],
]);

cases('barchart', [
  [{}, 'options.stacking', 'none'],
  [{ stack: 'normal' }, 'options.stacking', 'normal'],
  [{ direction: 'horizontal' }, 'options.orientation', 'horizontal'],
  [{ legendStyle: { show: 'table' } }, 'options.legend.displayMode', 'table'],
]);

describe('barchart of single values', () => {
  const bars = panel('barchart', { legendStyle: { show: 'list' } }, { queries: [query('a', { format: 'instant' })] });

  it('has one bar per series, named by its legend', () => {
    expect(panelContent(bars).transformations).toEqual([
      { id: 'reduce', options: { mode: 'seriesToRows', reducers: ['lastNotNull'] } },
    ]);
    expect(at(bars, 'options.legend.showLegend')).toBe(false);
  });

  it('leaves the shape to the definition where that says one', () => {
    const own = { ...bars, transformations: [{ kind: 'merge' }] as const };
    expect(panelContent(own).transformations).toEqual([{ id: 'merge', options: {} }]);
  });
});

cases('histogram', [
  [{}, 'options.bucketCount', 30],
  [{ bucketCount: 10 }, 'options.bucketCount', 10],
  [{ bucketSize: 5 }, 'options.bucketCount', undefined],
  [{ bucketSize: 5 }, 'options.bucketSize', 5],
]);

cases('heatmap', [
  [{}, 'options.color.scheme', 'Oranges'],
  [{ scheme: 'Turbo' }, 'options.color.scheme', 'Turbo'],
  [{}, 'options.cellValues', {}],
  [{ cellValue: 'observations/s' }, 'options.cellValues.unit', 'suffix:observations/s'],
  [{}, 'field.noValue', 'No data'],
]);

describe('heatmap', () => {
  it('has its unit on the axis of buckets', () => {
    expect(at(panel('heatmap', {}, { unit: seconds }), 'options.yAxis.unit')).toBe('s');
  });
});

cases('state-timeline', [
  [{}, 'options.mergeValues', true],
  [{ mergeSame: false }, 'options.mergeValues', false],
  [{}, 'options.showValue', 'auto'],
  [{ showValue: 'never' }, 'options.showValue', 'never'],
  [{ rowHeight: 0.5 }, 'options.rowHeight', 0.5],
  [{}, 'options.legend.showLegend', false],
  [{ legendStyle: { show: 'list' } }, 'options.legend.showLegend', true],
]);

cases('status-history', [
  [{ rowHeight: 0.5 }, 'options.rowHeight', 0.5],
  [{ showValue: 'always' }, 'options.showValue', 'always'],
]);

cases('piechart', [
  [{}, 'options.pieType', 'pie'],
  [{ shape: 'donut' }, 'options.pieType', 'donut'],
  [{ labels: ['name', 'percent'] }, 'options.displayLabels', ['name', 'percent']],
  [{ calculation: 'sum' }, 'options.reduceOptions.calcs', ['sum']],
]);

cases('logs', [
  [{}, 'options.sortOrder', 'Descending'],
  [{ order: 'oldest first' }, 'options.sortOrder', 'Ascending'],
  [{}, 'options.wrapLogMessage', false],
  [{ wrap: true }, 'options.wrapLogMessage', true],
  [{}, 'options.showTime', true],
  [{ time: 'hide' }, 'options.showTime', false],
  [{}, 'field', {}],
]);

cases('text', [[{ markdown: '# Votes' }, 'options.content', '# Votes']]);

cases('alertlist', [
  [{}, 'options.stateFilter', { ...states('firing', 'pending'), recovering: true }],
  [{ show: ['no data', 'error'] }, 'options.stateFilter', states('noData', 'error')],
  [{ show: ['normal'] }, 'options.stateFilter', states('normal')],
  [{ matching: 'service="vote"' }, 'options.alertInstanceLabelFilter', '{service="vote"}'],
  [{ matching: '{service="vote"}' }, 'options.alertInstanceLabelFilter', '{service="vote"}'],
  [{}, 'options.alertInstanceLabelFilter', ''],
  [{ most: 5 }, 'options.maxItems', 5],
]);

function states(...shown: readonly string[]): Readonly<Record<string, boolean>> {
  const all = ['error', 'firing', 'noData', 'normal', 'pending', 'recovering'];
  return Object.fromEntries(all.map((one) => [one, shown.includes(one)]));
}

cases('annolist', [
  [{ tags: ['deployment'] }, 'options.tags', ['deployment']],
  [{ most: 3 }, 'options.limit', 3],
]);

cases('dashlist', [
  [{ tags: ['voting-app'] }, 'options.tags', ['voting-app']],
  [{ tags: [] }, 'options.keepTime', true],
]);

describe('a panel without numbers', () => {
  it('has no settings for them, whatever its lines say', () => {
    const lines = panel(
      'logs',
      {},
      { queries: [query('a', { unit: cores, signal: words() })], overrides: [{ query: 'a', fill: 1 }] },
    );
    expect(panelContent(lines).fieldConfig).toEqual({ defaults: {}, overrides: [] });
  });
});
