import { describe, expect, test } from 'vitest';
import { panel, query } from '../../../test/support/grafana-panels.ts';
import { bytes, cores, ratio, seconds, timestamp, type Unit } from '../../units/unit.ts';
import type { Thresholds } from '../field.ts';
import type { TimeseriesOptions } from '../panel-options.ts';
import { limitSteps, timeseriesLook } from './timeseries.ts';

const thresholds: Thresholds = { direction: 'below', at: { warning: 20, critical: 10 } };
const two = { queries: [query('a'), query('b')] };

describe('what a graph leaves open', () => {
  test.each<[TimeseriesOptions, Partial<TimeseriesOptions>]>([
    [{}, { draw: 'lines', curve: 'linear', gaps: 'show', scale: 'linear', limits: 'none', fill: 10, lineWidth: 1 }],
    [{ draw: 'bars' }, { fill: 80, lineWidth: 1 }],
    [
      { draw: 'bars', stack: 'normal' },
      { fill: 80, lineWidth: 0 },
    ],
    [{ stack: 'normal' }, { fill: 50, lineWidth: 0 }],
    [
      { stack: 'percent', fill: 0, lineWidth: 2 },
      { fill: 0, lineWidth: 2 },
    ],
  ])('%j', (options, look) => {
    expect(timeseriesLook(panel('timeseries', options))).toMatchObject(look);
  });

  test('lines that may cross have no area', () => {
    expect(timeseriesLook(panel('timeseries', {}, two)).fill).toBe(0);
  });
});

describe('an idle axis that begins at 0 ends at', () => {
  test.each<[Unit, number]>([
    [ratio, 0.05],
    [seconds, 0.1],
    [cores, 0.1],
    [bytes, 1024],
    [query('a').unit, 1],
  ])('%j: %d', (unit, softMax) => {
    expect(timeseriesLook(panel('timeseries', { min: 0 }, { unit })).softMax).toBe(softMax);
  });

  test.each<[TimeseriesOptions, number | undefined]>([
    [{}, undefined],
    [{ min: 0, max: 5 }, undefined],
    [{ min: 0, softMax: 5 }, 5],
  ])('%j: %s', (options, softMax) => {
    expect(timeseriesLook(panel('timeseries', options)).softMax).toBe(softMax);
  });
});

describe('thresholds', () => {
  test.each<[TimeseriesOptions['limits'], string, readonly string[]]>([
    [undefined, 'dashed', ['transparent', 'red', 'orange']],
    ['line', 'line', ['transparent', 'red', 'orange']],
    ['area', 'area', ['red', 'orange', 'transparent']],
    ['none', 'none', ['transparent', 'red', 'orange']],
  ])('%s', (limits, style, colours) => {
    const of = panel('timeseries', limits === undefined ? {} : { limits }, { thresholds });
    expect(timeseriesLook(of).limits).toBe(style);
    expect(limitSteps(of).map(({ colour }) => colour)).toEqual(colours);
  });

  test('nothing where there are none', () => {
    const of = panel('timeseries', { limits: 'area' });
    expect(timeseriesLook(of).limits).toBe('none');
    expect(limitSteps(of)).toHaveLength(1);
  });

  test('of dates are milliseconds', () => {
    const of = panel('timeseries', {}, { thresholds, unit: timestamp });
    expect(limitSteps(of).map(({ from }) => from)).toEqual([-Infinity, 10_000, 20_000]);
  });
});
