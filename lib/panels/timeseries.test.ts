import { describe, expect, test } from 'vitest';
import { panel, query } from '../../test/support/grafana-panels.ts';
import { bytes, cores, ratio, seconds, type Unit } from '../units/unit.ts';
import { completeOptions } from './kinds.ts';
import type { TimeseriesOptions } from './timeseries.ts';

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
    expect(completeOptions(panel('timeseries', options))).toMatchObject(look);
  });

  test('lines that may cross have no area', () => {
    expect(completeOptions(panel('timeseries', {}, two)).fill).toBe(0);
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
    expect(completeOptions(panel('timeseries', { min: 0 }, { unit })).softMax).toBe(softMax);
  });

  test.each<[TimeseriesOptions, number | undefined]>([
    [{}, undefined],
    [{ min: 0, max: 5 }, undefined],
    [{ min: 0, softMax: 5 }, 5],
  ])('%j: %s', (options, softMax) => {
    expect(completeOptions(panel('timeseries', options)).softMax).toBe(softMax);
  });
});
